package mayday.question;

import java.util.List;
import mayday.evidence.Interpretation;
import mayday.incident.ClockMode;
import mayday.incident.HintOffer;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.ServiceId;

/** What is said when a question is not answered: kind, useful, and nothing about the cause. */
final class Replies {
    static final String EMPTY = "Ask anything about the system: what would you like to see, and of which service?";
    static final String UNREADABLE =
            "Sorry, I could not read that. Ask in plain English, for example: since when, and in which regions?";
    static final String VAGUE =
            "That is more than I can show at once. Which service do you mean, and what would you expect to see there?";
    static final String NOT_UNDERSTOOD =
            "Sorry, I did not understand what you would like to see. Name one thing, such as errors, latency or logs, and of which service.";
    static final String ASK_ANEW =
            "I am still not sure what you would like to see. Say which signal you mean, and of which service.";
    static final String HOW_TO_ASK =
            "Let me help you ask. A good question says what you would like to see, of which service, and since when. Elsewhere people ask:\n"
                    + "%s\nShort is fine, and you can ask one thing after another.";
    static final String NO_SUCH_CHOICE =
            "There are not that many to choose from. Pick one of them, or say it in your own words.";
    static final String NO_KEY =
            "Finding that out is your part, and you can do it. Ask for evidence: since when, where, what changed.";
    static final String OFF_TOPIC =
            "That is outside this incident, so I cannot help with it. Ask me about a service, a region or a signal of this system.";
    static final String UNRECORDED =
            "Nobody keeps records of that here. Services, regions, changes and signals are recorded: ask about one of those.";
    static final String CLAIM =
            "That is a hypothesis. Put it on the board with how sure you are, then look for evidence for it and against it.";
    static final String ORDER =
            "That would change the system, so nothing has been done yet. Check the action and confirm it.";
    static final String ORDER_TO_PEOPLE = "Nothing has been sent yet. Check it and confirm.";
    static final String ORDER_TO_WAIT = "No time has passed yet. Say how long, and confirm it.";
    static final String CLOCK_RUNS =
            "There is no need to: this clock runs by itself, as on the day. Ask the next question whenever you like.";
    static final String ORDER_WITHOUT_KIND =
            "That would change something, so nothing has been done. See which actions you have, and which teams you can page.";
    static final String WHICH_DEPLOY =
            "Which deploy do you mean? Ask which ones there were, or name a time, such as since 09:30.";
    static final String SINCE_WHEN = "Since when do you mean? Name a time, such as since 09:30.";

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

    /** Who fishes for the answer is told that a hint can be had, and at what price, where the incident's terms allow it. */
    static Understanding offeringAHint(Understanding understood, Incident incident) {
        return understood.outcome() == Outcome.NO_ANSWER_KEY && HintOffer.of(incident) instanceof HintOffer.Next next
                ? Understanding.refused(
                        understood.outcome(),
                        understood.reply() + " If you are stuck, you can take a hint: the next one tells "
                                + next.step().words() + ", for " + next.price() + ".")
                : understood;
    }

    /** Time can be let pass where it stands still; who wants to wait on a live clock need only do so. */
    static Understanding onItsClock(Understanding understood, Incident incident) {
        boolean waits = understood.offer().action().equals(Understanding.WAIT);
        return waits && incident.opened().mode() == ClockMode.LIVE
                ? Understanding.refused(Outcome.ACTION, CLOCK_RUNS)
                : understood;
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
        var reply = switch (offer.action()) {
            case "" -> ORDER_WITHOUT_KIND;
            case Understanding.ESCALATE, Understanding.POST_UPDATE, Understanding.DECLARE_SEVERITY -> ORDER_TO_PEOPLE;
            case Understanding.WAIT -> ORDER_TO_WAIT;
            default -> ORDER;
        };
        return new Understanding(Outcome.ACTION, List.of(), reply, List.of(), offer);
    }

    static Understanding hypothesis(Offer offer) {
        return new Understanding(Outcome.HYPOTHESIS, List.of(), CLAIM, List.of(), offer);
    }

    static Understanding absent(Piece.Missing missing) {
        var name = capitalised(missing.name());
        return missing.read().equals("region")
                ? Understanding.refused(
                        Outcome.ABSENT, "There is no region " + name + " here. Ask about one that this system has.")
                : absent(name);
    }

    static Understanding absent(String name) {
        return Understanding.refused(
                Outcome.ABSENT, "There is no " + name + " here. Ask about something that this system has.");
    }

    /** {@code checkout} has no cache: the topology is no secret. */
    static Understanding usesNone(ServiceId service, String noun) {
        return Understanding.refused(
                Outcome.ABSENT, service + " uses no " + noun + ". Ask what it depends on, or about another service.");
    }

    /** It runs in no other region. */
    static Understanding nowhereElse() {
        return Understanding.refused(
                Outcome.ABSENT, "It runs nowhere else. Ask about another service, or another time.");
    }

    /** A time is named by an event that the learner was not shown. */
    static Understanding sinceWhen(String unknown) {
        return Understanding.refused(Outcome.ASK_BACK, unknown.equals(TimeWindows.DEPLOY) ? WHICH_DEPLOY : SINCE_WHEN);
    }

    static Understanding askBack(String reply, List<Suggestion> suggestions) {
        return new Understanding(Outcome.ASK_BACK, List.of(), reply, few(suggestions), Offer.NONE);
    }

    private static List<Suggestion> few(List<Suggestion> suggestions) {
        return suggestions.subList(0, Math.min(suggestions.size(), Understanding.MOST_SUGGESTIONS));
    }

    /** {@code kafka} as people write it at the beginning of a name; what looks like an id stays as it is. */
    static String capitalised(String name) {
        return name.isEmpty() || name.matches(".*[0-9-].*")
                ? name
                : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
