package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.Condition;
import mayday.simulation.Trajectory;

/** Looks whether conditions hold. */
public final class Conditions {
    private Conditions() {}

    /** Whether {@code condition} holds at {@code at} and has held without a break for as long as it asks. */
    public static boolean holds(Incident incident, Condition condition, Instant at) {
        return heldFor(incident, condition, at, condition.sustained(), true);
    }

    /** Whether {@code condition} holds at {@code at}, for however short a time. */
    static boolean holdsNow(Incident incident, Condition condition, Instant at) {
        return holdsAt(incident, condition, at);
    }

    /** Whether {@code condition} has been broken at every sample of the last {@code length}. */
    static boolean brokenFor(Incident incident, Condition condition, Instant at, Duration length) {
        return heldFor(incident, condition, at, length, false);
    }

    private static boolean heldFor(
            Incident incident, Condition condition, Instant at, Duration length, boolean expected) {
        var from = at.minus(length);
        for (var sample = at; !sample.isBefore(from); sample = sample.minus(Trajectory.SAMPLE)) {
            if (holdsAt(incident, condition, sample) != expected) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsAt(Incident incident, Condition condition, Instant at) {
        return switch (condition) {
            case Condition.Threshold threshold ->
                threshold.holdsFor(incident.world()
                        .trajectory()
                        .at(threshold.signal(), threshold.service(), threshold.where(), at));
            case Condition.Formula(var expression, var _, var _) -> Facts.value(incident, expression, at) != 0;
        };
    }
}
