package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.incident.Outcome;

/**
 * What an utterance asks.
 *
 * @param clear the questions that can be answered
 * @param parts all that was read, questions or not, names given to what they belong to
 * @param whole all that asks, as one question
 * @param refusals what plain rules say of the rest
 */
record Questions(List<Reading> clear, List<Reading> parts, Reading whole, List<Outcome> refusals) {

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
                                && !Sentence.asksAfter(part.pieces())
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
            var asking = withoutContext(sentences);
            var parts = asking.isEmpty() ? List.<Reading>of() : segmenter.readings(asking);
            var whole = segmenter.reading(asking.size() == sentences.size() ? pieces : joined(asking));
            // "My theory: the disk is full": what is claimed is not asked.
            var isClaim =
                    refusals.contains(Outcome.HYPOTHESIS) && sentences.stream().noneMatch(Sentence::isPlainQuestion);
            var clear = isClaim ? List.<Reading>of() : clear(parts, whole);
            return new Questions(clear, parts, whole, refusals);
        }

        /**
         * The sentences without those that only tell something, if another one asks in so many words: "Support says that it is slow.
         * Since when?"
         */
        private static List<Sentence> withoutContext(List<Sentence> sentences) {
            var groups = groups(sentences);
            if (groups.size() < 2 || groups.stream().noneMatch(Finder::asks)) {
                return sentences;
            }
            // After nothing but questions the last is one, which has lost its mark with the courtesies around it.
            var before = groups.subList(0, groups.size() - 1);
            if (before.stream().allMatch(group -> group.getLast().isQuestion())) {
                return sentences;
            }
            return groups.stream()
                    .filter(group -> asks(group) || group.getFirst().isNote())
                    .flatMap(List::stream)
                    .toList();
        }

        private static boolean asks(List<Sentence> group) {
            return group.stream().anyMatch(Sentence::isPlainRequest);
        }

        /** What stands between full stops. */
        private static List<List<Sentence>> groups(List<Sentence> sentences) {
            var groups = new ArrayList<List<Sentence>>();
            var group = new ArrayList<Sentence>();
            for (var sentence : sentences) {
                group.add(sentence);
                if (!sentence.goesOn()) {
                    groups.add(List.copyOf(group));
                    group.clear();
                }
            }
            if (!group.isEmpty()) {
                groups.add(group);
            }
            return groups;
        }

        private static List<Piece> joined(List<Sentence> sentences) {
            return sentences.stream()
                    .flatMap(sentence -> Stream.concat(sentence.pieces().stream(), Stream.of(new Piece.Mark(","))))
                    .toList();
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
