package mayday.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mayday.evidence.Interpretation;
import mayday.evidence.Observation;
import mayday.scenario.Dimension;

/** What the learner has seen by asking, whatever the truth is. */
public final class Seen {
    /** Questions that settle a part of the scope: which service, since when, where, who is hurt, what changed. */
    public static final Set<Dimension> SCOPE = EnumSet.of(
            Dimension.SERVICE_SCOPE,
            Dimension.DEPENDENCY_STATUS,
            Dimension.TRACES,
            Dimension.START_TIME,
            Dimension.ONSET_SHAPE,
            Dimension.REGION_SCOPE,
            Dimension.CUSTOMER_IMPACT,
            Dimension.RECENT_DEPLOYS,
            Dimension.CONFIG_FLAG_CHANGES);

    /** Questions whose answers show how customers fare. */
    public static final Set<Dimension> CUSTOMERS = EnumSet.of(
            Dimension.ERROR_RATE,
            Dimension.CUSTOMER_IMPACT,
            Dimension.SLO_ERROR_BUDGET,
            Dimension.SERVICE_SCOPE,
            Dimension.REGION_SCOPE,
            Dimension.ONSET_SHAPE);

    private Seen() {}

    /** Whether a question was asked, and understood, about one of these. */
    public static boolean asks(Event event, Predicate<Dimension> about) {
        return event instanceof Event.QuestionAsked asked
                && asked.understoodAs().outcome() == Outcome.ANSWERED
                && asked.understoodAs().interpretations().stream()
                        .map(Interpretation::dimension)
                        .anyMatch(about);
    }

    /** Whether such a question was asked so far. */
    public static boolean asked(Incident incident, Predicate<Dimension> about) {
        return incident.history().stream().anyMatch(each -> asks(each.event(), about));
    }

    /** Whether somebody looked at how customers fare at or after {@code from}. */
    public static boolean lookedAtCustomers(Incident incident, Instant from) {
        return incident.history().stream()
                .anyMatch(each -> !each.at().isBefore(from) && asks(each.event(), CUSTOMERS::contains));
    }

    /** When an answer first showed that customers are hurt: that the service at which they come in is not well. */
    public static Optional<Instant> customersHurtAt(Incident incident) {
        return incident.history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAnswered answered
                        && answered.observations().stream().anyMatch(seen -> isHurt(incident, seen)))
                .map(Recorded::at)
                .findFirst();
    }

    /** Whether the last look at the service at which customers come in showed that it is not well. */
    public static boolean customersHurt(Incident incident) {
        var entry = incident.scenario().system().traffic().entry();
        var seen = incident.board().observations().get(entry);
        return seen != null && isHurt(incident, seen);
    }

    private static boolean isHurt(Incident incident, Observation seen) {
        return seen.service().equals(incident.scenario().system().traffic().entry())
                && seen.health() != Observation.Health.HEALTHY;
    }
}
