package mayday.web.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mayday.evidence.Evidence;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Event;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.incident.Understanding;
import mayday.scenario.Words;

/** The questions of a conversation, with their answers. */
final class QuestionTurns {
    private final Map<QuestionId, Event.AnsweredByHand> answersByHand = new HashMap<>();
    private final Map<QuestionId, Event.QuestionAnswered> answers = new HashMap<>();
    private final Map<QuestionId, Event.LookupFailed> fallbacks = new HashMap<>();
    private final Set<QuestionId> taken = new HashSet<>();
    private final Map<QuestionId, String> questions = new HashMap<>();

    /** Takes in what an event says; the question of which it says more than was known, if there is one. */
    Optional<QuestionId> note(Event event) {
        if (event instanceof Event.QuestionAsked asked) {
            questions.put(asked.id(), asked.words());
        } else if (event instanceof Event.QuestionAnswered answered) {
            answers.put(answered.id(), answered);
            return Optional.of(answered.id());
        } else if (event instanceof Event.LookupFailed offered && offered.offersAnotherWay()) {
            fallbacks.put(offered.question(), offered);
            return Optional.of(offered.question());
        } else if (event instanceof Event.FallbackTaken done) {
            taken.add(done.question());
            return Optional.of(done.question());
        } else if (event instanceof Event.AnsweredByHand answered) {
            answersByHand.put(answered.question(), answered);
            return Optional.of(answered.question());
        }
        return Optional.empty();
    }

    /** A question in its words. */
    String quoted(QuestionId id) {
        return questions.containsKey(id) ? "“" + questions.get(id) + "”" : id.value();
    }

    /** The dearer way to an answer, in words; empty if there is none. */
    String how(QuestionId id) {
        var offered = fallbacks.get(id);
        return offered == null ? "" : offered.how();
    }

    /**
     * The turn of a question, with all that was said about it by now.
     *
     * @param by who asked; empty where only one person plays
     */
    Turn turn(Recorded recorded, Event.QuestionAsked asked, String by, boolean over) {
        var answered = answers.get(asked.id());
        var understood = asked.understoodAs();
        return new Turn.Question(
                recorded.sequence(),
                recorded.at(),
                "question",
                asked.id().value(),
                asked.words(),
                Words.kebab(understood.outcome()),
                UnderstoodAs.words(understood, recorded.at()),
                readings(understood),
                answered == null ? "" : answered.text(),
                answered == null,
                answered == null ? List.of() : shown(answered.evidence()),
                suggestions(understood),
                Turn.Offer.of(understood.offer()),
                Duration.between(recorded.at(), asked.answerDue()).toSeconds(),
                fallback(asked.id(), over),
                by,
                answeredByHand(asked.id()));
    }

    private String answeredByHand(QuestionId id) {
        var answered = answersByHand.get(id);
        return answered == null ? "" : answered.text();
    }

    private Turn.Fallback fallback(QuestionId id, boolean over) {
        var offered = fallbacks.get(id);
        return offered == null
                ? Turn.Fallback.NONE
                : new Turn.Fallback(offered.how(), offered.takes().toSeconds(), !taken.contains(id) && !over);
    }

    static List<Turn.Reading> readings(Understanding understood) {
        return understood.interpretations().stream().map(QuestionTurns::reading).toList();
    }

    private static Turn.Reading reading(Interpretation read) {
        return new Turn.Reading(
                read.dimension().id(),
                read.targets().stream().map(Target::words).toList(),
                window(read.window()),
                read.confidence());
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.Usual() -> "usual";
            case Window.Last(var length) -> "last " + length;
            case Window.Since(var from) -> "since " + from;
            case Window.Between(var from, var until) -> from + " to " + until;
        };
    }

    static List<Turn.Suggestion> suggestions(Understanding understood) {
        return understood.suggestions().stream()
                .map(each -> new Turn.Suggestion(each.label(), each.say()))
                .toList();
    }

    private static List<Turn.Shown> shown(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> new Turn.Shown(
                        each.id().value(), each.title(), each.body().kind()))
                .toList();
    }
}
