package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredId;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.AuthoredQuestion.AuthoredAnswer;
import mayday.scenario.AuthoredQuestion.Stretch;
import mayday.scenario.Dimension;

/** Reads the questions that a scenario adds or answers itself, and notes which evidence they reveal. */
final class QuestionReader {
    /** As long as a learner's question may be. */
    private static final int ASK_CHARS = 400;

    private static final Range TAKES = Range.seconds(1, 3_600);

    private final Topology topology;
    private final OccasionReader occasions;
    private final AskedTargetReader targets;
    private final Map<String, AuthoredEvidence> evidence;
    private final WordingReader wordings;
    private final Problems problems;
    private final Set<String> revealed = new HashSet<>();

    QuestionReader(
            Topology topology,
            OccasionReader occasions,
            Map<String, AuthoredEvidence> evidence,
            WordingReader wordings,
            Problems problems) {
        this.wordings = wordings;
        this.topology = topology;
        this.occasions = occasions;
        this.targets = new AskedTargetReader(topology, problems);
        this.evidence = evidence;
        this.problems = problems;
    }

    List<AuthoredQuestion> read(Fields scenario) {
        return scenario.named("questions").stream().map(this::question).toList();
    }

    /** Warns of evidence that nothing reveals. */
    void checkRevealed(Fields scenario) {
        for (var entry : scenario.named("evidence")) {
            if (!revealed.contains(entry.key().text())) {
                problems.warning(
                        entry.key().place(),
                        "unused-evidence",
                        "no question reveals the evidence `" + entry.key().text() + "`",
                        "name it in a question's `reveals`");
            }
        }
    }

    private AuthoredQuestion question(Entry entry) {
        var fields = Fields.of(entry, "question", problems);
        var requires = occasions.condition(fields, "requires");
        var question = new AuthoredQuestion(
                new AuthoredId(entry.key().text()),
                fields.choice("dimension", Dimension.class),
                fields.lines("services").stream().map(topology::service).toList(),
                asks(fields),
                fields.durationOr("takes", TAKES, Duration.ZERO),
                requires,
                otherwise(fields, !requires.isEmpty()),
                answers(fields));
        fields.end();
        return question;
    }

    /** What a learner is told while the prerequisite does not hold. */
    private String otherwise(Fields fields, boolean needed) {
        if (needed) {
            return fields.prose("otherwise");
        }
        if (fields.has("otherwise")) {
            problems.error(
                    fields.placeOf("otherwise"),
                    "otherwise-without-requires",
                    "`otherwise` is said while `requires` does not hold, and there is none",
                    "add `requires`, or leave `otherwise` out");
        }
        return "";
    }

    private List<String> asks(Fields fields) {
        var asks = fields.someLines("asks");
        for (var ask : asks) {
            if (ask.text().length() > ASK_CHARS) {
                problems.error(
                        ask.place(), "too-long", "nobody can ask a question of more than " + ASK_CHARS + " characters");
            }
        }
        return asks.stream().map(Text::text).toList();
    }

    private List<AuthoredAnswer> answers(Fields fields) {
        if (fields.has("answer") == fields.has("answers")) {
            problems.error(fields.place(), "answers", "a question has either one `answer` or several `answers`");
            return List.of();
        }
        if (fields.has("answer")) {
            return List.of(new AuthoredAnswer(List.of(), fields.told("answer", wordings), reveals(fields)));
        }
        var answers = new ArrayList<AuthoredAnswer>();
        for (var value : fields.items("answers")) {
            var answer = Fields.of(value, "answer", problems);
            answers.add(new AuthoredAnswer(
                    occasions.read(answer),
                    targets.read(answer.lines("targets")),
                    stretches(answer),
                    answer.told("text", wordings),
                    reveals(answer)));
            answer.end();
        }
        return answers;
    }

    private List<Stretch> stretches(Fields answer) {
        var value = answer.find("window");
        if (value.isEmpty()) {
            return List.of();
        }
        var window = Fields.of(value.get(), "window", problems);
        var stretch = new Stretch(occasions.afterPage(window.name("from")), occasions.afterPage(window.name("until")));
        if (window.has("from") && window.has("until")) {
            occasions.ordered(window, stretch.from(), stretch.until());
        }
        window.end();
        return List.of(stretch);
    }

    private List<AuthoredEvidence> reveals(Fields fields) {
        var known = Known.of("evidence", evidence.keySet());
        var pieces = new ArrayList<AuthoredEvidence>();
        for (var text : fields.lines("reveals")) {
            var name = known.check(text, problems);
            revealed.add(name);
            if (evidence.containsKey(name)) {
                pieces.add(evidence.get(name));
            }
        }
        return pieces;
    }
}
