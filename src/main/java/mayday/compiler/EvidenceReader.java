package mayday.compiler;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredEvidence.Form;
import mayday.scenario.AuthoredId;

/** Reads evidence that an author wrote down, in the scenario itself or in a file beside it. */
final class EvidenceReader {
    static final int MOST_CHARS = 64 * 1024;

    private final Sources sources;
    private final WordingReader wordings;
    private final Problems problems;
    private final Scalars scalars;

    EvidenceReader(Sources sources, WordingReader wordings, Problems problems) {
        this.wordings = wordings;
        this.sources = sources;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The evidence of a scenario by name. */
    Map<String, AuthoredEvidence> read(Fields scenario) {
        var evidence = new HashMap<String, AuthoredEvidence>();
        scenario.named("evidence").forEach(entry -> evidence.put(entry.key().text(), piece(entry)));
        return evidence;
    }

    private AuthoredEvidence piece(Entry entry) {
        var fields = Fields.of(entry, "evidence", problems);
        var piece = new AuthoredEvidence(
                new AuthoredId(entry.key().text()),
                fields.choiceOr("kind", Form.NOTE),
                fields.line("title"),
                fields.line("source"),
                text(fields));
        fields.end();
        return piece;
    }

    private String text(Fields fields) {
        var written = fields.find("text")
                .map(value -> told(scalars.text(value, "text", MOST_CHARS)).text());
        var file = fields.find("file").map(value -> scalars.line(value, "file"));
        if (written.isPresent() == file.isPresent()) {
            problems.error(
                    fields.place(),
                    "evidence-text",
                    "evidence has its text either at `text` or in the `file` that it names");
            return "";
        }
        return written.or(() -> file.flatMap(this::fromFile)).orElse("").stripTrailing();
    }

    private Optional<String> fromFile(Text name) {
        if (Scalars.isUnusable(name)) {
            return Optional.empty();
        }
        var path = FilePath.beside(sources.main(), name.text());
        if (path.isEmpty()) {
            problems.error(
                    name.place(),
                    "outside-folder",
                    "`" + name.text() + "` is not a file in the scenario's own folder",
                    "write a relative path such as `evidence/flags.txt`, without `..`");
            return Optional.empty();
        }
        var text = sources.files().get(path.get());
        if (text == null) {
            problems.error(
                    name.place(),
                    "missing-file",
                    "there is no file `" + path.get() + "`, or it cannot be read",
                    Suggestions.nearest(path.get(), sources.files().keySet()));
            return Optional.empty();
        }
        if (text.length() > MOST_CHARS) {
            problems.error(
                    name.place(), "too-long", "`%s` has more than %,d characters".formatted(path.get(), MOST_CHARS));
        }
        return FileText.clean(path.get(), text, problems)
                .map(clean -> told(new Text(Place.startOf(path.get()), clean, Text.Style.BLOCK))
                        .text());
    }

    /** Its text may have figures in it; what stands at its end is not shown. */
    private Text told(Text text) {
        wordings.noted(new Text(text.place(), text.text().stripTrailing(), text.style()));
        return text;
    }
}
