package mayday.evidence;

import java.time.Instant;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Where;

/** How the attempts of one service to call another mostly fail. */
enum CallFailure {
    NONE("–"),
    TIMEOUT("time-outs"),
    REFUSED("refused"),
    TLS("TLS handshake"),
    NAME("name not resolved"),
    ANSWER("error answers");

    /** Fewer failures than this are those of an ordinary day. */
    static final double NOTICED = 0.002;

    private final String words;

    CallFailure(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The kind with the largest share; what is none of the others is an error that the callee answered with. */
    static CallFailure of(Sight sight, Dependency edge, Where where, Instant until) {
        double all = sight.lately(DependencySignal.FAILURE_RATIO, edge, where, until);
        if (all < NOTICED) {
            return NONE;
        }
        double left = all;
        var most = NONE;
        double share = 0;
        for (var kind : new CallFailure[] {TIMEOUT, REFUSED, TLS, NAME}) {
            double ratio = sight.lately(kind.signal(), edge, where, until);
            left -= ratio;
            if (ratio > share) {
                most = kind;
                share = ratio;
            }
        }
        return left > share ? ANSWER : most;
    }

    /** The share of attempts that fail in this way; of all that fail for those that have no signal of their own. */
    DependencySignal signal() {
        return switch (this) {
            case TIMEOUT -> DependencySignal.TIMEOUT_RATIO;
            case REFUSED -> DependencySignal.REFUSED_RATIO;
            case TLS -> DependencySignal.TLS_RATIO;
            case NAME -> DependencySignal.NAME_RATIO;
            case NONE, ANSWER -> DependencySignal.FAILURE_RATIO;
        };
    }
}
