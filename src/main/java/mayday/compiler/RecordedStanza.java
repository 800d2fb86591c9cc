package mayday.compiler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import mayday.compiler.Problem.Severity;
import mayday.compiler.Value.Entries;
import mayday.evidence.Evidence.Chart;
import mayday.scenario.Dimension;
import mayday.scenario.Words;

/** What has to be written into a scenario so that recordings are asked for and shown: a question and a piece of evidence for each. */
public final class RecordedStanza {
    private static final int MOST_NAME = 60;
    private static final Pattern TOP_KEY = Pattern.compile("^[A-Za-z$\"'].*");

    /** Words in names of series that tell what they are about, the first that fits. */
    private static final Map<String, Dimension> TELLING = new LinkedHashMap<>();

    static {
        TELLING.put("replica|wal|deadlock|\\bdb|sql|query|quer(y|ies)|lag", Dimension.DB_HEALTH);
        TELLING.put("queue|backlog|consumer|jobs", Dimension.QUEUE_DEPTH);
        TELLING.put("conn|pool", Dimension.CONN_POOLS);
        TELLING.put("cpu|load", Dimension.CPU);
        TELLING.put("mem|heap|rss", Dimension.MEMORY);
        TELLING.put("disk|filesystem|iops", Dimension.DISK);
        TELLING.put("cache|hit", Dimension.CACHE);
        TELLING.put("dns|resolve", Dimension.DNS_RESOLUTION);
        TELLING.put("error|fail|5xx", Dimension.ERROR_RATE);
        TELLING.put("latency|duration|seconds|time", Dimension.LATENCY);
        TELLING.put("packet|retrans|network|bytes", Dimension.NETWORK);
    }

    /**
     * A recording.
     *
     * @param file relative to the scenario's folder
     * @param at an instant of it
     * @param isAtKnown whether that is the page; otherwise its author has to look
     * @param series names of its series; none of a log
     */
    public record Piece(String file, Instant at, boolean isAtKnown, List<String> series) {
        public Piece {
            series = List.copyOf(series);
        }

        String base() {
            return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
        }
    }

    private final Map<String, Piece> pieces = new LinkedHashMap<>();

    /**
     * What has to be written for these recordings.
     *
     * @param taken names that the scenario has already
     */
    public RecordedStanza(List<Piece> recordings, Set<String> taken) {
        var used = new HashSet<>(taken);
        for (var each : recordings) {
            var name = name(each.base());
            var unique = name;
            for (var number = 2; !used.add(unique); number++) {
                unique = name + "-" + number;
            }
            pieces.put(unique, each);
        }
    }

    private static String name(String base) {
        var name = base.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var bounded = name.substring(0, Math.min(name.length(), MOST_NAME - 4)).replaceAll("-$", "");
        return bounded.isEmpty() ? "recording" : bounded;
    }

    /** The names of the questions and the evidence that a scenario has. */
    public static Set<String> namesIn(Sources sources) {
        var names = new LinkedHashSet<String>();
        var text = sources.files().getOrDefault(sources.main(), "");
        TreeReader.read(sources.main(), text, new Problems(Map.of())).ifPresent(root -> {
            if (root instanceof Entries scenario) {
                scenario.entries().stream()
                        .filter(entry -> Set.of("questions", "evidence")
                                .contains(entry.key().text()))
                        .filter(entry -> entry.value() instanceof Entries)
                        .flatMap(entry -> ((Entries) entry.value()).entries().stream())
                        .forEach(entry -> names.add(entry.key().text()));
            }
        });
        return names;
    }

    /** As YAML, to be put into a scenario. */
    public String text() {
        return "questions:\n" + questions("  ") + "evidence:\n" + evidence("  ");
    }

    private String questions(String indent) {
        var text = new StringBuilder();
        pieces.forEach((name, piece) -> text.append("""
                %s: # TODO how would somebody ask for this? Write two or three ways, and what is told with it.
                  dimension: %s
                  asks: [%s]
                  answer: This was recorded.
                  reveals: %s
                """.formatted(
                name, Words.kebab(dimension(piece)), YamlText.scalar("show me the recorded " + words(name)), name)));
        return indented(text, indent);
    }

    private String evidence(String indent) {
        var text = new StringBuilder();
        pieces.forEach((name, piece) -> {
            text.append("""
                    %s:
                      title: %s
                      source: %s
                      recorded:
                        file: %s
                        at: "%s"%s
                    """.formatted(
                            name,
                            YamlText.scalar(capital(words(name))),
                            piece.series().isEmpty() ? "Log" : "Prometheus",
                            piece.file(),
                            written(piece.at()),
                            piece.isAtKnown() ? "" : " # TODO the middle of it: let it be when the pager went off"));
            if (!piece.series().isEmpty()) {
                text.append("    unit: %s # TODO is it? There is ratio, percent, seconds, bytes, per-second and more\n"
                        .formatted(Words.kebab(unit(piece))));
            }
            if (piece.series().size() > Chart.MOST_LINES) {
                text.append("    series: %s # TODO at most %d of %d\n"
                        .formatted(
                                YamlText.list(piece.series().subList(0, Chart.MOST_LINES)),
                                Chart.MOST_LINES,
                                piece.series().size()));
            }
        });
        return indented(text, indent);
    }

    private static String written(Instant at) {
        return at.toString().replace('T', ' ').replaceFirst("(?:\\.\\d+)?Z$", "");
    }

    private static String indented(CharSequence text, String indent) {
        return text.toString().replaceAll("(?m)^(?=.)", indent);
    }

    private static String words(String name) {
        return name.replace('-', ' ');
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Dimension dimension(Piece piece) {
        if (piece.series().isEmpty()) {
            return Dimension.LOGS;
        }
        var named = named(piece);
        return TELLING.entrySet().stream()
                .filter(each -> Pattern.compile(each.getKey()).matcher(named).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Dimension.TRAFFIC);
    }

    private static String named(Piece piece) {
        return (piece.base() + " " + String.join(" ", piece.series())).toLowerCase(Locale.ROOT);
    }

    private static RecordedUnit unit(Piece piece) {
        var named = named(piece);
        if (named.matches(".*(?:milliseconds|millis|[_ -]ms\\b).*")) {
            return RecordedUnit.MILLISECONDS;
        }
        if (named.matches(".*(?:seconds|latency|duration|lag).*")) {
            return RecordedUnit.SECONDS;
        }
        if (named.matches(".*(?:percent|pct|%).*")) {
            return RecordedUnit.PERCENT;
        }
        if (named.contains("ratio")) {
            return RecordedUnit.RATIO;
        }
        return named.contains("bytes") ? RecordedUnit.BYTES : RecordedUnit.COUNT;
    }

    /** A scenario's text with it, or why it cannot be put there, in a sentence. */
    public sealed interface Appended {
        record Done(String text) implements Appended {}

        record Refused(String why) implements Appended {}
    }

    /**
     * Puts it into a scenario that is written as YAML, and leaves everything else in it as it is. Whatever compiled before compiles after it.
     *
     * @param recorded the texts of the files that it names, by path from the folder of all scenarios
     */
    public Appended appendedTo(Sources sources, Map<String, String> recorded) {
        var text = sources.files().getOrDefault(sources.main(), "");
        if (sources.main().endsWith(".json")) {
            return new Appended.Refused(sources.main() + " is JSON, into which nothing is put by itself.");
        }
        var added = added(text, "questions", this::questions).flatMap(each -> added(each, "evidence", this::evidence));
        if (added.isEmpty()) {
            return new Appended.Refused("`questions` or `evidence` stands between brackets in " + sources.main() + ".");
        }
        var files = new LinkedHashMap<>(sources.files());
        files.putAll(recorded);
        files.put(sources.main(), added.get());
        var before = errors(sources);
        return ScenarioCompiler.compile(new Sources(sources.main(), files)).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR && !before.contains(problem.message()))
                .findFirst()
                .<Appended>map(problem -> new Appended.Refused("It would make a mistake: " + problem.message() + "."))
                .orElseGet(() -> new Appended.Done(added.get()));
    }

    private static Set<String> errors(Sources sources) {
        var errors = new HashSet<String>();
        ScenarioCompiler.compile(sources).problems().forEach(problem -> errors.add(problem.message()));
        return errors;
    }

    /** The text with entries under a key at its top; empty if what the key has cannot be added to. */
    private static Optional<String> added(String text, String key, UnaryOperator<String> entries) {
        var lines = new ArrayList<>(text.lines().toList());
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(key + ":")) {
                continue;
            }
            if (!lines.get(i)
                    .substring(key.length() + 1)
                    .replaceFirst("\\s#.*$", "")
                    .isBlank()) {
                return Optional.empty();
            }
            var end = i + 1;
            while (end < lines.size() && !TOP_KEY.matcher(lines.get(end)).matches()) {
                end++;
            }
            // Comments and empty lines above the next key belong to it.
            while (end > i + 1
                    && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith("#"))) {
                end--;
            }
            var indent = lines.subList(i + 1, end).stream()
                    .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                    .map(line -> line.substring(
                            0, line.length() - line.stripLeading().length()))
                    .findFirst()
                    .orElse("  ");
            lines.addAll(end, entries.apply(indent).lines().toList());
            return Optional.of(String.join("\n", lines) + "\n");
        }
        return Optional.of(text.stripTrailing() + "\n" + key + ":\n" + entries.apply("  "));
    }
}
