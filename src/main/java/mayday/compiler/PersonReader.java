package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.scenario.Person;
import mayday.scenario.Person.Letter;
import mayday.scenario.Person.Request;
import mayday.scenario.Person.Trigger;
import mayday.scenario.Person.Wanted;
import mayday.scenario.PersonId;
import mayday.scenario.Words;

/** Reads the people of a scenario and what they write by themselves. */
final class PersonReader {
    private static final String REMINDER = "I am still waiting for your answer.";

    private static final Range AFTER_PAGE = Range.seconds(0, 8 * 3_600);
    private static final Range WITHIN = Range.seconds(60, 4 * 3_600);

    private final OccasionReader occasions;
    private final ConditionReader conditions;
    private final Problems problems;
    private final Scalars scalars;

    PersonReader(OccasionReader occasions, ConditionReader conditions, Problems problems) {
        this.occasions = occasions;
        this.conditions = conditions;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    List<Person> read(Fields scenario) {
        return scenario.named("people").stream().map(this::person).toList();
    }

    private Person person(Entry entry) {
        var fields = Fields.of(entry, "person", problems);
        var letters = new ArrayList<Letter>();
        for (var value : fields.items("messages")) {
            var letter = Fields.of(value, "message", problems);
            letters.add(letter(letter));
            letter.end();
        }
        fields.need("messages");
        var person = new Person(
                new PersonId(entry.key().text()),
                fields.line("title"),
                fields.choice("kind", Person.Kind.class),
                letters);
        fields.end();
        return person;
    }

    private Letter letter(Fields fields) {
        var trigger = trigger(fields);
        var causes = occasions.causes(fields);
        var text = fields.prose("text");
        var asks = asks(fields);
        var reminds =
                fields.has("reminds-after") ? List.of(fields.duration("reminds-after", WITHIN)) : List.<Duration>of();
        var reminder = fields.find("reminder")
                .map(value -> scalars.prose(value, "reminder").text())
                .orElse(REMINDER);
        if (asks.isEmpty() && (fields.has("reminds-after") || fields.has("reminder"))) {
            problems.error(
                    fields.placeOf(fields.has("reminds-after") ? "reminds-after" : "reminder"),
                    "nothing-asked",
                    "nobody reminds of a message that asks nothing",
                    "say what it asks, such as `asks: { eta: by 15m }`");
        }
        return new Letter(trigger, causes, text, asks, reminds, reminder);
    }

    private Trigger trigger(Fields fields) {
        var written = Stream.of("after", "at", "when").filter(fields::has).toList();
        if (written.size() != 1) {
            problems.error(
                    fields.place(),
                    "message-trigger",
                    "a message comes either `after` a time, `at` a moment, or `when` a condition holds");
            return new Trigger.After(Duration.ZERO);
        }
        return switch (written.getFirst()) {
            case "after" -> new Trigger.After(fields.duration("after", AFTER_PAGE));
            case "at" -> at(fields);
            default -> new Trigger.When(conditions.read(fields.formula("when")));
        };
    }

    private Trigger at(Fields fields) {
        var text = fields.name("at");
        var afterPage = occasions.afterPage(text);
        if (afterPage.isNegative()) {
            problems.error(text.place(), "out-of-range", "nobody writes before the page, this is before it");
        }
        return new Trigger.After(afterPage);
    }

    /** {@code { eta: by 15m }}; the `by` may be left out. */
    private List<Request> asks(Fields fields) {
        var requests = new ArrayList<Request>();
        var words = Stream.of(Wanted.values()).map(Words::kebab).toList();
        for (var entry : fields.entries("asks")) {
            var wanted = Words.parse(Wanted.class, Known.of("request", words).check(entry.key(), problems));
            var within = within(entry);
            wanted.ifPresent(each -> requests.add(new Request(each, within)));
        }
        return requests;
    }

    private Duration within(Entry entry) {
        var text = scalars.line(entry.value(), entry.key().text());
        var start = text.text().startsWith("by ") ? 3 : 0;
        var figure = new Value.Text(text.at(start), text.text().substring(start).strip(), Value.Text.Style.PLAIN);
        var seconds = scalars.figure(figure, "the time to answer within", WITHIN);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
