package mayday.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mayday.evidence.Interpretation;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.question.Interpreter;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredId;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Words;

/** Asks each of the author's phrasings as a learner would, and looks whether it is understood as the question that it is written at. */
final class Phrasings {
    /** More phrasings than this are not asked; 500 questions of a hundred each would take minutes. */
    static final int MOST_ASKED = 600;

    private final Draft draft;
    private final Interpreter interpreter;
    private final Incident opened;
    private final Map<AuthoredId, List<Interpretation>> understood = new LinkedHashMap<>();

    /** @param opened an incident in which nothing has been asked yet */
    Phrasings(Draft draft, Interpreter interpreter, Incident opened) {
        this.draft = draft;
        this.interpreter = interpreter;
        this.opened = opened;
    }

    void check() {
        var asked = 0;
        for (var question : draft.scenario().questions()) {
            for (var i = 0; i < question.asks().size(); i++) {
                if (asked++ == MOST_ASKED) {
                    stopped(question, i);
                    return;
                }
                ask(question, i);
            }
        }
        askable();
    }

    private void stopped(AuthoredQuestion question, int ask) {
        draft.report(
                part(question, ask),
                "not-proved",
                "only the first %,d phrasings were asked, this one and those after it were not".formatted(MOST_ASKED),
                "leave out phrasings that differ little");
    }

    private static List<String> part(AuthoredQuestion question, int ask) {
        return List.of("questions", question.id().value(), "asks", Integer.toString(ask));
    }

    private void ask(AuthoredQuestion question, int number) {
        var words = question.asks().get(number);
        var understanding = interpreter.understand(words, opened);
        var own = understanding.interpretations().stream()
                .filter(read -> read.authored().equals(question.id().value()))
                .toList();
        understood.computeIfAbsent(question.id(), _ -> new ArrayList<>()).addAll(own);
        if (own.isEmpty()) {
            misunderstood(question, number, understanding);
        }
    }

    private void misunderstood(AuthoredQuestion question, int number, Understanding understanding) {
        var others = understanding.interpretations().stream()
                .map(Interpretation::authored)
                .filter(authored -> !authored.isEmpty())
                .findFirst();
        if (others.isPresent()) {
            draft.report(
                    part(question, number),
                    "colliding-phrasings",
                    "whoever asks this is answered by the question `" + others.get()
                            + "`, which is asked in the same words",
                    "leave it out here or there, or say what only this question is about");
        } else {
            draft.report(
                    part(question, number),
                    "misunderstood-phrasing",
                    "whoever asks this is " + instead(understanding) + ", and not answered by this question",
                    "ask it in other words; `mayday play` shows how words are understood");
        }
    }

    /** What happens to whoever asks, in words. */
    private static String instead(Understanding understanding) {
        var dimensions = understanding.interpretations().stream()
                .map(read -> "`" + Words.kebab(read.dimension()) + "`")
                .distinct()
                .collect(Collectors.joining(" and "));
        return switch (understanding.outcome()) {
            case Outcome.ANSWERED -> "told about " + dimensions;
            case ASK_BACK -> "asked back";
            case TOO_VAGUE -> "told that this is too vague";
            case ACTION -> "offered an action";
            case HYPOTHESIS -> "offered a hypothesis";
            case ABSENT -> "told that the system has no such thing";
            case NO_ANSWER_KEY -> "told that the solution is not given away";
            case OFF_TOPIC -> "told that this is off topic";
        };
    }

    /** Reports evidence that no phrasing brings. */
    private void askable() {
        var revealing = new LinkedHashMap<String, Set<AuthoredQuestion>>();
        for (var question : draft.scenario().questions()) {
            for (var answer : question.answers()) {
                for (AuthoredEvidence evidence : answer.reveals()) {
                    revealing
                            .computeIfAbsent(evidence.id().value(), _ -> new LinkedHashSet<>())
                            .add(question);
                }
            }
        }
        revealing.forEach((evidence, questions) -> {
            if (questions.stream().noneMatch(question -> isAnswered(question, evidence))) {
                var names = questions.stream()
                        .map(question -> "`" + question.id() + "`")
                        .collect(Collectors.joining(", "));
                draft.report(
                        List.of("evidence", evidence),
                        "unaskable-evidence",
                        "nobody can ask for this: no phrasing of " + names + " brings an answer that reveals it",
                        "see that a phrasing is understood as its question, and that no answer before this one always comes first");
            }
        });
    }

    private boolean isAnswered(AuthoredQuestion question, String evidence) {
        var reads = understood.getOrDefault(question.id(), List.of());
        return reads.stream().anyMatch(read -> new Answerable(draft, question, read).reveals(evidence));
    }
}
