package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.Scenario;

/**
 * What incident time is counted from, and how much of it was added to the scenario's limit.
 *
 * @param extension nothing to {@link Limits#LONGEST_EXTENSION}
 */
public record IncidentClock(Course course, Duration extension) {

    /** How incident time passes. */
    public sealed interface Course {
        /** By moves alone: the practice clock. */
        record ByMoves() implements Course {}

        /**
         * With real time: the live clock.
         *
         * @param from incident time at {@code wallClock}
         * @param speed incident time that passes in the same real time
         */
        record Running(Instant from, Instant wallClock, double speed) implements Course {}

        /**
         * Not at all, until a facilitator lets it go on.
         *
         * @param at incident time while it stands still
         * @param speed at which it will go on
         */
        record Paused(Instant at, double speed) implements Course {}
    }

    static IncidentClock begun(Scenario scenario, Event.IncidentOpened opened) {
        var course = switch (opened.mode()) {
            case PRACTICE -> new Course.ByMoves();
            case LIVE ->
                new Course.Running(
                        scenario.pagedAt(), opened.wallClock(), opened.terms().speed());
        };
        return new IncidentClock(course, Duration.ZERO);
    }

    /**
     * Which incident time it is, never before the last event: real time may go backwards, when a machine's clock is set. On the practice
     * clock it is as late as the last move left it.
     */
    public static Instant now(Incident incident, Instant wallClock) {
        return switch (incident.clock().course()) {
            case Course.ByMoves() -> incident.now();
            case Course.Paused _ -> incident.now();
            case Course.Running(var from, var since, var speed) -> {
                var live = from.plus(passed(Duration.between(since, wallClock), speed));
                yield live.isBefore(incident.now()) ? incident.now() : live;
            }
        };
    }

    private static Duration passed(Duration real, double speed) {
        return speed == Terms.REAL_TIME ? real : Duration.ofMillis(Math.round(real.toMillis() * speed));
    }

    public boolean isPaused() {
        return course instanceof Course.Paused;
    }

    /** Stopped at {@code at}; a practice clock, as that of a fork of a paused incident, stands still anyway. */
    IncidentClock paused(Instant at) {
        return switch (course) {
            case Course.Running(var _, var _, var speed) -> new IncidentClock(new Course.Paused(at, speed), extension);
            case Course.ByMoves _, Course.Paused _ -> this;
        };
    }

    /** Going on from {@code at}, which it is at {@code wallClock}. */
    IncidentClock resumed(Instant at, Instant wallClock) {
        return switch (course) {
            case Course.Paused(var _, var speed) ->
                new IncidentClock(new Course.Running(at, wallClock, speed), extension);
            case Course.ByMoves _, Course.Running _ -> this;
        };
    }

    IncidentClock extended(Duration length) {
        return new IncidentClock(course, extension.plus(length));
    }
}
