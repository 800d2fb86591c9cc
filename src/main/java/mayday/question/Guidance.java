package mayday.question;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;

/**
 * Helps whoever is not understood, without becoming a menu: at the first time the reply may offer something to pick, at the second in a
 * row it offers nothing, from the third on it says how to ask, with examples that have nothing to do with this incident. It depends on
 * nothing but the conversation, so a replay says the same.
 */
final class Guidance {
    /** So many tries in a row that are not understood bring the help on how to ask. */
    static final int TRIES_BEFORE_HELP = 2;

    /** What examples ask for: the same three in every scenario, whatever is wrong in it. */
    private static final List<String> EXAMPLES = List.of(
            "· latency of the %s since 09:30",
            "· error rate of the %s by region, last hour", "· logs of the %s containing refused");

    /** Systems that nobody here runs; those whose names mean something in the scenario's system are passed over. */
    private static final List<String> ELSEWHERE = List.of(
            "ticket office",
            "parking gate",
            "timetable",
            "weather feed",
            "lending desk",
            "boarding gate",
            "meter reader");

    private final String help;

    /** @param names the system's, none of which an example may use */
    Guidance(Names names) {
        var elsewhere = ELSEWHERE.stream()
                .filter(name -> names.services(Names.key(name)).isEmpty()
                        && names.ofSort(Names.key(name)).isEmpty())
                .toList();
        var examples = IntStream.range(0, EXAMPLES.size())
                .mapToObj(each -> EXAMPLES.get(each).formatted(elsewhere.get(each)))
                .collect(Collectors.joining("\n"));
        this.help = Replies.HOW_TO_ASK.formatted(examples);
    }

    /** What is said in place of {@code understood}, given how many tries in a row were not understood before it. */
    Understanding after(int misunderstoodBefore, Understanding understood) {
        if (!isMisunderstood(understood) || misunderstoodBefore == 0) {
            return understood;
        }
        return misunderstoodBefore >= TRIES_BEFORE_HELP
                ? saying(help, understood)
                : saying(isTelling(understood) ? Replies.ASK_ANEW : understood.reply(), understood);
    }

    private static boolean isMisunderstood(Understanding understood) {
        return switch (understood.outcome()) {
            case ASK_BACK, TOO_VAGUE, OFF_TOPIC -> true;
            case ANSWERED, ACTION, HYPOTHESIS, ABSENT, NO_ANSWER_KEY -> false;
        };
    }

    /** Whether the reply itself names what can be picked. */
    private static boolean isTelling(Understanding understood) {
        return understood.outcome() == Outcome.ASK_BACK
                && understood.suggestions().stream()
                        .anyMatch(each -> understood.reply().contains(each.label()));
    }

    private static Understanding saying(String reply, Understanding understood) {
        return new Understanding(understood.outcome(), List.of(), reply, List.of(), Offer.NONE);
    }
}
