package mayday.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mayday.scenario.LogPattern;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** The status that a service answers with when a request of its fails. */
final class Statuses {
    /** The kinds of failures, each with a status of its own. */
    static final List<Signal> KINDS = List.of(
            Signal.ERROR_OWN,
            Signal.ERROR_REJECTED,
            Signal.ERROR_TIMEOUT,
            Signal.ERROR_DEPENDENCY,
            Signal.ERROR_NAME_RESOLUTION,
            Signal.ERROR_TLS);

    private Statuses() {}

    /**
     * What a service usually answers with for failures of this kind; for the kind that most of its failures are at {@code
     * at} what the author's log lines of that moment say instead, if they do.
     */
    static int of(Inquiry inquiry, Subject subject, Signal kind, Instant at) {
        int said = said(inquiry, subject, at);
        return said > 0 && kind == mostly(inquiry.sight(), subject, at) ? said : usual(kind);
    }

    private static int usual(Signal kind) {
        if (kind == Signal.ERROR_OWN) {
            return 500;
        }
        if (kind == Signal.ERROR_REJECTED) {
            return 503;
        }
        return kind == Signal.ERROR_TIMEOUT ? 504 : 502;
    }

    private static Signal mostly(Sight sight, Subject subject, Instant at) {
        var most = Signal.ERROR_OWN;
        double highest = 0;
        for (var kind : KINDS) {
            double share = sight.lately(kind, subject, at);
            if (share > highest) {
                most = kind;
                highest = share;
            }
        }
        return most;
    }

    /** The status of the log line that speaks for most failures; 0 if none says one. */
    private static int said(Inquiry inquiry, Subject subject, Instant at) {
        var circumstances = inquiry.circumstances();
        var passages = circumstances.passages();
        return IntStream.range(0, passages.size())
                .filter(passage -> !passages.get(passage).enteredAt().isAfter(at)
                        && circumstances.leftAt(passage).isAfter(at))
                .boxed()
                .flatMap(passage -> passages.get(passage).state().logs().stream())
                .filter(pattern -> pattern.status() > 0 && speaksOf(pattern, subject))
                .max(Comparator.comparingDouble(LogPattern::share))
                .map(LogPattern::status)
                .orElse(0);
    }

    private static boolean speaksOf(LogPattern pattern, Subject subject) {
        return pattern.service().equals(subject.id())
                && pattern.per() == LogPattern.Per.FAILURE
                && switch (subject.where()) {
                    case Where.Everywhere() -> true;
                    case Where.In(var region) -> pattern.where().covers(region);
                };
    }
}
