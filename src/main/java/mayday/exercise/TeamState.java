package mayday.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mayday.incident.Event;
import mayday.incident.Impact;
import mayday.incident.Incident;

/**
 * How a team does, in a word for whoever leads the drill. The first of these that holds counts: it is over; its clock stands; customers
 * are no longer hurt; it is worse than without its moves; an action is under way; nobody has made a move for three minutes; what was found
 * out keeps step with the time that is gone; it does not.
 */
public sealed interface TeamState {
    /** The incident is over. */
    record Over(boolean mitigated) implements TeamState {}

    /** Its clock stands. */
    record Paused() implements TeamState {}

    /** Customers are no longer hurt. */
    record Clear() implements TeamState {}

    /** More requests fail than if the team had done nothing: by a percentage point, and by a quarter. */
    record Worse() implements TeamState {}

    /** Something that it started is under way, or waits for consent. */
    record Acting() implements TeamState {}

    /** Nobody has made a move for so long. */
    record Quiet(Duration length) implements TeamState {}

    /** The share of the uncertainty that is gone is at least that of the time. */
    record OnPace() implements TeamState {}

    /** It is less. */
    record Behind() implements TeamState {}

    /** Nothing is known yet of how far it came. */
    record AtWork() implements TeamState {}

    Duration QUIET = Duration.ofMinutes(3);
    double WORSE_BY = 0.01;
    double WORSE_TIMES = 1.25;

    /**
     * How a team does.
     *
     * @param now incident time
     */
    static TeamState of(Incident incident, Optional<Assessment> assessed, Instant now) {
        var isClear = incident.impact() instanceof Impact.Ended;
        if (incident.isOver()) {
            return new Over(isClear);
        }
        if (incident.clock().isPaused()) {
            return new Paused();
        }
        if (isClear) {
            return new Clear();
        }
        if (assessed.filter(TeamState::isWorse).isPresent()) {
            return new Worse();
        }
        if (!incident.runningActions().isEmpty() || !incident.people().pending().isEmpty()) {
            return new Acting();
        }
        var quiet = Duration.between(lastMove(incident), now);
        if (quiet.compareTo(QUIET) >= 0) {
            return new Quiet(quiet);
        }
        return assessed.map(each -> isOnPace(incident, each, now) ? new OnPace() : new Behind())
                .orElseGet(AtWork::new);
    }

    private static boolean isWorse(Assessment assessed) {
        return assessed.failing() >= assessed.untouched() + WORSE_BY
                && assessed.failing() >= assessed.untouched() * WORSE_TIMES;
    }

    private static boolean isOnPace(Incident incident, Assessment assessed, Instant now) {
        var gone = (double) Duration.between(incident.scenario().pagedAt(), now).toMillis();
        var unknown = assessed.soFar().unknown();
        var found = unknown <= 0 ? 1 : assessed.found() / unknown;
        return found >= gone / Math.max(1, incident.limit().toMillis());
    }

    /** When somebody who plays did something last; the page, if nobody has yet. */
    static Instant lastMove(Incident incident) {
        return incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.Move)
                .map(each -> each.at())
                .findFirst()
                .orElse(incident.scenario().pagedAt());
    }
}
