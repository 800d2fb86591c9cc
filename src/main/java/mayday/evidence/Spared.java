package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;

/**
 * Requests in front that no customer sent, such as those of a load test: what is measured at the entry counts them, what real users see does
 * not.
 *
 * @param stretches the effects that spare customers, each with when it begins and ends
 */
record Spared(List<Stretch> stretches) {

    /** An effect that no customer feels, while it lasts. */
    record Stretch(Effect effect, Instant from, Instant until) {
        /** How much of its strength it has, 0 to 1. */
        double strength(Instant at) {
            if (at.isBefore(from) || !at.isBefore(until)) {
                return 0;
            }
            return effect.ramp().isZero()
                    ? 1
                    : Math.min(
                            1,
                            (double) Duration.between(from, at).toMillis()
                                    / effect.ramp().toMillis());
        }
    }

    Spared {
        stretches = List.copyOf(stretches);
    }

    static Spared in(Circumstances circumstances) {
        var passages = circumstances.passages();
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < passages.size(); i++) {
            var passage = passages.get(i);
            for (var effect : passage.state().sparing()) {
                stretches.add(new Stretch(effect, passage.enteredAt(), circumstances.leftAt(i)));
            }
        }
        return new Spared(stretches);
    }

    /** Whether some of the requests at {@code at} are nobody's. */
    boolean any(Instant at) {
        return stretches.stream().anyMatch(each -> each.strength(at) > 0);
    }

    /** The share of customers' requests that fails, where {@code measured} is that of all; both 0 to 1. */
    double failing(Instant at, double measured) {
        double well = 1 - measured;
        for (var each : stretches) {
            if (each.effect() instanceof Effect.OnService on && on.adjustment() instanceof Adjustment.To(var share)) {
                well /= Math.max(1e-9, 1 - share * each.strength(at));
            }
        }
        return Math.clamp(1 - well, 0, 1);
    }

    /** How many requests a second are customers', where {@code measured} is the rate of all. */
    double rate(Instant at, double measured) {
        double rate = measured;
        for (var each : stretches) {
            if (each.effect() instanceof Effect.OnTraffic traffic
                    && traffic.adjustment() instanceof Adjustment.Times(var factor)) {
                rate /= 1 + (factor - 1) * each.strength(at);
            }
        }
        return rate;
    }
}
