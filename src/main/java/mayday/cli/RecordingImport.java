package mayday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mayday.cli.ImportCommand.Refused;
import mayday.compiler.Library;
import mayday.compiler.RecordedStanza;
import mayday.compiler.Sources;
import mayday.recording.Broken;
import mayday.recording.Intake;
import mayday.recording.Intake.Taken;
import mayday.recording.Intake.Wishes;
import mayday.recording.Scrubber;
import mayday.scenario.Words;

/** Recordings on their way into the folder of a scenario: all of them are read before any is written. */
final class RecordingImport {
    private static final String FOLDER = "evidence";
    private static final int MOST_NAME = 60;
    private static final int SHOWN_SERIES = 6;

    private final Path scenario;
    private final Wishes wishes;
    private final Scrubber scrubber;
    private final Sources sources;
    private final Map<String, Taken> taken = new LinkedHashMap<>();

    /** @param scenario its folder, which has its file in it */
    RecordingImport(Path scenario, Wishes wishes, Scrubber scrubber) throws Refused {
        this.scenario = scenario.toAbsolutePath().normalize();
        this.wishes = wishes;
        this.scrubber = scrubber;
        this.sources = sources(this.scenario);
    }

    private static Sources sources(Path scenario) throws Refused {
        var parent = scenario.getParent();
        if (parent == null || !Files.isDirectory(scenario)) {
            throw new Refused("There is no folder " + scenario
                    + ". Name the folder of a scenario with --into; `mayday new` makes one.");
        }
        return Library.read(parent)
                .manuscript(scenario.getFileName().toString())
                .orElseThrow(
                        () -> new Refused("There is no scenario.yaml in " + scenario + "; `mayday new` makes one."))
                .sources();
    }

    /** Takes a file in; what was found, in lines. */
    List<String> take(Path file) throws Refused {
        var name = file.getFileName() == null ? "" : file.getFileName().toString();
        try {
            check(file);
            var one = Intake.take(name, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), wishes, scrubber);
            taken.put(target(name, one), one);
            var lines = new ArrayList<String>();
            lines.add(file + ": " + words(one));
            one.remarks().forEach(remark -> lines.add("  " + remark));
            return lines;
        } catch (Broken broken) {
            throw new Refused(
                    ExitCode.FAILED,
                    "%s, line %d, column %d: %s.%s Nothing was written."
                            .formatted(
                                    file,
                                    broken.line(),
                                    broken.column(),
                                    broken.why(),
                                    broken.mending().isEmpty() ? "" : " To mend it: " + broken.mending() + "."));
        } catch (IOException unreadable) {
            throw new Refused(ExitCode.FAILED, file + " cannot be read. Nothing was written.");
        }
    }

    private static void check(Path file) throws Refused, IOException {
        if (Files.isSymbolicLink(file)) {
            throw new Refused(file + " is a link. Name the file itself.");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused("There is no file " + file + ".");
        }
        if (Files.size(file) > Intake.MOST_BYTES) {
            throw new Refused("%s is larger than %d MiB. Cut it first, for example with `head -n` or `grep`."
                    .formatted(file, Intake.MOST_BYTES / (1024 * 1024)));
        }
    }

    /** A name that means the same on every system, from the scenario's folder; not one that another recording has. */
    private String target(String name, Taken one) {
        var base = scrubber.scrub(name)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z0-9]{1,6}$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var bounded = base.substring(0, Math.min(base.length(), MOST_NAME)).replaceAll("-$", "");
        var stem = FOLDER + "/" + (bounded.isEmpty() ? "recording" : bounded);
        var ending = switch (one.format()) {
            case PROMETHEUS, CSV -> ".json";
            case JSON_LINES -> ".jsonl";
            case PLAIN, LOGFMT -> ".log";
        };
        var target = stem + ending;
        for (var number = 2; taken.containsKey(target); number++) {
            target = stem + "-" + number + ending;
        }
        return target;
    }

    private static String words(Taken one) {
        var span = "%s to %s UTC"
                .formatted(minute(one.span().from()), minute(one.span().until()));
        if (one.format().isLog()) {
            return "%s, %,d lines, %s".formatted(Words.kebab(one.format()), one.all(), span);
        }
        var names = one.series().stream().limit(SHOWN_SERIES).collect(Collectors.joining(", "));
        return "metrics, %d series (%s%s), %s"
                .formatted(one.all(), names, one.series().size() > SHOWN_SERIES ? ", ..." : "", span);
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, "2024-05-01T12:04".length()).replace('T', ' ');
    }

    /** What stands for what, as a table in lines. */
    List<String> replacements() {
        var found = scrubber.found();
        if (found.isEmpty()) {
            return List.of(
                    "Nothing was found to replace. Names of people and customers cannot be told by their form: read what is written.");
        }
        var rows = found.stream()
                .map(each -> List.of(
                        each.kind().words(),
                        "%,d".formatted(each.count()),
                        "%,d".formatted(each.distinct()),
                        each.examples().stream()
                                .map(example -> example.masked() + " becomes " + example.standIn())
                                .collect(Collectors.joining(", "))))
                .toList();
        var lines = new ArrayList<String>();
        lines.add("Would be replaced:");
        EvidenceText.columns(List.of("what", "times", "different", "for example"), rows)
                .forEach(line -> lines.add("  " + line));
        lines.add(
                "Names of people and customers cannot be told by their form, nor hosts outside of a --domain: read what is written.");
        return lines;
    }

    /** The files that would be written, with their sizes. */
    List<String> toWrite() {
        return taken.entrySet().stream()
                .map(each -> "%s (%,d characters)"
                        .formatted(
                                scenario.resolve(each.getKey()),
                                each.getValue().text().length()))
                .toList();
    }

    /** Writes all of it, or nothing; what was done and what is to do, in lines. */
    List<String> write(boolean append) throws Refused {
        var main = scenario.resolveSibling(sources.main());
        var unnamed = taken.entrySet().stream()
                .filter(each -> !isNamed(each.getKey()))
                .map(this::piece)
                .toList();
        var stanza = new RecordedStanza(unnamed, RecordedStanza.namesIn(sources));
        var lines = new ArrayList<String>();
        try {
            var appended = append && !unnamed.isEmpty() ? appended(stanza) : "";
            var written = new FreshFiles(scenario).writeAll(byPath());
            written.forEach(file -> lines.add("Written: " + file));
            if (!appended.isEmpty()) {
                FreshFiles.replace(appended, main, written);
            }
        } catch (FreshFiles.NotWritten unable) {
            throw new Refused(ExitCode.FAILED, unable.getMessage() + " Nothing was written.");
        }
        if (!unnamed.isEmpty()) {
            lines.add("");
            lines.add(append ? "Added to " + main + ":" : "Put this into " + main + ", and look through its TODOs:");
            lines.add("");
            stanza.text().lines().forEach(lines::add);
            lines.add("");
        }
        lines.add("Next: mayday check " + scenario);
        return lines;
    }

    /** Whether the scenario has a place for it already: its author wrote that first. */
    private boolean isNamed(String file) {
        return Pattern.compile("(?<![\\w./-])" + Pattern.quote(file) + "(?![\\w./-])")
                .matcher(sources.files().getOrDefault(sources.main(), ""))
                .find();
    }

    private Map<String, String> byPath() {
        var texts = new LinkedHashMap<String, String>();
        taken.forEach((path, one) -> texts.put(path, one.text()));
        return texts;
    }

    private String appended(RecordedStanza stanza) throws Refused {
        var folder = String.valueOf(scenario.getFileName());
        var texts = new LinkedHashMap<String, String>();
        taken.forEach((path, one) -> texts.put(folder + "/" + path, one.text()));
        return switch (stanza.appendedTo(sources, texts)) {
            case RecordedStanza.Appended.Done(var text) -> text;
            case RecordedStanza.Appended.Refused(var why) ->
                throw new Refused(
                        ExitCode.FAILED, why + " Nothing was written. Leave --append out, and put it there yourself.");
        };
    }

    private RecordedStanza.Piece piece(Map.Entry<String, Taken> each) {
        var span = each.getValue().span();
        var middle = span.from().plus(Duration.ofSeconds(span.length().toSeconds() / 2));
        return new RecordedStanza.Piece(
                each.getKey(),
                wishes.around().orElse(middle),
                wishes.around().isPresent(),
                each.getValue().series());
    }
}
