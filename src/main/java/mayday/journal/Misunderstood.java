package mayday.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Outcome;
import mayday.incident.Understanding.Suggestion;

/**
 * A question about a scenario that was not understood, for the scenario's author; not who asked it.
 *
 * @param words as they were asked the first time, letter for letter
 * @param outcome what became of it
 * @param reply what was said
 * @param offered the chips that were shown
 * @param then what the same learner asked next and was understood; empty if nothing was
 * @param times how often it was asked, however it was spaced and capitalised
 */
public record Misunderstood(String words, Outcome outcome, String reply, List<String> offered, String then, int times) {
    /** Questions that are looked at, the newest incidents first. */
    public static final int MOST_READ = 20_000;

    /** What is told of them, the most frequent first. */
    public static final int MOST_TOLD = 200;

    /** Who finds the right words later than this had given up on it. */
    private static final int TRIES = 3;

    public Misunderstood {
        offered = List.copyOf(offered);
    }

    /** A question in an incident. */
    record Asked(IncidentId incident, Event.QuestionAsked question) {}

    /** Of questions in the order of their incidents, those that were not understood, the most frequent first. */
    static List<Misunderstood> among(List<Asked> questions) {
        var byWords = new LinkedHashMap<String, Misunderstood>();
        for (var at = 0; at < questions.size(); at++) {
            var asked = questions.get(at).question();
            var understood = asked.understoodAs();
            if (isMisunderstood(understood.outcome())) {
                var once = new Misunderstood(
                        asked.words(),
                        understood.outcome(),
                        understood.reply(),
                        understood.suggestions().stream().map(Suggestion::label).toList(),
                        then(questions, at),
                        1);
                byWords.merge(key(asked.words()), once, Misunderstood::and);
            }
        }
        return mostFrequent(byWords);
    }

    private static List<Misunderstood> mostFrequent(Map<String, Misunderstood> byWords) {
        var all = new ArrayList<>(byWords.values());
        all.sort(Comparator.comparingInt(Misunderstood::times).reversed());
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST_TOLD)));
    }

    private Misunderstood and(Misunderstood again) {
        return new Misunderstood(
                words, outcome, reply, offered, then.isEmpty() ? again.then : then, times + again.times);
    }

    private static boolean isMisunderstood(Outcome outcome) {
        return switch (outcome) {
            case ASK_BACK, TOO_VAGUE, ABSENT, OFF_TOPIC -> true;
            case ANSWERED, ACTION, HYPOTHESIS, NO_ANSWER_KEY -> false;
        };
    }

    private static String then(List<Asked> questions, int at) {
        for (var next = at + 1; next < Math.min(questions.size(), at + 1 + TRIES); next++) {
            var later = questions.get(next);
            if (later.incident().equals(questions.get(at).incident())
                    && later.question().understoodAs().outcome() == Outcome.ANSWERED) {
                return later.question().words();
            }
        }
        return "";
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}]+", " ")
                .strip();
    }
}
