package mayday.studio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.RecordedBatch;
import mayday.compiler.RecordedStanza;
import mayday.compiler.Sources;
import mayday.incident.Participant;
import mayday.recording.Broken;
import mayday.recording.Intake;
import mayday.recording.Scrubber;
import mayday.recording.WishesInWords;

/**
 * Recordings that authors take into scenarios, as {@code mayday import} does: what was read and would be replaced is shown first, and
 * written when they say so. What was not replaced yet is never kept. Safe for use by several threads.
 */
public final class Receiving {
    /** Looks that wait to be written; the oldest gives way. Each holds at most {@link RecordedBatch#MOST_FILES} MiB. */
    static final int MOST_WAITING = 8;

    private final LiveLibrary library;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private long looks = 0;

    Receiving(LiveLibrary library) {
        this.library = library;
    }

    /** A file as it was sent. */
    public record Sent(String name, long bytes, Intake.Source source) {}

    /** What came of looking at files. */
    public sealed interface Looked {
        /**
         * They can be written.
         *
         * @param id to write them by
         * @param files what each is, in the order in which they were sent
         * @param found what was replaced
         * @param texts what would be written, by path from the scenario's folder
         * @param stanza what the scenario needs for them; empty if it has it already
         */
        record At(String id, List<Read> files, List<Scrubber.Found> found, Map<String, String> texts, String stanza)
                implements Looked {
            public At {
                files = List.copyOf(files);
                found = List.copyOf(found);
                texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            }
        }

        /** Nothing is kept of them, for a reason that is a sentence. */
        record Refused(String why) implements Looked {}
    }

    /** A file that was read: its name, what it is, and what its owner should know. */
    public record Read(String name, String words, List<String> remarks) {
        public Read {
            remarks = List.copyOf(remarks);
        }
    }

    private record Waiting(String scenario, RecordedBatch batch) {}

    /** What became of files that were to be written. */
    public sealed interface Received {
        /**
         * They are written.
         *
         * @param paths from the folder of all scenarios
         */
        record Done(List<String> paths) implements Received {
            public Done {
                paths = List.copyOf(paths);
            }
        }

        /** Nothing was written, for a reason that is a sentence. */
        record Refused(String why) implements Received {}
    }

    /**
     * Reads files.
     *
     * @param sources the texts of the scenario {@code name}
     * @param uuids whether UUIDs are replaced as well
     */
    public Looked look(String name, Sources sources, List<Sent> files, WishesInWords wishes, boolean uuids) {
        if (files.isEmpty() || files.size() > RecordedBatch.MOST_FILES) {
            return new Looked.Refused(
                    files.isEmpty()
                            ? "Choose a file first."
                            : "At most " + RecordedBatch.MOST_FILES + " recordings are taken at once.");
        }
        return switch (wishes.understood(field -> "`" + field + "`")) {
            case WishesInWords.Understood.Unclear(var why) -> new Looked.Refused(why);
            case WishesInWords.Understood.As(var said, var domains) ->
                read(name, files, new RecordedBatch(sources, said, new Scrubber(domains, uuids)));
        };
    }

    private Looked read(String name, List<Sent> files, RecordedBatch batch) {
        var read = new ArrayList<Read>();
        for (var file : files) {
            if (file.bytes() == 0) {
                return new Looked.Refused(file.name() + " is empty. Nothing was written.");
            }
            try {
                var told = batch.take(file.name(), file.source());
                read.add(new Read(file.name(), told.words(), told.remarks()));
            } catch (Broken broken) {
                return new Looked.Refused(RecordedBatch.told(file.name(), broken));
            } catch (IOException unreadable) {
                return new Looked.Refused(file.name() + " cannot be read. Nothing was written.");
            }
        }
        var replaced = batch.replacements();
        batch.forgetReplaced();
        var stanza =
                batch.stanza().stream().map(RecordedStanza::text).findFirst().orElse("");
        return new Looked.At(keep(new Waiting(name, batch)), read, replaced, batch.texts(), stanza);
    }

    private synchronized String keep(Waiting look) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        var id = String.valueOf(++looks);
        waiting.put(id, look);
        return id;
    }

    /**
     * Writes the files of a look: all of them, or nothing.
     *
     * @param append whether the scenario's text gets what it needs for them
     */
    public Received write(String name, String look, boolean append, Participant by) {
        return find(name, look)
                .map(batch -> library.changing(() -> written(name, batch, append), Map.of(name, by)))
                .map(received -> {
                    if (received instanceof Received.Done) {
                        forget(look);
                    }
                    return received;
                })
                .orElseGet(
                        () -> new Received.Refused("What was looked at is not kept any more. Send the files again."));
    }

    private synchronized Optional<RecordedBatch> find(String name, String look) {
        return Optional.ofNullable(waiting.get(look))
                .filter(each -> each.scenario().equals(name))
                .map(Waiting::batch);
    }

    private synchronized void forget(String look) {
        waiting.remove(look);
    }

    private Received written(String name, RecordedBatch batch, boolean append) {
        var stanza = append ? batch.stanza() : List.<RecordedStanza>of();
        for (var each : stanza) {
            if (batch.appended(each, name) instanceof RecordedStanza.Appended.Refused(var why)) {
                return new Received.Refused(
                        why + " Nothing was written. Write the files alone, and put it there yourself.");
            }
        }
        var done = new ArrayList<String>();
        for (var file : batch.texts().entrySet()) {
            var path = name + "/" + file.getKey();
            var failure = failure(library.files().write(path, file.getValue(), FileContent.NONE), path);
            if (failure.isPresent()) {
                done.forEach(library.files()::delete);
                return new Received.Refused(failure.get() + " Nothing was written.");
            }
            done.add(path);
        }
        var failure = stanza.stream()
                .flatMap(each -> appended(name, batch, each).stream())
                .findFirst();
        if (failure.isPresent()) {
            done.forEach(library.files()::delete);
            return new Received.Refused(failure.get() + " Nothing was written.");
        }
        return new Received.Done(done);
    }

    private static Optional<String> failure(ScenarioFolder.Written written, String path) {
        return switch (written) {
            case ScenarioFolder.Written.Done _ -> Optional.empty();
            case ScenarioFolder.Written.Changed _ ->
                Optional.of(path + " is there already, and nothing is written over.");
            case ScenarioFolder.Written.Failed(var why) -> Optional.of(why);
        };
    }

    /** Puts what the scenario needs into its text, unless that is another one than when the files were looked at. */
    private Optional<String> appended(String name, RecordedBatch batch, RecordedStanza stanza) {
        var main = batch.main();
        if (!(batch.appended(stanza, name) instanceof RecordedStanza.Appended.Done(var text))
                || !(library.files().read(main) instanceof ScenarioFolder.Found.Text(var content))
                || !content.text().equals(unmarked(batch.mainText()))) {
            return Optional.of(main + " was changed meanwhile. Send the files again.");
        }
        return failure(library.files().write(main, unmarked(text), content.digest()), main);
    }

    private static String unmarked(String text) {
        var plain = FileContent.plain(text);
        return plain.startsWith("\uFEFF") ? plain.substring(1) : plain;
    }
}
