package mayday.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.evidence.Interpretation;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Recorded;
import mayday.scenario.Dimension;

/**
 * Scope first: which service, since when, where, who is hurt and what changed were settled before anything was touched or any
 * cause was named. Each of the five earns a fifth; settled late, half of that.
 */
final class ScopeFirst {
    private static final int WEIGHT = 20;
    private static final int IN_TIME = 20;
    private static final int LATE = 10;

    private ScopeFirst() {}

    private record Aspect(FindingKind kind, String title, String example, Set<Dimension> dimensions) {}

    private static final List<Aspect> ASPECTS = List.of(
            new Aspect(
                    FindingKind.WHICH_SERVICE,
                    "which services fail",
                    "which services are failing?",
                    Set.of(Dimension.SERVICE_SCOPE, Dimension.DEPENDENCY_STATUS, Dimension.TRACES)),
            new Aspect(
                    FindingKind.SINCE_WHEN,
                    "when and how suddenly it began",
                    "since when?",
                    Set.of(Dimension.START_TIME, Dimension.ONSET_SHAPE)),
            new Aspect(
                    FindingKind.WHERE,
                    "whether it is all regions or one",
                    "all regions or one?",
                    Set.of(Dimension.REGION_SCOPE)),
            new Aspect(
                    FindingKind.WHO_IS_HURT,
                    "what customers notice",
                    "what do customers notice?",
                    Set.of(Dimension.CUSTOMER_IMPACT)),
            new Aspect(
                    FindingKind.WHAT_CHANGED,
                    "what was changed",
                    "what was changed before it began?",
                    Set.of(Dimension.RECENT_DEPLOYS, Dimension.CONFIG_FLAG_CHANGES)));

    /** Whether a dimension settles a part of the scope. */
    static boolean settles(Dimension dimension) {
        return ASPECTS.stream().anyMatch(aspect -> aspect.dimensions().contains(dimension));
    }

    /** The questions of scope that nobody has asked yet. */
    static List<OpenScope> open(Incident incident) {
        return ASPECTS.stream()
                .filter(aspect -> firstAsked(incident, aspect.dimensions()).isEmpty())
                .map(aspect -> new OpenScope(aspect.title(), aspect.example()))
                .toList();
    }

    static Part score(Incident incident) {
        var commitment = firstCommitment(incident);
        var findings = new ArrayList<Finding>();
        for (var aspect : ASPECTS) {
            findings.add(finding(aspect, firstAsked(incident, aspect.dimensions()), commitment));
        }
        var score = findings.stream().mapToInt(Finding::points).sum();
        return new Part(PartName.SCOPE_FIRST.id(), "Scope first", score, WEIGHT, findings);
    }

    private static Finding finding(Aspect aspect, Optional<Recorded> asked, Optional<Recorded> commitment) {
        if (asked.isEmpty()) {
            return new Finding(
                    aspect.kind(),
                    "You never looked into " + aspect.title() + ".",
                    0,
                    IN_TIME,
                    List.of(),
                    "Ask \"" + aspect.example() + "\" before you act or name a cause: +" + IN_TIME + ".");
        }
        var moves = List.of(asked.get().sequence());
        var late = commitment.isPresent()
                && commitment.get().sequence() < asked.get().sequence();
        return late
                ? new Finding(
                        aspect.kind(),
                        "Only at " + Clock.at(asked.get().at()) + ", after you had " + committed(commitment.get())
                                + " at " + Clock.at(commitment.get().at()) + ", did you look into " + aspect.title()
                                + ".",
                        LATE,
                        IN_TIME,
                        moves,
                        "Before that, it would have earned +" + IN_TIME + ".")
                : new Finding(
                        aspect.kind(),
                        "At " + Clock.at(asked.get().at()) + ", before you acted or named a cause, you looked into "
                                + aspect.title() + ".",
                        IN_TIME,
                        IN_TIME,
                        moves,
                        "");
    }

    private static String committed(Recorded recorded) {
        return recorded.event() instanceof Event.ActionStarted ? "acted" : "named a cause";
    }

    /** The first action or named cause. */
    static Optional<Recorded> firstCommitment(Incident incident) {
        return incident.history().stream()
                .filter(each ->
                        each.event() instanceof Event.ActionStarted || each.event() instanceof Event.HypothesisStated)
                .findFirst();
    }

    private static Optional<Recorded> firstAsked(Incident incident, Set<Dimension> dimensions) {
        return incident.history().stream()
                .filter(each -> asks(each.event(), dimensions))
                .findFirst();
    }

    static boolean asks(Event event, Set<Dimension> dimensions) {
        return event instanceof Event.QuestionAsked asked
                && asked.understoodAs().outcome() == Outcome.ANSWERED
                && asked.understoodAs().interpretations().stream()
                        .map(Interpretation::dimension)
                        .anyMatch(dimensions::contains);
    }

    /** The first question at or after {@code from} about one of {@code dimensions}. */
    static Optional<Recorded> askedSince(Incident incident, Set<Dimension> dimensions, Instant from) {
        return incident.history().stream()
                .filter(each -> !each.at().isBefore(from) && asks(each.event(), dimensions))
                .findFirst();
    }
}
