package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import mayday.debrief.Debrief.Curves;
import mayday.debrief.Debrief.Elapsed;
import mayday.debrief.Debrief.OtherCost;
import mayday.debrief.Debrief.Part;
import mayday.debrief.Debrief.Structure;
import mayday.debrief.Debrief.Time;
import mayday.debrief.Debrief.Told;
import mayday.debrief.Debrief.Truth;
import mayday.incident.Counterfactuals;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.scenario.Variable;
import mayday.scenario.Words;

/** Works out the debrief of an ended incident. Pure. */
public final class Debriefs {
    /** How much of the calm before the cause the curves show. */
    private static final Duration LEAD_IN = Duration.ofMinutes(10);

    private Debriefs() {}

    /** The debrief; {@code incident} must be over. */
    public static Debrief of(Incident incident) {
        return of(incident, suppositions -> BestQuestions.atPage(incident.scenario(), suppositions));
    }

    /** The same; {@code atPage} is what questions tell at the page of an incident with that scenario and seed. */
    public static Debrief of(Incident incident, BestQuestions atPage) {
        return of(incident, _ -> atPage);
    }

    private static Debrief of(Incident incident, Function<Suppositions, BestQuestions> atPage) {
        requireOver(incident);
        incident.computed();
        // What the learner could know and what came of the actions have nothing to do with one another: each may have a
        // core.
        var played = ForkJoinTask.adapt(() -> Tried.of(incident)).fork();
        var suppositions = new Suppositions(incident);
        var best = atPage.apply(suppositions);
        return of(incident, best, Deductions.of(incident, suppositions), played.join());
    }

    /** The same; {@code suppositions} are those of the incident. */
    public static Debrief of(Incident incident, Suppositions suppositions) {
        return of(incident, suppositions, BestQuestions.atPage(incident.scenario(), suppositions));
    }

    /** The same, with both. */
    public static Debrief of(Incident incident, Suppositions suppositions, BestQuestions atPage) {
        requireOver(incident);
        return of(incident, atPage, Deductions.of(incident, suppositions), Tried.of(incident));
    }

    static void requireOver(Incident incident) {
        if (!incident.isOver()) {
            throw new IllegalArgumentException("the incident is still " + Words.kebab(incident.status()));
        }
    }

    /**
     * What playing an incident again has shown.
     *
     * @param untouched the incident without any action
     */
    private record Tried(Incident untouched, ActionEffects effects) {
        static Tried of(Incident incident) {
            return of(incident, new Counterfactuals(incident));
        }

        static Tried of(Incident incident, Counterfactuals played) {
            return new Tried(played.untouched(incident.now()), ActionEffects.of(incident, played));
        }
    }

    private static Debrief of(Incident incident, BestQuestions best, Deductions deductions, Tried tried) {
        var untouched = tried.untouched();
        var impactBegan = CustomerImpact.began(incident);
        return new Debrief(
                truth(incident),
                structure(incident, deductions, best, tried),
                time(incident, impactBegan),
                new Debrief.Impact(
                        CustomerImpact.cost(incident, incident.now()),
                        CustomerImpact.cost(untouched, incident.now()),
                        CustomerImpact.slo(incident).title(),
                        otherCosts(incident, untouched)),
                Timeline.of(incident),
                curves(incident, untouched),
                deductions.before().belief().bits(),
                told(incident.scenario(), deductions, best, incident.opened().cause()),
                Confidence.of(incident),
                Optional.empty());
    }

    private static Structure structure(Incident incident, Deductions deductions, BestQuestions best, Tried tried) {
        var byItself = tried.untouched().impact() instanceof Impact.Ended;
        return structure(incident, deductions, best, byItself, tried.effects());
    }

    /** @param byItself whether the impact would have ended if nothing had been done */
    static Structure structure(
            Incident incident, Deductions deductions, BestQuestions best, boolean byItself, ActionEffects effects) {
        var unaided = List.of(
                ScopeFirst.score(incident),
                InformationGain.score(incident, deductions, best, effects),
                HypothesisCraft.score(incident),
                MitigationJudgement.score(incident, byItself, effects),
                Communication.score(incident));
        var parts = HintPrices.charge(incident, unaided);
        return new Structure(weighed(parts), parts);
    }

    /** How an incident stands that may still be open; {@code suppositions} and {@code played} are those of the incident as it is. */
    public static SoFar soFar(Incident incident, Suppositions suppositions, Counterfactuals played) {
        var best = BestQuestions.atPage(incident.scenario(), suppositions);
        var deductions = Deductions.of(incident, suppositions);
        var structure = structure(incident, deductions, best, Tried.of(incident, played));
        var communication = structure.parts().getLast().score();
        var mitigated = switch (time(incident, CustomerImpact.began(incident)).mitigate()) {
            case Elapsed.After(var length) -> List.of(length);
            case Elapsed.Never() -> List.<Duration>of();
        };
        var gains = deductions.steps().stream()
                .map(step -> new SoFar.Gain(step.sequence(), step.bits()))
                .toList();
        return new SoFar(
                structure.score(),
                communication,
                mitigated,
                deductions.before().belief().bits(),
                deductions.known().belief().bits(),
                gains);
    }

    private static List<Told> told(Scenario scenario, Deductions deductions, BestQuestions best, CauseId truth) {
        var told = new ArrayList<Told>();
        var known = deductions.before();
        var better = best.best(known);
        for (var step : deductions.steps()) {
            told.add(new Told(
                    step.sequence(),
                    step.bits(),
                    step.after().bits(),
                    better.map(ranked -> ranked.candidate().words()).orElse(""),
                    better.map(BestQuestions.Ranked::bits).orElse(0.0),
                    Suspects.ruledOut(scenario, step.before(), step.after()),
                    better.isEmpty()
                            ? List.of()
                            : ruledOut(
                                    scenario,
                                    known,
                                    best.answered(known, better.get().candidate(), truth))));
            // To look at the same thing again makes no other question the best one.
            if (step.known() != known) {
                known = step.known();
                better = best.best(known);
            }
        }
        return told;
    }

    private static List<String> ruledOut(Scenario scenario, Knowledge before, Knowledge after) {
        return Suspects.ruledOut(scenario, before.belief(), after.belief());
    }

    private static List<OtherCost> otherCosts(Incident incident, Incident untouched) {
        return incident.scenario().particulars().variables().stream()
                .filter(Variable::cost)
                .map(variable -> new OtherCost(
                        variable.title(),
                        variable.unit(),
                        incident.amount(variable.id(), incident.now()),
                        untouched.amount(variable.id(), incident.now())))
                .toList();
    }

    private static Truth truth(Incident incident) {
        var cause = incident.cause();
        return new Truth(
                cause.id().value(),
                cause.title(),
                cause.explanation(),
                Words.kebab(cause.fault().faultClass()),
                cause.fault().target().value(),
                began(incident));
    }

    private static Instant began(Incident incident) {
        return incident.scenario().pagedAt().minus(incident.cause().beginsAgo());
    }

    /** The mean of the parts' scores, weighed. */
    private static int weighed(List<Part> parts) {
        var weights = parts.stream().mapToInt(Part::weight).sum();
        var sum = parts.stream().mapToInt(part -> part.score() * part.weight()).sum();
        return (int) Math.round((double) sum / weights);
    }

    static Time time(Incident incident, Instant impactBegan) {
        var paged = incident.scenario().pagedAt();
        return new Time(
                after(impactBegan, paged),
                incident.acknowledgedAt().isEmpty()
                        ? new Elapsed.Never()
                        : after(paged, incident.acknowledgedAt().getFirst()),
                switch (incident.impact()) {
                    case Impact.Ended(var since) -> after(impactBegan, since);
                    case Impact.Ongoing() -> new Elapsed.Never();
                });
    }

    private static Elapsed after(Instant from, Instant to) {
        return new Elapsed.After(to.isBefore(from) ? Duration.ZERO : Duration.between(from, to));
    }

    private static Curves curves(Incident incident, Incident untouched) {
        var slo = CustomerImpact.slo(incident);
        var from = began(incident).minus(LEAD_IN);
        return new Curves(
                slo.service() + " error ratio",
                CustomerImpact.sli(incident, from, incident.now()),
                CustomerImpact.sli(untouched, from, incident.now()),
                incident.scenario().page().condition().threshold());
    }
}
