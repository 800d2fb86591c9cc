package mayday.coach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import mayday.incident.Hypothesis;
import mayday.incident.Matter;
import mayday.incident.Verdict;
import mayday.scenario.Dimension;

/** The third step: what the answers so far speak for, and what they do not. */
final class Meaning {
    /** More would be a list, not a hint. */
    private static final int MOST_SUBJECTS = 4;

    private static final int MOST_HYPOTHESES = 3;

    /** A hypothesis is spoken for if the answers make it so much likelier, and against if they make it likely by this share only. */
    private static final double FOR = 1.25;

    private static final double AGAINST = 0.5;

    private Meaning() {}

    static String of(Matter matter, Standing standing) {
        var sentences = new ArrayList<String>();
        sentences.add(soFar(standing));
        telling(standing, sentences);
        hypotheses(standing, sentences);
        sentences.add(now(matter));
        return String.join(" ", sentences);
    }

    private static String soFar(Standing standing) {
        if (!standing.hasAnswers()) {
            return "You have no answers yet, so nothing speaks for any explanation more than for another.";
        }
        var left = standing.leftOver();
        return "Of all the explanations that this page can have, your answers leave "
                + (left > 0.8
                        ? "nearly all"
                        : left > 0.45 ? "more than half" : left > 0.2 ? "a few" : "hardly more than one")
                + " standing.";
    }

    private static void telling(Standing standing, List<String> sentences) {
        var told = standing.heard(true);
        var mute = standing.heard(false);
        if (!told.isEmpty()) {
            sentences.add("What told explanations apart: " + list(told) + ".");
        }
        if (!mute.isEmpty()) {
            sentences.add("What would have looked much the same under all that are left, and so speaks for none: "
                    + list(mute) + ".");
        }
    }

    private static void hypotheses(Standing standing, List<String> sentences) {
        standing.incident.board().hypotheses().stream()
                .filter(each -> each.verdict() != Verdict.RULED_OUT)
                .limit(MOST_HYPOTHESES)
                .map(each -> word(standing, each))
                .forEach(sentences::add);
    }

    private static String word(Standing standing, Hypothesis hypothesis) {
        var support = standing.support(hypothesis);
        if (support >= FOR) {
            return "Your answers speak for " + hypothesis.id() + ", as far as they go.";
        }
        return support > AGAINST
                ? "Your answers speak neither for " + hypothesis.id() + " nor against it."
                : "No answer so far speaks for " + hypothesis.id() + ".";
    }

    private static String now(Matter matter) {
        return switch (matter) {
            case Matter.Ask(var dimension) ->
                "The explanations that are left differ when you ask about this: " + Places.subject(dimension)
                        + ". An unremarkable answer speaks against those that begin there, and a remarkable one against the others.";
            case Matter.Tell() ->
                "None of that has to be settled before you tell people: an early word that only says what is known costs half a minute.";
            case Matter.Look() ->
                "An action is a question, too: if customers fare as before it, what it treats is not the explanation, or not all of it.";
            case Matter.Act() ->
                "That is enough for a remedy that fits what is left and can be taken back; how customers fare after it tells you the rest.";
            case Matter.Weigh() ->
                "What is left differs in places that only a question about one service, one host or one moment shows, or an action that"
                        + " is tried and watched.";
        };
    }

    private static String list(Collection<Dimension> dimensions) {
        var words = dimensions.stream().map(Places::subject).toList();
        var named = String.join(", ", words.subList(0, Math.min(MOST_SUBJECTS, words.size())));
        var more = words.size() - MOST_SUBJECTS;
        return more > 0 ? String.format(Locale.ROOT, "%s and %d more", named, more) : named;
    }
}
