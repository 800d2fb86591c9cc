package mayday.question;

import java.util.List;
import mayday.evidence.Interpretation;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.incident.Understanding.Suggestion;

/** What is said when a question is not answered: kind, useful, and nothing about the cause. */
final class Replies {
    static final String EMPTY = "Ask anything about the system: what would you like to see, and of which service?";
    static final String UNREADABLE =
            "I could not read that. Ask in plain English, for example: since when, and in which regions?";
    static final String VAGUE =
            "That is more than I can show at once. Which service do you mean, and what would you expect to see there?";
    static final String NOT_UNDERSTOOD =
            "I did not understand what you would like to see. Name one thing, such as errors, latency, logs or recent deploys, and of what.";
    static final String NO_KEY =
            "Finding that out is your part. Ask for evidence, such as when it began or what changed; if you are stuck, a hint can be asked for.";
    static final String OFF_TOPIC =
            "That is outside this incident. I can tell you about the system: ask about a service, a region or a signal.";
    static final String UNRECORDED =
            "Nothing is recorded here about that. Ask about services, regions, changes or the signals of the system.";
    static final String CLAIM =
            "That is a hypothesis: put it on the board, with how sure you are, and look for evidence for and against it.";
    static final String ORDER =
            "That would change the system. Nothing has been done: choose the action and confirm it.";
    static final String ORDER_WITHOUT_KIND =
            "That would change something. Nothing has been done: see the actions and the escalations that you have.";

    private Replies() {}

    static Understanding of(Outcome outcome) {
        return switch (outcome) {
            case TOO_VAGUE -> Understanding.refused(outcome, VAGUE);
            case NO_ANSWER_KEY -> Understanding.refused(outcome, NO_KEY);
            case OFF_TOPIC -> Understanding.refused(outcome, OFF_TOPIC);
            case ACTION -> action(Offer.NONE);
            case HYPOTHESIS -> hypothesis(Offer.NONE);
            case ANSWERED, ASK_BACK, ABSENT -> Understanding.refused(Outcome.TOO_VAGUE, NOT_UNDERSTOOD);
        };
    }

    /** Answers one part of what was asked and asks back about another. */
    static Understanding answeredInPart(List<Interpretation> interpretations, TargetFinder.Found.Missing other) {
        return new Understanding(
                Outcome.ANSWERED,
                interpretations,
                "And the other part: " + other.question(),
                few(other.suggestions()),
                Offer.NONE);
    }

    static Understanding action(Offer offer) {
        var reply = offer.action().isEmpty() ? ORDER_WITHOUT_KIND : ORDER;
        return new Understanding(Outcome.ACTION, List.of(), reply, List.of(), offer);
    }

    static Understanding hypothesis(Offer offer) {
        return new Understanding(Outcome.HYPOTHESIS, List.of(), CLAIM, List.of(), offer);
    }

    static Understanding absent(String name) {
        return Understanding.refused(Outcome.ABSENT, "There is no " + name + " here.");
    }

    static Understanding askBack(String reply, List<Suggestion> suggestions) {
        return new Understanding(Outcome.ASK_BACK, List.of(), reply, few(suggestions), Offer.NONE);
    }

    private static List<Suggestion> few(List<Suggestion> suggestions) {
        return suggestions.subList(0, Math.min(suggestions.size(), Understanding.MOST_SUGGESTIONS));
    }

    /** {@code kafka} as people write it at the beginning of a name. */
    static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
