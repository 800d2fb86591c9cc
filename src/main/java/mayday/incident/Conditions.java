package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.Condition;
import mayday.simulation.Trajectory;

/** Looks whether conditions on signals hold. */
final class Conditions {
    private Conditions() {}

    /** Whether {@code condition} holds at {@code at} and has held without a break for as long as it asks. */
    static boolean holds(Trajectory trajectory, Condition condition, Instant at) {
        return heldFor(trajectory, condition, at, condition.sustained(), true);
    }

    /** Whether {@code condition} holds at {@code at}, for however short a time. */
    static boolean holdsNow(Trajectory trajectory, Condition condition, Instant at) {
        return heldFor(trajectory, condition, at, Duration.ZERO, true);
    }

    /** Whether {@code condition} has been broken at every sample of the last {@code length}. */
    static boolean brokenFor(Trajectory trajectory, Condition condition, Instant at, Duration length) {
        return heldFor(trajectory, condition, at, length, false);
    }

    private static boolean heldFor(
            Trajectory trajectory, Condition condition, Instant at, Duration length, boolean expected) {
        var from = at.minus(length);
        for (var sample = at; !sample.isBefore(from); sample = sample.minus(Trajectory.SAMPLE)) {
            var value = trajectory.at(condition.signal(), condition.service(), condition.where(), sample);
            if (condition.holdsFor(value) != expected) {
                return false;
            }
        }
        return true;
    }
}
