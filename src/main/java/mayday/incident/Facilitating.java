package mayday.incident;

import static mayday.incident.Checks.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mayday.incident.IncidentClock.Course;

/** What whoever runs the incident for others may do to it, and what comes of it. */
final class Facilitating {
    private Facilitating() {}

    static Optional<Refusal> refusal(Incident incident, Command.Facilitating move, Instant at) {
        return switch (move) {
            case Command.PauseClock _ -> pausing(incident);
            case Command.ResumeClock _ -> resuming(incident);
            case Command.ExtendTime(var _, var length) -> extending(incident, length);
            case Command.CallTime _ -> Optional.empty();
        };
    }

    static void make(Progress progress, Command.Facilitating move, Instant at) {
        switch (move) {
            case Command.PauseClock(var by) -> progress.emit(at, new Event.ClockPaused(by));
            case Command.ResumeClock(var by, var wallClock) -> progress.emit(at, new Event.ClockResumed(by, wallClock));
            case Command.ExtendTime(var by, var length) -> progress.emit(at, new Event.TimeExtended(by, length));
            case Command.CallTime _ -> progress.emit(at, new Event.TimeRanOut());
        }
    }

    private static Optional<Refusal> pausing(Incident incident) {
        return switch (incident.clock().course()) {
            case Course.Running _ -> Optional.empty();
            case Course.Paused _ -> notNow("The clock is paused already.");
            case Course.ByMoves() ->
                notNow("A practice clock moves only when somebody makes a move; there is nothing to pause.");
        };
    }

    private static Optional<Refusal> resuming(Incident incident) {
        return switch (incident.clock().course()) {
            case Course.Running _ -> notNow("The clock is running; there is nothing to resume.");
            case Course.Paused _ -> Optional.empty();
            case Course.ByMoves() ->
                notNow("A practice clock moves only when somebody makes a move; there is nothing to resume.");
        };
    }

    private static Optional<Refusal> extending(Incident incident, Duration length) {
        if (incident.clock().course() instanceof Course.ByMoves) {
            return notNow("Only a live clock can be given more time; this is a practice clock.");
        }
        var most = Limits.LONGEST_EXTENSION.minus(incident.clock().extension()).toMinutes();
        if (most < 1) {
            return notNow("This incident has been given all of the " + Limits.LONGEST_EXTENSION.toMinutes()
                    + " minutes that can be added.");
        }
        var whole = length.equals(Duration.ofMinutes(length.toMinutes()));
        return unless(
                whole && length.toMinutes() >= 1 && length.toMinutes() <= most,
                new Refusal.OutOfRange("added time", "1 to " + most + " whole minutes"));
    }

    private static Optional<Refusal> notNow(String reason) {
        return Optional.of(new Refusal.NotNow(reason));
    }
}
