package mayday.evidence;

import java.time.Instant;
import mayday.evidence.Observation.Health;

/** Judges a service's health from what was shown of it. */
final class Judgement {
    /** Below one failure in a hundred requests a service counts as healthy. */
    static final double DEGRADED_ERRORS = 0.01;

    static final double FAILING_ERRORS = 0.05;

    /** Slower than this many times its usual latency, a service is degraded. */
    static final double DEGRADED_SLOWDOWN = 1.5;

    static final double FAILING_SLOWDOWN = 5;

    /** A slowdown of less than this is nobody's trouble, whatever the factor. */
    static final double NOTICED_SECONDS = 0.02;

    private Judgement() {}

    static Observation byErrors(Subject subject, double errorRatio, Instant asOf) {
        return new Observation(subject.id(), grade(errorRatio, DEGRADED_ERRORS, FAILING_ERRORS), asOf);
    }

    static Observation byLatency(Subject subject, double now, double usual, Instant asOf) {
        double slowdown = now - usual < NOTICED_SECONDS ? 1 : now / Math.max(usual, 0.001);
        return new Observation(subject.id(), grade(slowdown, DEGRADED_SLOWDOWN, FAILING_SLOWDOWN), asOf);
    }

    private static Health grade(double value, double degraded, double failing) {
        if (value < degraded) {
            return Health.HEALTHY;
        }
        return value <= failing ? Health.DEGRADED : Health.FAILING;
    }
}
