package mayday.recording;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.recording.Recording.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a log: plain ones, JSON objects, or {@code key=value}. */
final class LogLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> TIMES =
            List.of("ts", "time", "timestamp", "@timestamp", "t", "at", "datetime", "date", "asctime");
    private static final List<String> LEVELS =
            List.of("level", "lvl", "severity", "levelname", "log.level", "loglevel", "l");
    private static final List<String> MESSAGES =
            List.of("msg", "message", "log", "text", "event", "short_message", "body");
    private static final List<String> HOSTS = List.of("host", "hostname", "instance", "pod", "node", "server");

    /** Upper case at the beginning of a message, or in brackets, is a level; a word of the message is not. */
    private static final Pattern LEVEL = Pattern.compile(
            "^[\\s|:-]{0,3}(?:[\\[<(]\\s{0,5}([A-Za-z]{1,9})\\s{0,5}[\\])>]|([A-Z]{3,9})\\b:?)[\\s|:-]{0,3}");

    private static final Pattern LATER_LEVEL =
            Pattern.compile("\\b(FATAL|CRITICAL|SEVERE|PANIC|ERROR|WARN|WARNING)\\b");
    private static final int LEVEL_CHARACTERS = 100;
    private static final Pattern SERVER_ERROR = Pattern.compile("\" 5\\d\\d ");
    private static final Pattern SYSLOG_HOST = Pattern.compile("^ ([\\w.-]{1,64}) (?=[\\w./-]{1,64}(?:\\[\\d+\\])?: )");
    private static final Pattern PAIR =
            Pattern.compile("(?<k>[\\w.@/-]{1,80})(?:=(?:\"(?<q>(?:[^\"\\\\]|\\\\.)*+)\"|(?<v>\\S*)))?\\s*");

    private final Format format;
    private final Times times;
    private final List<String> timeKeys;

    /** @param timeKey where JSON objects and pairs have their time; empty to find it */
    LogLines(Format format, Times times, String timeKey) {
        this.format = format;
        this.times = times;
        this.timeKeys = timeKey.isEmpty() ? TIMES : List.of(timeKey);
    }

    /** What a line is. */
    sealed interface Line {
        record Of(Entry entry) implements Line {}

        /** It belongs to the entry above it. */
        record Continued(String text) implements Line {}

        record Blank() implements Line {}
    }

    Line read(String line, int number) throws Broken {
        if (line.isBlank()) {
            return new Line.Blank();
        }
        return switch (format) {
            case PLAIN -> plain(line);
            case JSON_LINES -> json(line, number);
            case LOGFMT -> pairs(line);
            case PROMETHEUS, CSV -> throw new IllegalArgumentException(format + " is no log");
        };
    }

    /** Why the first line of a log cannot be placed in time. */
    Broken withoutTime(String line, int number) {
        return times.isWithoutDay(line)
                ? Broken.inTime(
                        number,
                        1,
                        "the times of this log do not say their year or day",
                        "say with `at` (or --at) which instant of the recording is the page")
                : Broken.inTime(
                        number,
                        1,
                        "this line does not begin with a time",
                        "the first line has one, like `2024-05-01T12:00:00Z message`; lines without a time belong to the one above");
    }

    private Line plain(String line) {
        var leading = times.leading(line);
        if (leading.isEmpty()) {
            return new Line.Continued(line);
        }
        var rest = leading.get().rest();
        var host = SYSLOG_HOST.matcher(rest);
        var name = host.find() ? host.group(1) : "";
        var text = name.isEmpty() ? rest : rest.substring(host.end());
        var level = LEVEL.matcher(text);
        if (level.find()) {
            var word = level.group(1) == null ? level.group(2) : level.group(1);
            var known = level(word);
            if (known.isPresent()) {
                return entry(leading.get().at(), known.get(), name, text.substring(level.end()));
            }
        }
        var head = text.length() > LEVEL_CHARACTERS ? text.substring(0, LEVEL_CHARACTERS) : text;
        var later = LATER_LEVEL.matcher(head);
        var found = later.find()
                ? level(later.group(1)).orElse("INFO")
                : SERVER_ERROR.matcher(text).find() ? "ERROR" : "INFO";
        return entry(leading.get().at(), found, name, text);
    }

    private static Line entry(Instant at, String level, String host, String text) {
        return new Line.Of(new Entry(at, level, host, bounded(text.strip())));
    }

    static String bounded(String text) {
        return text.length() <= Recording.MOST_ENTRY_CHARACTERS
                ? text
                : text.substring(0, Recording.MOST_ENTRY_CHARACTERS - 1) + "…";
    }

    /** One of our three levels; empty if the word is no level. */
    private static Optional<String> level(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "FATAL",
                    "CRIT",
                    "CRITICAL",
                    "EMERG",
                    "ALERT",
                    "SEVERE",
                    "PANIC",
                    "DPANIC",
                    "ERROR",
                    "ERR",
                    "E",
                    "F",
                    "50",
                    "60" -> Optional.of("ERROR");
            case "WARN", "WARNING", "W", "40" -> Optional.of("WARN");
            case "INFO", "NOTICE", "DEBUG", "TRACE", "FINE", "VERBOSE", "LOG", "I", "D", "10", "20", "30" ->
                Optional.of("INFO");
            default -> Optional.empty();
        };
    }

    private Line json(String line, int number) throws Broken {
        try {
            var read = JSON.readTree(line);
            if (!read.isObject()) {
                throw Broken.at(number, 1, "this line is no JSON object", "remove it, or say `format: plain`");
            }
            var fields = new LinkedHashMap<String, String>();
            read.propertyStream().forEach(each -> fields.put(each.getKey(), text(each.getValue())));
            return of(fields)
                    .orElseThrow(() -> Broken.inTime(
                            number,
                            1,
                            "this line has no time that can be read",
                            "say with `time` which key has it; looked for were " + String.join(", ", timeKeys)));
        } catch (JacksonException broken) {
            var column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
            throw Broken.at(
                    number,
                    column,
                    "this line is no JSON: " + PrometheusReader.firstLine(broken.getOriginalMessage()),
                    "mend or remove the line; it may have been cut off");
        }
    }

    /** A JSON line that is as short as what is kept of it. */
    static String shortened(String line, Entry entry) {
        if (line.length() <= LogSample.LINE_CHARACTERS) {
            return line;
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("time", entry.at().toString());
        fields.put("level", entry.level());
        fields.put("host", entry.host());
        fields.put("msg", entry.text());
        return JSON.writeValueAsString(fields);
    }

    private static String text(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue().toPlainString();
        }
        return node.isString() ? node.stringValue() : node.isNull() ? "" : node.toString();
    }

    private Line pairs(String line) {
        var fields = new LinkedHashMap<String, String>();
        var pair = PAIR.matcher(line);
        var at = 0;
        while (at < line.length() && pair.find(at) && pair.start() == at && pair.end() > at) {
            var quoted = pair.group("q");
            var plain = pair.group("v") == null ? "" : pair.group("v");
            fields.put(pair.group("k"), quoted == null ? plain : quoted.replaceAll("\\\\(.)", "$1"));
            at = pair.end();
        }
        return of(fields).orElseGet(() -> new Line.Continued(line));
    }

    /** An entry with the message first and what else there is after it; empty without a time. */
    private Optional<Line> of(Map<String, String> fields) {
        var time = timeKeys.stream()
                .filter(key -> times.of(fields.getOrDefault(key, "")).isPresent())
                .findFirst();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        var at = times.of(fields.getOrDefault(time.get(), "")).orElseThrow();
        fields.remove(time.get());
        var level = level(taken(fields, LEVELS)).orElse("INFO");
        var host = taken(fields, HOSTS);
        var text = new StringBuilder(taken(fields, MESSAGES).strip());
        fields.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : " ").append(key).append('=').append(value));
        return Optional.of(entry(at, level, host, text.toString()));
    }

    /** The first of these keys that there is, taken out; empty if there is none. */
    private static String taken(Map<String, String> fields, List<String> keys) {
        for (var key : keys) {
            var value = fields.remove(key);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
