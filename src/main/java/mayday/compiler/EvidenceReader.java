package mayday.compiler;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredEvidence.Content;
import mayday.scenario.AuthoredEvidence.Form;
import mayday.scenario.AuthoredEvidence.Written;
import mayday.scenario.AuthoredId;

/** Reads evidence that an author wrote down, in the scenario itself or in a file beside it, or that was recorded. */
final class EvidenceReader {
    static final int MOST_CHARS = 64 * 1024;

    private final EvidenceFiles files;
    private final RecordedReader recordings;
    private final WordingReader wordings;
    private final Problems problems;
    private final Scalars scalars;

    /**
     * @param moments of the scenario
     * @param limit how long an incident of it may last
     */
    EvidenceReader(Sources sources, Moments moments, Duration limit, WordingReader wordings, Problems problems) {
        this.wordings = wordings;
        this.files = new EvidenceFiles(sources, problems);
        this.recordings = new RecordedReader(files, moments, limit, problems);
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
                new AuthoredId(entry.key().text()), fields.line("title"), fields.line("source"), content(fields));
        fields.end();
        return piece;
    }

    private Content content(Fields fields) {
        var form = fields.choiceOr("kind", Form.NOTE);
        var written = fields.find("text")
                .map(value -> told(scalars.text(value, "text", MOST_CHARS)).text());
        var file = fields.find("file").map(value -> scalars.line(value, "file"));
        var recorded = fields.find("recorded");
        if (Stream.of(written, file, recorded).filter(Optional::isPresent).count() != 1) {
            problems.error(
                    fields.place(),
                    "evidence-text",
                    "evidence has its text either at `text` or in the `file` that it names, or it is `recorded`");
            return new Written(form, "");
        }
        if (recorded.isPresent()) {
            if (fields.has("kind")) {
                problems.error(
                        fields.placeOf("kind"),
                        "recorded-kind",
                        "what is recorded is a chart or a log, as its file has it",
                        "leave `kind` out");
            }
            return recordings.read(recorded.get());
        }
        return new Written(
                form, written.or(() -> file.flatMap(this::fromFile)).orElse("").stripTrailing());
    }

    private Optional<String> fromFile(Text name) {
        var found = files.find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var path = found.get().path();
        var text = found.get().text();
        if (text.length() > MOST_CHARS) {
            problems.error(name.place(), "too-long", "`%s` has more than %,d characters".formatted(path, MOST_CHARS));
        }
        return FileText.clean(path, text, problems)
                .map(clean -> told(new Text(Place.startOf(path), clean, Text.Style.BLOCK))
                        .text());
    }

    /** Its text may have figures in it; what stands at its end is not shown. */
    private Text told(Text text) {
        wordings.noted(new Text(text.place(), text.text().stripTrailing(), text.style()));
        return text;
    }
}
