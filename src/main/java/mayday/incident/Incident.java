package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Condition;
import mayday.scenario.Scenario;
import mayday.scenario.Severity;
import mayday.scenario.VariableId;

/**
 * One playing of a scenario, folded from its events: everything that decides what happens next, and what the pages show.
 *
 * @param clock what its time is counted from
 * @param now incident time of the last event
 * @param history all events so far
 * @param pendingAnswers questions whose answers are on their way
 * @param acknowledgedAt when the page was acknowledged, at most one entry
 * @param severities declared severities in order; the last one holds
 * @param people where the people around it stand
 * @param injects what a facilitator threw in; part of the truth
 */
public record Incident(
        Scenario scenario,
        Event.IncidentOpened opened,
        IncidentClock clock,
        Phase phase,
        Impact impact,
        Instant now,
        List<Recorded> history,
        World world,
        Board board,
        List<StartedAction> actions,
        List<PendingAnswer> pendingAnswers,
        List<PendingReply> pendingReplies,
        List<Instant> acknowledgedAt,
        List<Severity> severities,
        People people,
        Injects injects) {
    public Incident {
        history = History.of(history);
        actions = List.copyOf(actions);
        pendingAnswers = List.copyOf(pendingAnswers);
        pendingReplies = List.copyOf(pendingReplies);
        acknowledgedAt = List.copyOf(acknowledgedAt);
        severities = List.copyOf(severities);
    }

    /** The same with the numbers of its history computed until now: what is played again shares them instead of computing them once more. */
    public Incident computed() {
        world.trajectory().computed(now);
        return this;
    }

    /**
     * The same without the numbers of its simulated history, for an incident that nobody asks about just now: it takes a fraction of the
     * memory, and what is asked for later is computed again, to the bit.
     */
    public Incident withoutNumbers() {
        return Folds.of(this).world(world.withoutNumbers()).fold();
    }

    /** About how many bytes the numbers of its simulated history take. */
    public long bytesOfNumbers() {
        return world.trajectory().bytes();
    }

    /** The number of events so far; the next one has the following sequence. */
    public long version() {
        return history.size();
    }

    public boolean isOver() {
        return !(phase instanceof Phase.Running);
    }

    /** From the page until time runs out: the scenario's limit or that of the terms, and what a facilitator added to it. */
    public Duration limit() {
        var agreed = opened.terms().limit();
        return (agreed.isZero() ? scenario.limit() : agreed).plus(clock.extension());
    }

    /** When time runs out. */
    public Instant endsAt() {
        return scenario.pagedAt().plus(limit());
    }

    /** What is wrong: the true cause, and as parts of it what a facilitator added. */
    public Cause cause() {
        return injects.whole().isEmpty() ? drawnCause() : injects.whole().getFirst();
    }

    /** The true cause as it was drawn, one of the scenario's. */
    public Cause drawnCause() {
        return scenario.cause(opened.cause());
    }

    /** The fault called so: the true cause or a part of it; the true cause where none is named, as in journals of old. */
    Cause fault(CauseId id) {
        var cause = cause();
        return cause.faults().stream()
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElse(cause);
    }

    /** A variable of the scenario as it stands at {@code at}. */
    public double amount(VariableId id, Instant at) {
        return Amounts.value(this, id, at);
    }

    /** Whether a condition holds at {@code at}, not before the last event, and has held without a break for as long as it asks. */
    public boolean holds(Condition condition, Instant at) {
        return Conditions.holds(this, condition, at);
    }

    /** Whether it belongs to a team of a drill, or more than one person has made moves in it. */
    public boolean isPlayedByTeam() {
        return opened.by().isTeam()
                || history.stream()
                                .flatMap(each -> each.event() instanceof Event.Move move
                                        ? Stream.of(move.by().id())
                                        : Stream.of())
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    public List<StartedAction> runningActions() {
        return actions.stream()
                .filter(action -> action.progress() == StartedAction.Progress.RUNNING)
                .toList();
    }

    public Optional<StartedAction> action(ActionId id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    public Status status() {
        return switch (phase) {
            case Phase.Running() -> impact instanceof Impact.Ended ? Status.MITIGATED : Status.OPEN;
            case Phase.Closed _ -> Status.CLOSED;
            case Phase.TimedOut _ -> Status.TIMED_OUT;
        };
    }
}
