package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mayday.scenario.Action;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** Commands in, events out: what happens in an incident is decided here and nowhere else. Pure. */
public final class Decider {
    private Decider() {}

    /** Opens an incident that is played unaided: {@link #open(Scenario, long, CauseId, ClockMode, Instant, Participant, Terms)}. */
    public static Decision.Accepted open(
            Scenario scenario, long seed, CauseId cause, ClockMode mode, Instant wallClock, Participant by) {
        return open(scenario, seed, cause, mode, wallClock, by, Terms.UNAIDED);
    }

    /**
     * Opens an incident: the history before the page, and the page.
     *
     * @param wallClock real time, from which a live clock counts
     */
    public static Decision.Accepted open(
            Scenario scenario,
            long seed,
            CauseId cause,
            ClockMode mode,
            Instant wallClock,
            Participant by,
            Terms terms) {
        var opened = new Event.IncidentOpened(
                scenario.id(), scenario.revision(), seed, cause, mode, wallClock, by, terms, new Beginning.Fresh());
        return paged(Evolution.begin(scenario, new Recorded(1, scenario.origin(), opened)));
    }

    /** Another incident than {@code incident}, of another cause, in which nothing has been done yet. */
    static Incident openedWith(Incident incident, CauseId cause) {
        var opened = incident.opened().of(cause);
        var scenario = incident.scenario();
        var first = new Recorded(1, scenario.origin(), opened);
        return paged(Evolution.begin(scenario, first, incident.world().undisturbed()))
                .after();
    }

    /** A begun incident when its page has gone off. */
    static Decision.Accepted paged(Incident begun) {
        var progress = Progress.begun(begun);
        Deadlines.pass(progress, begun.scenario().pagedAt());
        return progress.accepted();
    }

    /** The cause that {@code seed} draws, by the causes' weights. */
    public static CauseId drawCause(Scenario scenario, long seed) {
        var total =
                scenario.causes().stream().mapToDouble(each -> each.weight()).sum();
        var left = Draw.unit(seed, "cause") * total;
        for (var cause : scenario.causes()) {
            left -= cause.weight();
            if (left < 0) {
                return cause.id();
            }
        }
        return scenario.causes().getLast().id();
    }

    /**
     * What becomes of a command at {@code now} (incident time). What fell due since the last event happens first, each at its own
     * instant. On the practice clock a move takes its time: the incident has moved on when it is decided. While the clock is paused it
     * is as late as when it was paused, whatever {@code now} says.
     */
    public static Decision decide(Scenario scenario, Incident incident, Command command, Instant now) {
        return incident.clock().isPaused()
                ? decided(incident, command, incident.now())
                : decided(incident, command, now);
    }

    private static Decision decided(Incident incident, Command command, Instant now) {
        var progress = new Progress(incident);
        Deadlines.pass(progress, now);
        if (command instanceof Command.Observe) {
            return progress.accepted();
        }
        var refusal = refusal(
                progress.incident(), command, latest(now, progress.incident().now()));
        if (refusal.isPresent()) {
            return progress.refused(refusal.get());
        }
        var at = latest(now, progress.incident().now());
        var asked = Coach.beforeClosing(progress, command, at);
        if (asked.isPresent()) {
            return progress.refused(asked.get());
        }
        if (incident.opened().mode() == ClockMode.PRACTICE) {
            at = at.plus(Costs.making(command));
            Deadlines.pass(progress, at);
            if (progress.incident().isOver()) {
                return progress.refused(new Refusal.IncidentOver());
            }
        }
        Moves.make(progress, command, at);
        Coach.afterMove(progress, command);
        return progress.accepted();
    }

    private static Optional<Refusal> refusal(Incident incident, Command command, Instant at) {
        if (incident.isOver()) {
            return Optional.of(new Refusal.IncidentOver());
        }
        if (incident.clock().isPaused() && !(command instanceof Command.Facilitating)) {
            return Optional.of(new Refusal.Paused());
        }
        if (incident.version() >= Limits.EVENTS - Limits.EVENTS_KEPT_FOR_THE_END
                && !(command instanceof Command.Close || command instanceof Command.ResumeClock)) {
            return Optional.of(new Refusal.LimitReached("events", Limits.EVENTS));
        }
        return Checks.refusal(incident, command, at);
    }

    /** How long an action takes, drawn by the incident's seed. */
    static Duration takes(Incident incident, Action action, ActionId id) {
        var takes = incident.scenario().takes(action);
        var spread = takes.most().minus(takes.least()).toSeconds();
        var drawn = Math.round(spread * Draw.unit(incident.opened().seed(), "action " + id));
        return takes.least().plusSeconds(drawn);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
