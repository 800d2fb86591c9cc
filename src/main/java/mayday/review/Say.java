package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mayday.incident.Reports;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;

/** Figures and moves as questions quote them. */
final class Say {
    private static final DateTimeFormatter HOURS_AND_MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A quotation is a reminder, not the whole text. */
    private static final int MOST_QUOTED = 120;

    private Say() {}

    /** {@code 14:06}, UTC. */
    static String clock(Instant at) {
        return HOURS_AND_MINUTES.format(at);
    }

    /** {@code 40 seconds}, {@code 1 minute}, {@code 17 minutes}; whole minutes that have passed, as clock times have them. */
    static String length(Duration length) {
        if (length.toSeconds() < 60) {
            return length.toSeconds() + (length.toSeconds() == 1 ? " second" : " seconds");
        }
        var minutes = length.toMinutes();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    /** {@code 12,400}. */
    static String count(double value) {
        return String.format(Locale.ENGLISH, "%,d", Math.round(value));
    }

    /** {@code 0.4 %}, {@code 31 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share >= 0.1 ? "%.0f %%" : "%.1f %%", 100 * share);
    }

    /** {@code 1.4}. */
    static String bits(double bits) {
        return String.format(Locale.ROOT, "%.1f", Math.max(0, bits));
    }

    /** {@code checkout, edge and orders}. */
    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** The beginning of somebody's words. */
    static String quote(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= MOST_QUOTED
                ? line
                : line.substring(0, MOST_QUOTED).strip() + "…";
    }

    /** What somebody did, after "you": {@code rolled back checkout, all regions}. */
    static String done(Action action) {
        var title = Reports.title(action);
        if (action.kind() == ActionKind.OWN) {
            return "did “" + title + "”";
        }
        if (action instanceof Action.ShedLoad(var percent, var _) && percent == 0) {
            return "stopped" + title.substring(title.indexOf(' '));
        }
        return past(action.kind()) + title.substring(title.indexOf(' '));
    }

    private static String past(ActionKind kind) {
        return switch (kind) {
            case ROLL_BACK -> "rolled";
            case REVERT_CONFIG -> "reverted";
            case SET_FLAG -> "turned";
            case SCALE -> "scaled";
            case RESTART, RESTART_HOST -> "restarted";
            case DRAIN_REGION -> "drained";
            case RETURN_REGION, RETURN_HOST -> "returned";
            case SHED_LOAD -> "shed";
            case FAIL_OVER -> "failed";
            case FLUSH_CACHE, FLUSH_DNS -> "flushed";
            case RENEW_CERTIFICATE -> "renewed";
            case STOP_JOB -> "stopped";
            case KILL_QUERY -> "killed";
            case BLOCK_CLIENT -> "blocked";
            case UNBLOCK_CLIENT -> "unblocked";
            case FREEZE_AUTOMATION -> "froze";
            case UNFREEZE_AUTOMATION -> "unfroze";
            case TAKE_OUT_HOST -> "took";
            case USE_RESOLVER -> "let";
            case OWN -> "did";
        };
    }
}
