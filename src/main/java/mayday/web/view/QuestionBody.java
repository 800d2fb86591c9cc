package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.incident.Event;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.scenario.Words;

/**
 * What the API says to a question.
 *
 * @param understoodAs how it was read, in words; empty where the answer says so itself
 * @param answer empty if it is still on its way, as it is on a live clock; it comes with the events
 * @param fallback a dearer way, where a tool is down
 * @param evidence ids of what the answer put on the board
 */
public record QuestionBody(
        String id,
        String outcome,
        String understoodAs,
        List<Turn.Reading> interpretations,
        String answer,
        List<String> evidence,
        List<Turn.Suggestion> suggestions,
        Turn.Offer offer,
        long costSeconds,
        Instant answerDue,
        Turn.Fallback fallback) {
    public QuestionBody {
        interpretations = List.copyOf(interpretations);
        evidence = List.copyOf(evidence);
        suggestions = List.copyOf(suggestions);
    }

    /** From the events that asking made: the question, and on a practice clock its answer. */
    public static QuestionBody of(List<Recorded> recorded) {
        var asked = recorded.stream()
                .filter(each -> each.event() instanceof Event.QuestionAsked)
                .findFirst()
                .orElseThrow();
        var question = (Event.QuestionAsked) asked.event();
        var answers = recorded.stream()
                .map(Recorded::event)
                .filter(event -> event instanceof Event.QuestionAnswered answered
                        && answered.id().equals(question.id()))
                .map(event -> (Event.QuestionAnswered) event)
                .toList();
        return new QuestionBody(
                question.id().value(),
                Words.kebab(question.understoodAs().outcome()),
                UnderstoodAs.words(question.understoodAs(), asked.at()),
                QuestionTurns.readings(question.understoodAs()),
                answers.isEmpty() ? "" : answers.getFirst().text(),
                answers.stream()
                        .flatMap(answered -> answered.evidence().stream())
                        .map(each -> each.id().value())
                        .toList(),
                QuestionTurns.suggestions(question.understoodAs()),
                Turn.Offer.of(question.understoodAs().offer()),
                Duration.between(asked.at(), question.answerDue()).toSeconds(),
                question.answerDue(),
                fallback(recorded, question.id()));
    }

    private static Turn.Fallback fallback(List<Recorded> recorded, QuestionId question) {
        for (var each : recorded) {
            if (each.event() instanceof Event.LookupFailed(var of, var _, var byHand, var how, var takes)
                    && of.equals(question)
                    && !byHand.isEmpty()) {
                return new Turn.Fallback(how, takes.toSeconds(), true);
            }
        }
        return Turn.Fallback.NONE;
    }
}
