package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.incident.Outcome;

/**
 * What an utterance asks.
 *
 * @param clear the questions that can be answered
 * @param parts all that was read, questions or not, names given to what they belong to
 * @param whole all that asks, as one question
 * @param all that was said, told or asked, as one question
 * @param refusals what plain rules say of the rest
 */
record Questions(List<Reading> clear, List<Reading> parts, Reading whole, Reading all, List<Outcome> refusals) {

    /** Likelier than this, a part is an order even if no rule says so. */
    private static final double LEAST_OF_ORDER = 0.45;

    /** So sure of a question overrules a plain rule that finds an order, a claim, or a request for the solution; 0 to 1. */
    private static final double LEAST_OF_NO_ORDER = 0.7;

    private static final double LEAST_OF_NO_CLAIM = 0.95;
    private static final double LEAST_OF_NO_FISHING = 0.9;

    /** From here on a whole is believed rather than a part that disagrees with it; 0 to 1. */
    private static final double LEAST_OF_DISSENTING_WHOLE = 0.5;

    Questions {
        clear = List.copyOf(clear);
        parts = List.copyOf(parts);
        refusals = List.copyOf(refusals);
    }

    /**
     * What is asked, as it reads beside all that was said: "The heap was at 22 of 32 when I last looked. Is it close to the ceiling?"
     * Nothing if that does not make it clear, or nothing else was said.
     */
    Optional<Reading> inContext() {
        var isAll = Reader.read(whole.pieces()).equals(Reader.read(all.pieces()));
        return isAll || whole.isOnlyNames() || all.isOnlyNames()
                ? Optional.empty()
                : Optional.of(whole.within(all)).filter(Reading::isClear);
    }

    /** What is asked by plain rules alone. */
    List<Reading> byRules() {
        if (!clear.isEmpty()) {
            return clear;
        }
        var question = all.isSure() ? Optional.of(all) : inContext();
        return question.or(() -> Optional.of(oneQuestion()).filter(one -> one.isClear() || one.standsOut())).stream()
                .toList();
    }

    /** All that asks, or the only part of it. */
    Reading oneQuestion() {
        return parts.size() == 1 ? parts.getFirst() : whole;
    }

    /** What surely asks nothing that is answered, or is nothing but names: all that was said, if so. */
    Optional<Reading> asksNothing() {
        if (!clear.isEmpty() || all.isSure() || inContext().isPresent()) {
            return Optional.empty();
        }
        var question = oneQuestion();
        var isNothing =
                question.isOnlyNames() || (!question.isClear() && !question.standsOut() && question.isSurelyRefused());
        return isNothing ? Optional.of(question) : Optional.empty();
    }

    /** Whether some part orders something. */
    boolean orders() {
        return clear.isEmpty()
                && !overrules(all, Outcome.ACTION)
                && parts.stream()
                        .anyMatch(part -> !part.isOnlyNames()
                                && !Sentence.asksAfter(part.pieces())
                                && Reading.isRefusal(part.topic(), Outcome.ACTION)
                                && part.probability() >= LEAST_OF_ORDER);
    }

    /** Finds questions with what tells them. */
    record Finder(Clauses clauses, Segmenter segmenter, Intentions intentions) {

        /** @param isAsked whether a question mark ended it, which went with the courtesies */
        Questions in(List<Piece> pieces, boolean isAsked) {
            var all = segmenter.reading(pieces);
            var refused = new ArrayList<Refused>();
            var sentences = new ArrayList<Sentence>();
            var said = clauses.of(pieces, isAsked);
            var asks = said.stream().anyMatch(Sentence::isPlainQuestion);
            for (var sentence : said) {
                if (asks && sentence.tellsWhatWasDone()) {
                    continue;
                }
                var refusal = intentions.of(Reader.read(sentence.pieces()));
                if (refusal.isEmpty() || (refusal.get() == Outcome.ACTION && isTail(sentences))) {
                    sentences.add(sentence);
                } else {
                    refused.add(new Refused(sentence, refusal.get()));
                }
            }
            var refusals = refused.stream().map(Refused::outcome).toList();
            var asking = withoutContext(sentences);
            var parts = asking.isEmpty() ? List.<Reading>of() : segmenter.readings(asking);
            var whole = asking.size() == sentences.size() ? all : segmenter.reading(joined(asking));
            // "My theory: the disk is full": what is claimed is not asked.
            var isClaim =
                    refusals.contains(Outcome.HYPOTHESIS) && sentences.stream().noneMatch(Sentence::isPlainQuestion);
            var clear = isClaim ? List.<Reading>of() : clear(parts, whole, all);
            return !refused.isEmpty() && refused.stream().allMatch(each -> isOverruled(each, all))
                    ? new Questions(clear.isEmpty() ? List.of(all) : clear, parts, whole, all, List.of())
                    : new Questions(clear, parts, whole, all, refusals);
        }

        /** A sentence of which a plain rule says that it asks nothing that is answered. */
        private record Refused(Sentence sentence, Outcome outcome) {}

        /** "Restart checkout and tell me its latency" orders something, whatever it asks beside. */
        private boolean isOverruled(Refused refused, Reading all) {
            return overrules(all, refused.outcome())
                    && (refused.outcome() != Outcome.ACTION
                            || Fragments.of(refused.sentence().pieces(), Separator.STOP).stream()
                                    .map(fragment -> segmenter.reading(fragment.pieces()))
                                    .noneMatch(reading ->
                                            reading.isRefused() && Reading.isRefusal(reading.topic(), Outcome.ACTION)));
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

    /** The whole, or all that was said, if it is another question than its only clear part. */
    private static List<Reading> clear(List<Reading> parts, Reading whole, Reading all) {
        var clear = parts.stream().filter(Reading::isClear).toList();
        if (clear.size() < 2) {
            if (disagrees(whole, clear)) {
                return List.of(whole);
            }
            if (!clear.isEmpty() && disagrees(all, clear)) {
                return List.of(all);
            }
        }
        return clear;
    }

    /** Whether the whole is another question than its only clear part. */
    private static boolean disagrees(Reading whole, List<Reading> clear) {
        return whole.isClear()
                && clear.stream()
                        .allMatch(part -> !part.topic().equals(whole.topic())
                                && whole.probability() >= LEAST_OF_DISSENTING_WHOLE);
    }

    /** Whether all that was said is so surely a question that a plain rule that says otherwise of some of it is mistaken. */
    private static boolean overrules(Reading all, Outcome refusal) {
        var least = switch (refusal) {
            case ACTION -> LEAST_OF_NO_ORDER;
            case HYPOTHESIS -> LEAST_OF_NO_CLAIM;
            case NO_ANSWER_KEY -> LEAST_OF_NO_FISHING;
            case ANSWERED, ASK_BACK, TOO_VAGUE, ABSENT, OFF_TOPIC -> Double.POSITIVE_INFINITY;
        };
        // Who orders or claims something names it as an author does who asks about it.
        return !all.isAuthored() && all.isClear() && all.probability() >= least;
    }
}
