package mayday.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.incident.Understanding.Suggestion;
import mayday.question.Interpreter;
import mayday.scenario.Dimension;

/** Understands a dimension by its name in words, services by their ids, the author's own phrasings, and a few set phrases. */
final class KeywordInterpreter implements Interpreter {
    private static final Map<String, Understanding> PHRASES = Map.of(
            "is the pool full?",
            new Understanding(
                    Outcome.ASK_BACK,
                    List.of(),
                    "Which pool do you mean?",
                    List.of(
                            new Suggestion("checkout connections", "conn pools of checkout"),
                            new Suggestion("edge workers", "processes threads of edge")),
                    Offer.NONE),
            "roll back checkout",
            new Understanding(
                    Outcome.ACTION,
                    List.of(),
                    "That changes the system, so it is an action.",
                    List.of(),
                    new Offer("roll-back", "", "checkout")),
            "it is the database",
            new Understanding(
                    Outcome.HYPOTHESIS,
                    List.of(),
                    "That is a claim about the cause.",
                    List.of(),
                    new Offer("", "database", "")),
            "just tell me",
            Understanding.refused(Outcome.NO_ANSWER_KEY, "That is for you to find out."));

    @Override
    public Understanding understand(String words, Incident incident) {
        var text = words.toLowerCase(Locale.ROOT);
        if (PHRASES.containsKey(text)) {
            return PHRASES.get(text);
        }
        for (var question : incident.scenario().questions()) {
            if (question.asks().contains(text)) {
                return Understanding.answered(List.of(new Interpretation(
                        question.dimension(),
                        List.of(),
                        new Window.Usual(),
                        1,
                        question.id().value())));
            }
        }
        var targets = new ArrayList<Target>();
        for (var service : incident.scenario().system().services()) {
            if (text.contains(service.id().value())) {
                targets.add(new Target.OfService(service.id()));
            }
        }
        for (var dimension : Dimension.values()) {
            if (text.contains(dimension.words())) {
                return Understanding.answered(
                        List.of(new Interpretation(dimension, targets, new Window.Usual(), 0.9, "")));
            }
        }
        return Understanding.refused(Outcome.OFF_TOPIC, "I can't see that from here.");
    }
}
