package mayday.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import mayday.incident.Event;
import mayday.incident.Hypothesis;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Verdict;

/**
 * How sure somebody was of a hypothesis, over time.
 *
 * @param isTrue whether it named what was true
 * @param steps from when it was stated on; each holds until the next
 */
public record Confidence(HypothesisId hypothesis, String text, boolean isTrue, List<Step> steps) {
    public Confidence {
        steps = List.copyOf(steps);
    }

    /**
     * From an instant on.
     *
     * @param percent 0 to 100: what was said; 0 once it was ruled out, 100 once it was confirmed
     */
    public record Step(Instant from, long sequence, int percent) {}

    /** Of every hypothesis, in the order in which they were stated. */
    static List<Confidence> of(Incident incident) {
        var steps = new LinkedHashMap<HypothesisId, List<Step>>();
        var said = new LinkedHashMap<HypothesisId, Integer>();
        for (var recorded : incident.history()) {
            switch (recorded.event()) {
                case Event.HypothesisStated stated -> {
                    said.put(stated.id(), stated.confidence());
                    steps.put(stated.id(), new ArrayList<>(List.of(step(recorded, stated.confidence()))));
                }
                case Event.HypothesisRevised(var id, var _, var percent) -> {
                    said.put(id, percent);
                    steps.computeIfPresent(id, (_, before) -> with(before, step(recorded, percent)));
                }
                case Event.HypothesisJudged(var id, var _, var verdict, var _) -> {
                    var percent = judged(verdict, said.getOrDefault(id, 0));
                    steps.computeIfPresent(id, (_, before) -> with(before, step(recorded, percent)));
                }
                case Event.Public _, Event.Secret _ -> {
                    // Nobody's confidence.
                }
            }
        }
        return incident.board().hypotheses().stream()
                .map(hypothesis -> new Confidence(
                        hypothesis.id(),
                        words(hypothesis),
                        HypothesisCraft.isTrue(hypothesis, incident.cause()),
                        steps.getOrDefault(hypothesis.id(), List.of())))
                .toList();
    }

    private static String words(Hypothesis hypothesis) {
        var place = hypothesis.target().isBlank() ? "" : ", " + hypothesis.target();
        return hypothesis.text().isBlank() ? hypothesis.faultClass().title() + place : hypothesis.text();
    }

    private static int judged(Verdict verdict, int said) {
        return switch (verdict) {
            case OPEN -> said;
            case RULED_OUT -> 0;
            case CONFIRMED -> 100;
        };
    }

    private static Step step(Recorded recorded, int percent) {
        return new Step(recorded.at(), recorded.sequence(), percent);
    }

    private static List<Step> with(List<Step> before, Step next) {
        before.add(next);
        return before;
    }
}
