package mayday.web.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.QuestionId;
import mayday.scenario.Dimension;

/** The newest answer about a dimension, which is all that the header may show of it. */
final class LastAnswer {
    private static final int MOST_CHARACTERS = 80;

    private LastAnswer() {}

    /** What the header makes of an answer; empty if that tells nothing about the dimension. */
    private interface Reading {
        Optional<RoomView.Asked> of(Instant at, Event.QuestionAsked asked, Event.QuestionAnswered answered);
    }

    /** About the error budget: drawn where the answer put one on the board. */
    static RoomView.Asked errorBudget(Incident incident, BudgetBar.Budgets budgets) {
        return newest(
                incident,
                Dimension.SLO_ERROR_BUDGET,
                (at, asked, answered) -> answered.evidence().stream()
                        .flatMap(evidence -> BudgetBar.of(incident, evidence, budgets).stream())
                        .findFirst()
                        .<RoomView.Asked>map(RoomView.Asked.Budget::new)
                        .or(() -> sentence(at, asked, answered)));
    }

    static RoomView.Asked customerImpact(Incident incident) {
        return newest(incident, Dimension.CUSTOMER_IMPACT, LastAnswer::sentence);
    }

    private static RoomView.Asked newest(Incident incident, Dimension dimension, Reading reading) {
        Map<QuestionId, Event.QuestionAsked> about = new HashMap<>();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.QuestionAsked asked && asksAbout(asked, dimension)) {
                about.put(asked.id(), asked);
            }
        }
        for (var recorded : incident.history().reversed()) {
            if (recorded.event() instanceof Event.QuestionAnswered answered && about.containsKey(answered.id())) {
                var read = reading.of(recorded.at(), about.get(answered.id()), answered);
                if (read.isPresent()) {
                    return read.get();
                }
            }
        }
        return new RoomView.Asked.Never();
    }

    private static boolean asksAbout(Event.QuestionAsked asked, Dimension dimension) {
        return asked.understoodAs().interpretations().stream().anyMatch(read -> read.dimension() == dimension);
    }

    /** Only of a question about nothing else: the text of a compound answer begins with something else. */
    private static Optional<RoomView.Asked> sentence(
            Instant at, Event.QuestionAsked asked, Event.QuestionAnswered answered) {
        if (asked.understoodAs().interpretations().size() != 1) {
            return Optional.empty();
        }
        var shown = answered.evidence().isEmpty()
                ? ""
                : answered.evidence().getLast().id().value();
        return Optional.of(new RoomView.Asked.AsOf(at, firstSentence(answered.text()), shown));
    }

    private static String firstSentence(String text) {
        var end = text.indexOf(". ");
        var sentence = end < 0 ? text : text.substring(0, end + 1);
        return sentence.length() <= MOST_CHARACTERS
                ? sentence
                : sentence.substring(0, MOST_CHARACTERS - 1).strip() + "…";
    }
}
