package mayday.web.view;

import java.util.List;
import java.util.Map;
import mayday.compiler.RecordedBatch;
import mayday.recording.Format;
import mayday.recording.Scrubber;
import mayday.scenario.Words;
import mayday.studio.Receiving.Looked;

/**
 * Recordings that are to be taken into a scenario: the form, and what was looked at.
 *
 * @param fields what was chosen in the form
 * @param looked none before files were sent, or if they were refused
 */
public record RecordingsView(
        String id, String path, Map<String, String> fields, List<Choice> formats, List<Look> looked) {
    private static final int SHOWN_CHARACTERS = 4000;
    private static final Map<String, String> LABELS = Map.of(
            "at", "When the pager went off in them, UTC",
            "from", "Leave out what was before",
            "until", "Leave out what was after",
            "format", "Format",
            "time", "Column or key with the times");

    public RecordingsView {
        fields = Map.copyOf(fields);
        formats = List.copyOf(formats);
        looked = List.copyOf(looked);
    }

    /** What a field is called on the page. */
    public static String label(String field) {
        return LABELS.getOrDefault(field, field);
    }

    /** What is said about {@code `field`} to programs, with the field called as on the page. */
    public static String onThePage(String words) {
        var said = words;
        for (var label : LABELS.entrySet()) {
            said = said.replace("`" + label.getKey() + "`", "“" + label.getValue() + "”");
        }
        return said;
    }

    /**
     * What was read, and what would be written.
     *
     * @param remark on what cannot be found by its form
     * @param stanza what the scenario's text needs; empty if it has it already
     */
    public record Look(
            String id, List<Seen> files, List<Replaced> replaced, String remark, List<File> texts, String stanza) {
        public Look {
            files = List.copyOf(files);
            replaced = List.copyOf(replaced);
            texts = List.copyOf(texts);
        }

        public static Look of(Looked.At look) {
            return new Look(
                    look.id(),
                    look.files().stream()
                            .map(each -> new Seen(each.name(), each.words(), each.remarks()))
                            .toList(),
                    look.found().stream().map(Replaced::of).toList(),
                    look.found().isEmpty() ? RecordedBatch.NOTHING_FOUND : RecordedBatch.NAMES_STAY,
                    look.texts().entrySet().stream().map(File::of).toList(),
                    look.stanza());
        }
    }

    /** A file that was read: its name, what it is, and what its owner should know. */
    public record Seen(String name, String words, List<String> remarks) {
        public Seen {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * What was replaced of a kind.
     *
     * @param times how often
     * @param different how many different things
     */
    public record Replaced(String what, long times, int different, List<Example> examples) {
        public Replaced {
            examples = List.copyOf(examples);
        }

        static Replaced of(Scrubber.Found found) {
            return new Replaced(
                    found.kind().words(),
                    found.count(),
                    found.distinct(),
                    found.examples().stream()
                            .map(each -> new Example(each.masked(), each.standIn()))
                            .toList());
        }
    }

    /** Something that was replaced, most of it hidden, and what stands for it. */
    public record Example(String masked, String standIn) {}

    /**
     * A file that would be written.
     *
     * @param path from the scenario's folder
     * @param begins with what it begins
     */
    public record File(String path, int characters, String begins) {
        static File of(Map.Entry<String, String> file) {
            var text = file.getValue();
            var shown = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
            return new File(file.getKey(), text.length(), shown);
        }
    }

    public static RecordingsView of(String id, String path, Map<String, String> fields, List<Look> looked) {
        var formats = java.util.stream.Stream.of(Format.values())
                .map(each -> new Choice(Words.kebab(each), Words.kebab(each).replace('-', ' ')))
                .toList();
        return new RecordingsView(id, path, fields, formats, looked);
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
