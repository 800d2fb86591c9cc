package mayday.question;

import java.util.Optional;
import java.util.regex.Pattern;
import mayday.evidence.Window;

/**
 * Which lines of a log are wanted, in words: {@code containing timeout}, {@code only errors}, {@code with status 503}. They become the
 * command that a responder would type, so the whole log is looked through and not an excerpt of it.
 */
final class LogWords {
    /** A longer text is a paste, not something to look for. */
    static final int MOST_CHARACTERS = 80;

    private static final String TEXT = "(?:\"([^\"]{1,80})\"|'([^']{1,80})'|([a-z0-9_.:/=@#-]{2,80}))";
    private static final Pattern CONTAINING = Pattern.compile(
            "(?:^| )(?:that |which |lines? )*(?:containing|contains?|including|include|mentioning|mentions?|matching|match|with the (?:word|text|string|phrase)|with text|saying|that say)s? (?:the (?:word|text|string|phrase) )?"
                    + TEXT);
    private static final Pattern GREP = Pattern.compile(
            "^(?:please |can you |could you )?(?:grep|search|look|scan|filter)(?: for)? (?:the (?:word|text|string|phrase) )?"
                    + TEXT + " (?:in|from|of|through|within) (?:the )?(.*\\blogs?\\b.*)$");
    private static final Pattern SEARCH_LOGS = Pattern.compile(
            "^(?:please |can you |could you )?(?:grep|search|look through|look in|scan|filter|go through) (?:the )?(.*\\blogs?\\b.*?) (?:for|by|on) (?:the (?:word|text|string|phrase) )?"
                    + TEXT + "( .*)?$");
    private static final Pattern STATUS = Pattern.compile(
            "(?:^| )(?:with |having |of |for )?(?:only |just |the )*(?:http )?(?:status(?: code)?|code) (\\d{3}|[1-5]xx)s?\\b|(?:^| )(?:only|just) (?:the )?(\\d{3}|[1-5]xx)s?\\b(?: (?:responses|answers|lines|errors))?");
    private static final Pattern LEVEL = Pattern.compile(
            "(?:^| )(?:only|just) (?:the )?(error|warn|warning)s?(?: (?:lines|messages|entries|level))?\\b|(?:^| )(?:at )?(?:level|severity) (error|warn|warning)\\b|(?:^| )(error|warn|warning)s? only\\b");

    private LogWords() {}

    /**
     * What is wanted of a log.
     *
     * @param rest the words without it
     * @param level {@code err}, {@code warning}, or empty for all
     * @param text what the lines contain, letters taken as either case; empty for all
     * @param isExpression whether {@code text} is an expression rather than plain text
     */
    record Wanted(String rest, String level, String text, boolean isExpression) {
        Wanted {
            text = text.replace("'", "");
        }

        /** The command for a service's log, over {@code window}. */
        String command(String service, Window window) {
            var line = new StringBuilder("journalctl -u ").append(service);
            switch (window) {
                case Window.Usual() -> {
                    // As much as the program shows by itself.
                }
                case Window.Last(var length) ->
                    line.append(" --since \"")
                            .append(Math.max(1, length.toMinutes()))
                            .append(" min ago\"");
                case Window.Since(var from) ->
                    line.append(" --since \"").append(stamp(from)).append('"');
                case Window.Between(var from, var until) ->
                    line.append(" --since \"")
                            .append(stamp(from))
                            .append("\" --until \"")
                            .append(stamp(until))
                            .append('"');
            }
            if (!level.isEmpty()) {
                line.append(" -p ").append(level);
            }
            return text.isEmpty() ? line.toString() : line + filter();
        }

        /** What is put behind the command that showed a log before. */
        String filter() {
            var expression = text.isEmpty() && !level.isEmpty() ? level.equals("err") ? "error" : "warn|error" : text;
            return " | grep " + (isExpression || text.isEmpty() ? "-iE" : "-iF") + " '" + expression + "'";
        }

        /** As words that can be put behind a question. */
        String words() {
            var of = level.isEmpty() ? "" : level.equals("err") ? "only errors " : "only warnings ";
            var code = text.replace("\\b", "").replace("[0-9]{2}", "xx");
            return (of + (text.isEmpty() ? "" : isExpression ? "with status " + code : "containing \"" + text + "\""))
                    .strip();
        }

        private static String stamp(java.time.Instant at) {
            return at.toString().replace("T", " ").replaceFirst(":\\d{2}(?:\\.\\d+)?Z$", "");
        }
    }

    /** What {@code plain} wants of a log, if it says so. */
    static Optional<Wanted> find(String plain) {
        var rest = plain.replaceAll("[\u201c\u201d\u201e]", "\"").replaceAll("[?!.]+$", "");
        var grep = GREP.matcher(rest);
        if (grep.matches()) {
            return Optional.of(new Wanted(grep.group(4), "", text(grep.group(1), grep.group(2), grep.group(3)), false));
        }
        var search = SEARCH_LOGS.matcher(rest);
        if (search.matches()) {
            var after = search.group(5) == null ? "" : search.group(5);
            return Optional.of(new Wanted(
                    search.group(1) + after, "", text(search.group(2), search.group(3), search.group(4)), false));
        }
        var level = "";
        var found = LEVEL.matcher(rest);
        if (found.find()) {
            level = found.group().contains("warn") ? "warning" : "err";
            rest = without(rest, found.start(), found.end());
        }
        var containing = CONTAINING.matcher(rest);
        if (containing.find()) {
            var text = text(containing.group(1), containing.group(2), containing.group(3));
            return Optional.of(new Wanted(without(rest, containing.start(), containing.end()), level, text, false));
        }
        var status = STATUS.matcher(rest);
        if (status.find()) {
            var code = status.group(1) != null ? status.group(1) : status.group(2);
            return Optional.of(new Wanted(
                    without(rest, status.start(), status.end()),
                    level,
                    "\\b" + code.replace("xx", "[0-9]{2}") + "\\b",
                    true));
        }
        return level.isEmpty() ? Optional.empty() : Optional.of(new Wanted(rest, level, "", false));
    }

    /** A search of a service's log turned to another's; no command if it is none. */
    static String ofAnother(String command, mayday.scenario.ServiceId service) {
        return command.startsWith("journalctl -u ")
                ? command.replaceFirst("^journalctl -u \\S+", "journalctl -u " + service)
                : "";
    }

    private static String text(String doubleQuoted, String quoted, String bare) {
        return doubleQuoted != null ? doubleQuoted : quoted != null ? quoted : bare;
    }

    private static String without(String text, int from, int until) {
        return (text.substring(0, from) + " " + text.substring(until))
                .replaceAll(" +", " ")
                .strip();
    }
}
