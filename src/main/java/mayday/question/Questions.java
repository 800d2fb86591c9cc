package mayday.question;

import java.util.ArrayList;
import java.util.List;
import mayday.incident.Outcome;

/**
 * What an utterance asks.
 *
 * @param clear the questions that can be answered
 * @param parts all that was read, questions or not, names given to what they belong to
 * @param refusals what plain rules say of the rest
 */
record Questions(List<Reading> clear, List<Reading> parts, List<Outcome> refusals) {

    /** Likelier than this, a part is an order even if no rule says so. */
    private static final double LEAST_OF_ORDER = 0.45;

    /** A part that a whole disagrees with must be so much less likely before the whole is believed. */
    private static final double LEAST_OF_DISSENTING_WHOLE = 0.5;

    Questions {
        clear = List.copyOf(clear);
        parts = List.copyOf(parts);
        refusals = List.copyOf(refusals);
    }

    /** Whether some part orders something. */
    boolean orders() {
        return clear.isEmpty()
                && parts.stream()
                        .anyMatch(part -> !part.isOnlyNames()
                                && Reading.isRefusal(part.topic(), Outcome.ACTION)
                                && part.probability() >= LEAST_OF_ORDER);
    }

    /** Finds questions with what tells them. */
    record Finder(Clauses clauses, Segmenter segmenter, Intentions intentions) {

        Questions in(List<Piece> pieces) {
            var refusals = new ArrayList<Outcome>();
            var sentences = new ArrayList<Sentence>();
            for (var sentence : clauses.of(pieces)) {
                var refusal = intentions.of(Reader.read(sentence.pieces()));
                if (refusal.isEmpty() || (refusal.get() == Outcome.ACTION && isTail(sentences))) {
                    sentences.add(sentence);
                } else {
                    refusals.add(refusal.get());
                }
            }
            var parts = sentences.isEmpty() ? List.<Reading>of() : segmenter.readings(sentences);
            // "My theory: the disk is full": what is claimed is not asked.
            var isClaim =
                    refusals.contains(Outcome.HYPOTHESIS) && sentences.stream().noneMatch(Sentence::isPlainQuestion);
            var clear = isClaim ? List.<Reading>of() : clear(parts, segmenter.reading(pieces));
            return new Questions(clear, parts, refusals);
        }

        /** "Is it slow, or close to its limit": what looks like an order is the end of a question. */
        private static boolean isTail(List<Sentence> before) {
            return !before.isEmpty()
                    && before.getLast().goesOn()
                    && before.getLast().isPlainQuestion();
        }
    }

    /** The whole if it is another question than its only clear part, and likelier. */
    private static List<Reading> clear(List<Reading> parts, Reading whole) {
        var clear = parts.stream().filter(Reading::isClear).toList();
        return clear.size() < 2 && disagrees(whole, clear) ? List.of(whole) : clear;
    }

    /** Whether the whole is another question than its only clear part, and likelier. */
    private static boolean disagrees(Reading whole, List<Reading> clear) {
        return whole.isClear()
                && clear.stream()
                        .allMatch(part -> !part.topic().equals(whole.topic())
                                && whole.probability() >= LEAST_OF_DISSENTING_WHOLE
                                && whole.probability() > part.probability());
    }
}
