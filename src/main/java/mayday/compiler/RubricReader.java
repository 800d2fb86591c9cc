package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.debrief.PartName;
import mayday.debrief.Rubric;
import mayday.debrief.Rubric.Aspect;
import mayday.debrief.Rubric.Band;
import mayday.debrief.Rubric.PartTerms;
import mayday.debrief.Rubric.Weighed;

/** Reads a rubric's file. */
final class RubricReader {
    static final String FOLDER = "rubrics";

    /** Nobody weighs more than this against each other. */
    static final int MOST_ASPECTS = 20;

    static final int MOST_CRITERIA = 20;
    private static final Range WEIGHT = Range.count(0, 100);
    private static final Range CRITERION_WEIGHT = Range.count(1, 100);
    private static final Range FROM = Range.count(1, 100);

    private final String path;
    private final Problems problems;
    private final Fields fields;
    private final CriterionReader criteria;

    private RubricReader(String path, Value value, Problems problems) {
        this.path = path;
        this.problems = problems;
        this.fields = Fields.ofFile(value, "the rubric", problems);
        this.criteria = new CriterionReader(problems);
    }

    /** The rubric of a file, which is of use only if no error was found; empty if the text is no YAML or JSON. */
    static Optional<Rubric> read(String path, String text, Problems problems) {
        return TreeReader.read(path, text, problems).map(value -> new RubricReader(path, value, problems).read());
    }

    private Rubric read() {
        var rubric = new Rubric(id(), fields.line("title"), fields.prose("summary"), parts(), aspects());
        fields.end();
        return rubric;
    }

    private String id() {
        var id = fields.name("id");
        var file = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        if (Scalars.isId(new Scalars(problems).id(id)) && !id.text().equals(file)) {
            problems.error(
                    id.place(), "id-is-not-file", "the file is called `" + file + "`, the rubric `" + id.text() + "`");
        }
        return id.text();
    }

    private List<PartTerms> parts() {
        var written = fields.need("parts");
        if (written.isEmpty()) {
            return List.of();
        }
        var parts = Fields.of(written.get(), "`parts`", problems);
        var terms = new ArrayList<PartTerms>();
        for (var name : PartName.values()) {
            parts.need(name.id()).ifPresent(value -> terms.add(part(name, value)));
        }
        parts.end();
        if (terms.size() == PartName.values().length && terms.stream().allMatch(each -> each.weight() == 0)) {
            problems.error(fields.placeOf("parts"), "no-weight", "no part counts: all have the weight 0");
        }
        return terms;
    }

    private PartTerms part(PartName name, Value value) {
        var part = Fields.of(value, "part `" + name.id() + "`", problems);
        var title = part.has("title") ? part.line("title") : usualTitle(name);
        var terms = new PartTerms(name, title, part.count("weight", WEIGHT));
        part.end();
        return terms;
    }

    private static String usualTitle(PartName name) {
        return Rubric.DEFAULT.parts().stream()
                .filter(each -> each.name() == name)
                .map(PartTerms::title)
                .findFirst()
                .orElseThrow();
    }

    private List<Aspect> aspects() {
        var entries = fields.named("aspects");
        if (entries.size() > MOST_ASPECTS) {
            problems.error(fields.placeOf("aspects"), "too-many", "a rubric has at most " + MOST_ASPECTS + " aspects");
        }
        return entries.stream().limit(MOST_ASPECTS).map(this::aspect).toList();
    }

    private Aspect aspect(Entry entry) {
        var aspect = Fields.of(entry, "aspect", problems);
        var read = new Aspect(
                entry.key().text(),
                aspect.line("title"),
                aspect.line("asks"),
                aspect.countOr("weight", WEIGHT, 0),
                madeOf(aspect),
                band(aspect, "green"),
                band(aspect, "yellow"),
                red(aspect));
        if (read.yellow().from() > 0
                && read.green().from() > 0
                && read.green().from() <= read.yellow().from()) {
            problems.error(
                    aspect.placeOf("green"),
                    "bands-overlap",
                    "`green` begins at " + read.green().from() + ", which is not above `yellow` at "
                            + read.yellow().from());
        }
        aspect.end();
        return read;
    }

    private List<Weighed> madeOf(Fields aspect) {
        if (aspect.need("made-of").isEmpty()) {
            return List.of();
        }
        var items = aspect.items("made-of");
        if (items.isEmpty()) {
            problems.error(
                    aspect.placeOf("made-of"), "empty", "`made-of` needs at least one criterion", criteria.known());
        }
        if (items.size() > MOST_CRITERIA) {
            problems.error(
                    aspect.placeOf("made-of"),
                    "too-many",
                    "an aspect is made of at most " + MOST_CRITERIA + " criteria");
        }
        return items.stream().limit(MOST_CRITERIA).flatMap(this::weighed).toList();
    }

    private Stream<Weighed> weighed(Value item) {
        var criterion = Fields.of(item, "a criterion", problems);
        var weight = criterion.countOr("weight", CRITERION_WEIGHT, 1);
        var read = criteria.read(criterion).map(each -> new Weighed(each, weight));
        criterion.end();
        return read.stream();
    }

    private Band band(Fields aspect, String key) {
        var value = aspect.need(key);
        if (value.isEmpty()) {
            return new Band(0, "");
        }
        var band = Fields.of(value.get(), "`" + key + "`", problems);
        var read = new Band(band.need("from").isEmpty() ? 0 : band.count("from", FROM), band.line("says"));
        band.end();
        return read;
    }

    private String red(Fields aspect) {
        return aspect.need("red")
                .map(value -> {
                    var red = Fields.of(value, "`red`", problems);
                    var says = red.line("says");
                    red.end();
                    return says;
                })
                .orElse("");
    }
}
