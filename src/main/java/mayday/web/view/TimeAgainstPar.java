package mayday.web.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Elapsed;
import mayday.debrief.Par;

/**
 * A time beside the expert's.
 *
 * @param actual {@code 17:50} or {@code never}
 * @param since what it is counted from; empty if it was never reached
 * @param par the expert's; empty if it is not known
 * @param health {@code ok} or {@code warn}: not later than the expert, or later; empty if there is nothing to compare
 * @param word {@code 0:15 ahead}, {@code 1:40 over} or {@code on par}
 * @param percent the length of the bar, 0 to 100
 * @param parPercent where on the bar the expert's mark stands
 */
public record TimeAgainstPar(
        String what, String actual, String since, String par, String health, String word, int percent, int parPercent) {
    private static final String NEVER = "never";

    /** The bar leaves so much room beyond the longer of both. */
    private static final double ROOM = 1.2;

    static List<TimeAgainstPar> of(Debrief debrief) {
        var page = "after the page";
        var impact = "after customer impact began";
        return List.of(
                row(debrief, "Acknowledged", page, Debrief.Time::acknowledge),
                row(debrief, "Detected", impact, Debrief.Time::detect),
                row(debrief, "Mitigated", impact, Debrief.Time::mitigate));
    }

    private static TimeAgainstPar row(
            Debrief debrief, String what, String since, Function<Debrief.Time, Elapsed> which) {
        var actual = which.apply(debrief.time());
        var expert = debrief.par().map(Par::time).map(which);
        var bar = Math.max(seconds(Optional.of(actual)), seconds(expert)) * ROOM;
        return new TimeAgainstPar(
                what,
                written(actual),
                actual instanceof Elapsed.Never ? "" : since,
                expert.map(TimeAgainstPar::written).orElse(""),
                expert.map(par -> isLater(actual, par) ? "warn" : "ok").orElse(""),
                expert.map(par -> difference(actual, par)).orElse(""),
                actual instanceof Elapsed.Never ? 100 : percent(Optional.of(actual), bar),
                percent(expert, bar));
    }

    static String written(Elapsed elapsed) {
        return switch (elapsed) {
            case Elapsed.After(var length) -> Format.length(length);
            case Elapsed.Never() -> NEVER;
        };
    }

    private static boolean isLater(Elapsed actual, Elapsed par) {
        return switch (actual) {
            case Elapsed.After(var length) -> par instanceof Elapsed.After(var other) && length.compareTo(other) > 0;
            case Elapsed.Never() -> par instanceof Elapsed.After;
        };
    }

    private static String difference(Elapsed actual, Elapsed par) {
        if (actual instanceof Elapsed.After(var length) && par instanceof Elapsed.After(var other)) {
            var apart = length.minus(other);
            return apart.isZero() ? "on par" : Format.length(apart.abs()) + (apart.isNegative() ? " ahead" : " over");
        }
        return actual instanceof Elapsed.Never
                ? par instanceof Elapsed.Never ? "nor did the expert" : "not reached"
                : "the expert never did";
    }

    private static double seconds(Optional<Elapsed> elapsed) {
        return elapsed.map(each -> each instanceof Elapsed.After(var length) ? length : Duration.ZERO)
                .orElse(Duration.ZERO)
                .toSeconds();
    }

    private static int percent(Optional<Elapsed> elapsed, double bar) {
        return bar == 0 ? 0 : (int) Math.round(100 * seconds(elapsed) / bar);
    }
}
