package mayday.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.review.ToilRatings.Rating;

/**
 * How much it is worth to take the work away that an action is about, and how far the action does.
 *
 * @param priority from the time that the work takes and the risk that it carries; see {@link #of}
 * @param reason the priority in words
 * @param depth how far the action automates the work
 * @param derived whether the depth comes from the action's words; else its writer said it
 * @param because why the depth is so, in words
 */
public record Toil(Priority priority, String reason, AutomationDepth depth, boolean derived, String because) {
    /** From here on, of 18. */
    private static final int HIGH = 10;

    private static final int MEDIUM = 5;

    /** How soon the work should go. */
    public enum Priority {
        /** What is said about the work leaves it open. */
        OPEN,
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * The toil view of an action. Its figure is {@code frequency x effort + failure x observability}, each from 1 to 3: the time that the
     * work takes, and, as in a failure mode and effects analysis, how bad a failure is times how hard it is to see (IEC 60812). From 10 the
     * priority is high, from 5 medium. What is not said may be anything from 1 to 3: if that could change the priority, it is left open.
     */
    public static Toil of(FollowUp action, Wording wording) {
        var ratings = action.toil();
        var least = priority(ratings, 1);
        var priority = least == priority(ratings, Rating.HIGH.points()) ? least : Priority.OPEN;
        var words = reason(ratings, priority);
        if (!action.depth().isEmpty()) {
            return new Toil(priority, words, action.depth().getFirst(), false, "chosen by the writer");
        }
        for (var depth : List.of(
                AutomationDepth.SELF_HEALING,
                AutomationDepth.CONFIRMED,
                AutomationDepth.TOOL,
                AutomationDepth.SCRIPT)) {
            var said = wording.depth(depth, action.text());
            if (said.isPresent()) {
                return new Toil(priority, words, depth, true, "it says “" + said.get() + "”");
            }
        }
        return new Toil(
                priority,
                words,
                AutomationDepth.SCRIPT,
                true,
                "its words name no tool and nothing that runs by itself");
    }

    private static Priority priority(ToilRatings ratings, int unsaid) {
        var time = points(ratings.frequency(), unsaid) * points(ratings.effort(), unsaid);
        var risk = points(ratings.failure(), unsaid) * points(ratings.observability(), unsaid);
        var figure = time + risk;
        return figure >= HIGH ? Priority.HIGH : figure >= MEDIUM ? Priority.MEDIUM : Priority.LOW;
    }

    private static int points(Rating rating, int unsaid) {
        return rating == Rating.UNSAID ? unsaid : rating.points();
    }

    private static String reason(ToilRatings ratings, Priority priority) {
        var said = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (var aspect : ToilAspect.values()) {
            var rating = ratings.of(aspect);
            if (rating == Rating.UNSAID) {
                missing.add(aspect.title().toLowerCase(Locale.ROOT));
            } else {
                said.add(aspect.words(rating));
            }
        }
        if (priority == Priority.OPEN) {
            return "Say " + listed(missing) + " to rate it.";
        }
        var sentence = capital(String.join("; ", said)) + ".";
        return missing.isEmpty() ? sentence : sentence + " The rest could not change that.";
    }

    private static String listed(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
