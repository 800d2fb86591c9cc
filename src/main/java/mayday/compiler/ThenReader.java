package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mayday.compiler.Value.Text;
import mayday.incident.Outcome;
import mayday.incident.Status;
import mayday.playthrough.Expectation;
import mayday.playthrough.Expectation.Shown;
import mayday.playthrough.Step.Check;
import mayday.scenario.Dimension;

/** Reads what must follow from a step: the key {@code then}. */
final class ThenReader {
    /** As evidence calls them. */
    static final List<String> KINDS = List.of("chart", "log", "command", "changes", "table", "trace", "note");

    private final ScenarioNames names;
    private final Problems problems;
    private final List<Check> checks = new ArrayList<>();

    ThenReader(ScenarioNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    List<Check> read(Fields step) {
        step.find("then").ifPresent(value -> {
            var fields = Fields.of(value, "`then`", problems);
            understood(fields);
            fields.lines("reveals").forEach(text -> add(text, new Expectation.Reveals(shown(text))));
            fields.lines("hides").forEach(text -> add(text, new Expectation.Hides(shown(text))));
            fields.lines("answer").forEach(text -> add(text, new Expectation.AnswerHas(text.text())));
            fields.lines("answer-lacks").forEach(text -> add(text, new Expectation.AnswerLacks(text.text())));
            fields.lines("hears").forEach(text -> add(text, new Expectation.Hears(text.text())));
            if (fields.has("refused")) {
                var reason = fields.name("refused");
                add(reason, new Expectation.Refused(reason.text().equals("true") ? "" : reason.text()));
            }
            fields.lines("state").forEach(text -> names.state(text).ifPresent(expects -> add(text, expects)));
            conditions(fields, "holds", true);
            conditions(fields, "fails", false);
            if (fields.has("status")) {
                add(fields, "status", new Expectation.IsStatus(fields.choice("status", Status.class)));
            }
            fields.end();
        });
        return List.copyOf(checks);
    }

    private void understood(Fields fields) {
        if (fields.has("outcome")) {
            add(fields, "outcome", new Expectation.Became(fields.choice("outcome", Outcome.class)));
        }
        if (fields.has("understood-as")) {
            var dimensions = fields.lines("understood-as").stream()
                    .map(text -> new Scalars(problems).choice(text, "dimension", Dimension.class))
                    .toList();
            add(fields, "understood-as", new Expectation.Asks(dimensions));
        }
        if (fields.has("about")) {
            var targets = fields.lines("about").stream().map(this::target).toList();
            add(fields, "about", new Expectation.IsAbout(targets));
        }
        if (fields.has("question")) {
            add(fields, "question", new Expectation.IsQuestion(names.question(fields.name("question"))));
        }
    }

    private String target(Text text) {
        if (text.text().startsWith("team ")) {
            var name = text.text().substring("team ".length()).strip();
            names.topology().team(new Text(text.at("team ".length()), name, Text.Style.PLAIN));
        } else {
            new AskedTargetReader(names.topology(), problems).read(List.of(text));
        }
        return text.text();
    }

    private void conditions(Fields fields, String key, boolean expected) {
        // A condition may be longer than a line of text.
        fields.find(key).ifPresent(value -> {
            var values = value instanceof Value.Items items ? items.items() : List.of(value);
            values.stream().map(each -> new Scalars(problems).prose(each, key)).forEach(text -> {
                var condition = names.condition(text);
                add(text, new Expectation.Holds(text.text(), condition, expected));
            });
        });
    }

    private Shown shown(Text text) {
        if (KINDS.contains(text.text())) {
            return new Shown.OfKind(text.text());
        }
        var authored = names.evidence().stream()
                .filter(each -> each.id().value().equals(text.text()))
                .findFirst();
        if (authored.isPresent()) {
            return new Shown.Authored(authored.get());
        }
        var known = new TreeSet<>(KINDS);
        names.evidence().forEach(each -> known.add(each.id().value()));
        return new Shown.OfKind(Known.of("evidence", known).check(text, problems));
    }

    private void add(Text text, Expectation expectation) {
        checks.add(new Check(text.place().line(), expectation));
    }

    private void add(Fields fields, String key, Expectation expectation) {
        checks.add(new Check(fields.placeOf(key).line(), expectation));
    }
}
