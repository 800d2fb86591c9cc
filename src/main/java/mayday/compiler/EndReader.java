package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import mayday.compiler.Value.Text;
import mayday.debrief.PartName;
import mayday.incident.Status;
import mayday.playthrough.Ending;

/** Reads what must be so after the last step of a playthrough: the key {@code end}. */
final class EndReader {
    private static final Range MITIGATED = Range.seconds(0, 5 * 86_400);
    private static final Range POINTS = Range.count(0, 100);

    private final Problems problems;

    EndReader(Problems problems) {
        this.problems = problems;
    }

    List<Ending.At> read(Fields playthrough) {
        var endings = new ArrayList<Ending.At>();
        playthrough.find("end").ifPresent(value -> {
            var fields = Fields.of(value, "`end`", problems);
            if (fields.has("status")) {
                add(endings, fields, "status", new Ending.IsStatus(fields.choice("status", Status.class)));
            }
            if (fields.has("mitigated-after")) {
                add(endings, fields, "mitigated-after", mitigated(fields.name("mitigated-after")));
            }
            if (fields.has("score")) {
                var band = band(fields.name("score"), "the score");
                add(endings, fields, "score", new Ending.Scores(band.least, band.most));
            }
            parts(fields, endings);
            fields.end();
        });
        return endings;
    }

    private static void add(List<Ending.At> endings, Fields fields, String key, Ending ending) {
        endings.add(new Ending.At(fields.placeOf(key).line(), ending));
    }

    private Ending mitigated(Text text) {
        if (text.text().equals("never")) {
            return new Ending.NeverMitigated();
        }
        var takes = new TakesReader(MITIGATED, "mitigation", problems).read(text);
        return new Ending.MitigatedAfter(takes.least(), takes.most());
    }

    private void parts(Fields fields, List<Ending.At> endings) {
        fields.find("parts").ifPresent(value -> {
            var parts = Fields.of(value, "`parts`", problems);
            for (var part : PartName.values()) {
                if (parts.has(part.id())) {
                    var band = band(parts.name(part.id()), "a part's score");
                    add(endings, parts, part.id(), new Ending.PartScores(part, band.least, band.most));
                }
            }
            parts.end();
        });
    }

    private record Band(int least, int most) {}

    private Band band(Text text, String what) {
        var ends = text.text().split("\\s+to\\s+", 2);
        var least = points(text, ends[0], what);
        var most = ends.length == 1 ? least : points(text, ends[1], what);
        if (least > most) {
            problems.error(text.place(), "out-of-range", what + " is `least to most`, this is `" + text.text() + "`");
        }
        return new Band(least, most);
    }

    private int points(Text whole, String part, String what) {
        var text = new Text(whole.at(whole.text().lastIndexOf(part)), part, Text.Style.PLAIN);
        return (int) new Scalars(problems).figure(text, what, POINTS);
    }
}
