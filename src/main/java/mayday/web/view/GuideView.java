package mayday.web.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mayday.coach.Guide;
import mayday.coach.Lead;
import mayday.exercise.Duty;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.scenario.FaultClass;
import mayday.scenario.Words;

/**
 * A step of the guide, for its learner.
 *
 * @param id such as {@code who}
 * @param number from 1
 * @param text what to do and why now
 * @param done whether the learner's moves have done it
 * @param leads ways to take it
 */
public record GuideView(String id, int number, String title, String text, boolean done, List<LeadView> leads) {
    public GuideView {
        leads = List.copyOf(leads);
    }

    /**
     * A way to take a step.
     *
     * @param kind {@code acknowledge}, {@code question}, {@code form}, or {@code fill-in} where the line has words that are the learner's to
     *     replace
     * @param duty whose move it is in a team, such as {@code reason}: the page hides it from who may not make it
     * @param label what is clicked
     * @param line what is typed for it in a terminal
     * @param address of the page's form that makes the move, filled in
     */
    public record LeadView(String kind, String duty, String label, String line, String address) {
        public boolean asks() {
            return kind.equals("question");
        }

        public boolean acknowledges() {
            return kind.equals("acknowledge");
        }
    }

    /** Whose moves the step proposes, each duty once. */
    public List<String> duties() {
        return leads.stream().map(LeadView::duty).distinct().toList();
    }

    /** Every step, in order; none unless a guide leads. */
    public static List<GuideView> steps(IncidentId id, Incident incident) {
        var steps = Guide.steps(incident);
        return IntStream.range(0, steps.size())
                .mapToObj(place -> of("/incidents/" + id.value(), place + 1, steps.get(place)))
                .toList();
    }

    private static GuideView of(String room, int number, Guide.Step step) {
        return new GuideView(
                Words.kebab(step.step()),
                number,
                step.step().title(),
                step.step().text(),
                step.done(),
                step.leads().stream().map(lead -> lead(room, lead)).toList());
    }

    private static LeadView lead(String room, Lead lead) {
        return switch (lead) {
            case Lead.Acknowledge() ->
                new LeadView("acknowledge", Words.kebab(Duty.ASK), "Acknowledge", "/ack", room + "/acknowledge");
            case Lead.Ask(var words) ->
                new LeadView("question", Words.kebab(Duty.ASK), words, words, room + "/questions");
            case Lead.Suppose(var fault, var target) -> supposition(room, fault, target);
            case Lead.Act(var action, var title, var target) ->
                target.isEmpty()
                        ? fillIn(Duty.ACT, title, "/do " + action + " TARGET", room + "/actions/" + action, Map.of())
                        : form(
                                Duty.ACT,
                                title + " " + target,
                                "/do " + action + " " + target,
                                room + "/actions/" + action,
                                Map.of("target", target));
            case Lead.Wait(var length) ->
                form(
                        Duty.ASK,
                        "Let " + Format.length(length) + " pass",
                        "/wait " + length.toMinutes() + "m",
                        room + "/wait",
                        Map.of("seconds", Long.toString(length.toSeconds())));
            case Lead.Tell(var audience, var text) ->
                form(
                        Duty.COMMUNICATE,
                        "Post an update",
                        "/update " + Words.kebab(audience) + " " + text,
                        room + "/updates",
                        Map.of("audience", Words.kebab(audience), "text", text));
            case Lead.Close() ->
                fillIn(Duty.DECIDE, "End the run", "/close what happened and what you did", room + "/close", Map.of());
        };
    }

    private static LeadView supposition(String room, FaultClass fault, String target) {
        var kind = Words.kebab(fault);
        var guess = Integer.toString(Lead.Suppose.CONFIDENCE);
        var address = room + "/hypotheses/new";
        return target.isEmpty()
                ? fillIn(
                        Duty.REASON,
                        "Something of your own",
                        "/think KIND TARGET " + guess,
                        address,
                        Map.of("confidence", guess))
                : form(
                        Duty.REASON,
                        Phrases.capital(fault.title()) + " at " + target,
                        "/think " + kind + " " + target + " " + guess,
                        address,
                        Map.of("faultClass", kind, "target", target, "confidence", guess));
    }

    private static LeadView fillIn(Duty duty, String label, String line, String address, Map<String, String> fields) {
        return new LeadView(
                "fill-in", Words.kebab(duty), label, line, address + Turn.Offer.query(new TreeMap<>(fields)));
    }

    private static LeadView form(Duty duty, String label, String line, String address, Map<String, String> fields) {
        return new LeadView("form", Words.kebab(duty), label, line, address + Turn.Offer.query(new TreeMap<>(fields)));
    }
}
