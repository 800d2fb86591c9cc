package mayday.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mayday.review.Facts.Hurt;
import mayday.review.Remark.Note;

/**
 * The root cause is a chain: what triggered it and where, what that did to the system, and how it reached customers. Held against what was
 * true, since the incident is over.
 */
final class CausalChain implements Checks.Check {
    /** Words of the truth that a text must share to speak of the same mechanism. */
    private static final int SHARED_WORDS = 2;

    private static final int LEAST_LETTERS = 5;

    /** {@code connections} and {@code connection} are one word. */
    private static final int STEM_LETTERS = 6;

    @Override
    public Remark of(PostMortem written, Facts facts, Wording wording) {
        var cause = written.text(Section.ROOT_CAUSE);
        var told = written.texts(Section.SUMMARY, Section.ROOT_CAUSE, Section.CONTRIBUTING_FACTORS);
        var notes = new ArrayList<Note>();
        trigger(told, facts, wording, notes);
        mechanism(cause, facts, wording, notes);
        effect(written.texts(Section.SUMMARY, Section.IMPACT, Section.ROOT_CAUSE), facts, wording, notes);
        var title = notes.isEmpty() ? "The chain of causes is whole" : "The chain of causes has a gap";
        return new Remark("causal-chain", notes.isEmpty(), title, notes);
    }

    private static void trigger(String told, Facts facts, Wording wording, List<Note> notes) {
        var truth = facts.truth();
        var kind = truth.faults().stream().anyMatch(fault -> wording.speaksOf(fault, told))
                || truth.changes().stream().anyMatch(change -> says(told, change));
        if (!kind) {
            notes.add(Note.in(
                    Section.ROOT_CAUSE,
                    "The trigger is not named. It was: "
                            + truth.faults().getFirst().title() + ", as in “" + truth.title() + "”."));
        } else if (truth.places().stream().noneMatch(place -> says(told, place))) {
            notes.add(Note.in(
                    Section.ROOT_CAUSE,
                    "It is not said where the fault sat. It was in "
                            + truth.places().getFirst() + "."));
        }
    }

    private static void mechanism(String cause, Facts facts, Wording wording, List<Note> notes) {
        if (cause.isBlank()) {
            notes.add(Note.in(
                    Section.ROOT_CAUSE, "Root cause is empty, so nothing leads from the trigger to customers."));
        } else if (!wording.tiesCauseToEffect(cause)) {
            notes.add(
                    Note.in(
                            Section.ROOT_CAUSE,
                            "Root cause says what was, and not what it led to: tie the steps together with “because”, “so that” or “which”."));
        } else if (shared(cause, facts.truth()) < SHARED_WORDS) {
            notes.add(Note.in(
                    Section.ROOT_CAUSE,
                    "What the trigger did to the system is not recognisable. What was true: "
                            + facts.truth().explanation()));
        }
    }

    private static void effect(String told, Facts facts, Wording wording, List<Note> notes) {
        var isSaid = facts.hurt() instanceof Hurt.Nobody
                ? wording.saysNobodyWasHurt(told)
                : wording.saysWhoWasHurt(told)
                        || facts.journeys().stream().anyMatch(journey -> says(told, journey.title()));
        if (!isSaid) {
            notes.add(Note.in(
                    Section.SUMMARY,
                    facts.hurt() instanceof Hurt.Nobody
                            ? "The chain does not end at customers: say that none was hurt."
                            : "The chain does not end at customers: say what they could not do, such as "
                                    + facts.journeys().stream()
                                            .findFirst()
                                            .map(journey -> "“" + journey.title() + "”")
                                            .orElse("“place an order”")
                                    + "."));
        }
    }

    private static boolean says(String text, String name) {
        var words = " " + plain(text) + " ";
        var named = " " + plain(name).strip();
        // A service called cart is named in cart.internal too.
        return !name.isBlank() && (words.contains(named + " ") || words.contains(named + "."));
    }

    private static String plain(String text) {
        return Expressions.lower(text).replaceAll("[^\\p{L}\\p{N}.]+", " ").replaceAll("\\.(?= |$)", "");
    }

    private static int shared(String cause, Truth truth) {
        var stems = stems(cause);
        stems.retainAll(stems(truth.title() + " " + truth.explanation()));
        truth.places().forEach(place -> stems.removeAll(stems(place)));
        return stems.size();
    }

    private static Set<String> stems(String text) {
        var stems = new TreeSet<String>();
        for (var word : plain(text).split(" ")) {
            if (word.length() >= LEAST_LETTERS) {
                stems.add(word.substring(0, Math.min(word.length(), STEM_LETTERS)));
            }
        }
        return stems;
    }
}
