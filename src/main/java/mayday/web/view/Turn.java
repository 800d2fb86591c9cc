package mayday.web.view;

import java.time.Instant;
import java.util.List;

/** One entry of the conversation. */
public sealed interface Turn {

    long sequence();

    Instant at();

    /** What it is, as in the API: {@code question}, {@code message}, or what happened, such as {@code acknowledged}. */
    String kind();

    /**
     * A question and its answer.
     *
     * @param answer empty while it is on its way
     * @param pending whether the answer is on its way
     * @param evidence what the answer put on the board
     * @param costSeconds incident time from asking to the answer
     */
    record Question(
            long sequence,
            Instant at,
            String kind,
            String id,
            String text,
            String outcome,
            List<Reading> interpretations,
            String answer,
            boolean pending,
            List<Shown> evidence,
            List<Suggestion> suggestions,
            Offer offer,
            long costSeconds)
            implements Turn {
        public Question {
            interpretations = List.copyOf(interpretations);
            evidence = List.copyOf(evidence);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** Something that happened. */
    record Note(long sequence, Instant at, String kind, String text) implements Turn {}

    /** Somebody's words in the incident's channel. */
    record Message(long sequence, Instant at, String kind, String from, String text) implements Turn {}

    /** How a question was read. */
    record Reading(String dimension, List<String> targets, String window, double confidence) {
        public Reading {
            targets = List.copyOf(targets);
        }
    }

    /** A piece of evidence by name. */
    record Shown(String id, String title, String kind) {}

    /** A chip: what it shows, and the text that it sends. */
    record Suggestion(String label, String text) {}

    /** What the learner might have meant to do or to claim; empty strings where nothing is offered. */
    record Offer(String action, String faultClass, String target) {}
}
