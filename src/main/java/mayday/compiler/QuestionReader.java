package mayday.compiler;

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
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;

/** Reads the questions that a scenario adds or answers itself, and notes which evidence they reveal. */
final class QuestionReader {

    /** As long as a learner's question may be. */
    private static final int ASK_CHARS = 400;

    private final Topology topology;
    private final Known causes;
    private final Map<String, AuthoredEvidence> evidence;
    private final WordingReader wordings;
    private final Problems problems;
    private final Set<String> revealed = new HashSet<>();

    QuestionReader(
            Topology topology,
            Known causes,
            Map<String, AuthoredEvidence> evidence,
            WordingReader wordings,
            Problems problems) {
        this.wordings = wordings;
        this.topology = topology;
        this.causes = causes;
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
        var question = new AuthoredQuestion(
                new AuthoredId(entry.key().text()),
                fields.choice("dimension", Dimension.class),
                fields.lines("services").stream().map(topology::service).toList(),
                asks(fields),
                answers(fields));
        fields.end();
        return question;
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
            answers.add(new AuthoredAnswer(causes(answer), answer.told("text", wordings), reveals(answer)));
            answer.end();
        }
        return answers;
    }

    private List<CauseId> causes(Fields answer) {
        return answer.lines("causes").stream()
                .map(text -> new CauseId(causes.check(text, problems)))
                .toList();
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
