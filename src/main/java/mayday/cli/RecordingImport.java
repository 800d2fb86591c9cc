package mayday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mayday.cli.ImportCommand.Refused;
import mayday.compiler.Library;
import mayday.compiler.RecordedBatch;
import mayday.compiler.RecordedStanza;
import mayday.compiler.Sources;
import mayday.recording.Broken;
import mayday.recording.Intake;
import mayday.recording.Intake.Wishes;
import mayday.recording.Scrubber;

/** Recordings on their way into the folder of a scenario, from files and into files. */
final class RecordingImport {
    private final Path scenario;
    private final Sources sources;
    private final RecordedBatch batch;

    /** @param scenario its folder, which has its file in it */
    RecordingImport(Path scenario, Wishes wishes, Scrubber scrubber) throws Refused {
        this.scenario = scenario.toAbsolutePath().normalize();
        this.sources = sources(this.scenario);
        this.batch = new RecordedBatch(sources, wishes, scrubber);
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
            var told = batch.take(name, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
            var lines = new ArrayList<String>();
            lines.add(file + ": " + told.words());
            told.remarks().forEach(remark -> lines.add("  " + remark));
            return lines;
        } catch (Broken broken) {
            throw new Refused(ExitCode.FAILED, RecordedBatch.told(file.toString(), broken));
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

    /** What stands for what, as a table in lines. */
    List<String> replacements() {
        var found = batch.replacements();
        if (found.isEmpty()) {
            return List.of(RecordedBatch.NOTHING_FOUND);
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
        lines.add(RecordedBatch.NAMES_STAY);
        return lines;
    }

    /** The files that would be written, with their sizes. */
    List<String> toWrite() {
        return batch.texts().entrySet().stream()
                .map(each -> "%s (%,d characters)"
                        .formatted(
                                scenario.resolve(each.getKey()), each.getValue().length()))
                .toList();
    }

    /** Writes all of it, or nothing; what was done and what is to do, in lines. */
    List<String> write(boolean append) throws Refused {
        var main = scenario.resolveSibling(sources.main());
        var stanza = batch.stanza();
        var lines = new ArrayList<String>();
        try {
            var appended = append && !stanza.isEmpty() ? appended(stanza.getFirst()) : "";
            var written = new FreshFiles(scenario).writeAll(batch.texts());
            written.forEach(file -> lines.add("Written: " + file));
            if (!appended.isEmpty()) {
                FreshFiles.replace(appended, main, written);
            }
        } catch (FreshFiles.NotWritten unable) {
            throw new Refused(ExitCode.FAILED, unable.getMessage() + " Nothing was written.");
        }
        for (var each : stanza) {
            lines.add("");
            lines.add(append ? "Added to " + main + ":" : "Put this into " + main + ", and look through its TODOs:");
            lines.add("");
            each.text().lines().forEach(lines::add);
            lines.add("");
        }
        lines.add("Next: mayday check " + scenario);
        return lines;
    }

    private String appended(RecordedStanza stanza) throws Refused {
        return switch (batch.appended(stanza, String.valueOf(scenario.getFileName()))) {
            case RecordedStanza.Appended.Done(var text) -> text;
            case RecordedStanza.Appended.Refused(var why) ->
                throw new Refused(
                        ExitCode.FAILED, why + " Nothing was written. Leave --append out, and put it there yourself.");
        };
    }
}
