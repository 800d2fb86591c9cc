package mayday.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import mayday.incident.Outcome;

/**
 * All that was said in an utterance, cut into stretches, with what each of them and all together may ask: what it is decided upon which
 * questions are answered.
 *
 * @param text everything as the classifier reads it
 * @param all everything as one question
 * @param whole what plain rules leave of it, as one question
 * @param clear the questions that plain rules find
 * @param refusals how many sentences plain rules take for none
 * @param several how likely it asks more than one thing, 0 to 1
 * @param points how likely it is about one thing that it does not name, 0 to 1
 * @param together how likely each topic is asked in it, whether or not others are; 0 to 1
 */
record Said(
        String text,
        List<Stretch> stretches,
        Reading all,
        Reading whole,
        List<Reading> clear,
        int refusals,
        double several,
        double points,
        Map<Topic.Known, Double> together) {
    /** What is less likely to everything and to each stretch is not thought about; 0 to 1. */
    private static final double LEAST_OF_ALL = 0.05;

    static final double LEAST_OF_STRETCH = 0.12;

    /** From here on a sentence surely asks one thing, 0 to 1. */
    private static final double SURE_OF_SENTENCE = 0.9;

    /** So many times likelier than any refusal is what is answered although nothing decides for it. */
    private static final double TIMES_REFUSAL = 2;

    /** What stands out is at least so likely, so much likelier than the next, and so unlikely to ask nothing; 0 to 1. */
    private static final double LEAST_OF_BEST = 0.35;

    private static final double MARGIN_OF_BEST = 0.15;
    private static final double MOST_REFUSED_OF_BEST = 0.15;

    /** Fewer words say too little to guess what. */
    private static final int FEWEST_PIECES_OF_BEST = 6;

    Said {
        stretches = List.copyOf(stretches);
        clear = List.copyOf(clear);
        // In their order: a sum of them must be the same in every run.
        together = Collections.unmodifiableMap(new LinkedHashMap<>(together));
    }

    /** All topics that may have been asked about, authors' questions as the dimension that they belong to. */
    Set<Topic.Known> candidates() {
        var candidates = new LinkedHashSet<Topic.Known>();
        addLikely(candidates, Chances.in(all), LEAST_OF_ALL);
        addLikely(candidates, Chances.in(whole), LEAST_OF_ALL);
        for (var stretch : stretches) {
            addLikely(candidates, stretch.chances(), LEAST_OF_STRETCH);
            stretch.runOn().forEach(reading -> addLikely(candidates, Chances.in(reading), LEAST_OF_STRETCH));
        }
        clear.forEach(reading -> candidates.add(Chances.known(reading.topic())));
        return Collections.unmodifiableSet(candidates);
    }

    /** Whether everything together asks about {@code topic} at least so likely, 0 to 1, and far likelier than nothing that is answered. */
    boolean isMostly(Topic.Known topic, double least) {
        var chances = Chances.in(all);
        return chances.of(topic) >= Math.max(least, TIMES_REFUSAL * chances.likeliestRefusal());
    }

    /** Whether everything together, which is more than some words, asks about {@code topic} rather than about anything else or nothing. */
    boolean standsOut(Topic.Known topic) {
        var chances = Chances.in(all);
        return chances.of(topic) >= LEAST_OF_BEST
                && chances.of(topic) - chances.another(topic) >= MARGIN_OF_BEST
                && chances.refused() < MOST_REFUSED_OF_BEST
                && stretches.stream().mapToInt(each -> each.pieces().size()).sum() >= FEWEST_PIECES_OF_BEST;
    }

    /** "What is broken and what is fine?": whether the whole sentence of the stretch of that number surely asks about {@code topic}. */
    boolean isAskedBySentence(Topic.Known topic, int stretch) {
        return stretch >= 0
                && stretches.get(stretch).isQuestion()
                && stretches.get(stretch).ofSentence().of(topic) >= SURE_OF_SENTENCE
                && isClear(topic);
    }

    private boolean isClear(Topic.Known topic) {
        return clear.stream().anyMatch(each -> Chances.known(each.topic()).equals(topic));
    }

    /** Whether some stretch by itself orders something: "restart checkout and tell me its latency". */
    boolean orders() {
        return stretches.stream()
                .map(Stretch::reading)
                .anyMatch(reading -> !reading.isOnlyNames()
                        && reading.isRefused()
                        && Reading.isRefusal(reading.topic(), Outcome.ACTION));
    }

    /** Whether plain rules take the stretch of that number for a claim; of all of them any, if it is -1. */
    boolean isClaimed(int stretch) {
        var claims = stretch < 0 ? stretches : List.of(stretches.get(stretch));
        return claims.stream().anyMatch(each -> each.refusal().equals(Optional.of(Outcome.HYPOTHESIS)));
    }

    /** Whether the sentence of the stretch of that number names something that is not there; all of them, if it is -1. */
    boolean namesWhatIsMissing(int stretch) {
        var first = Math.max(stretch, 0);
        while (first > 0 && (stretch < 0 || !stretches.get(first).before().endsSentence())) {
            first--;
        }
        var end = stretch < 0 ? stretches.size() : stretch + 1;
        while (end < stretches.size() && !stretches.get(end).before().endsSentence()) {
            end++;
        }
        return stretches.subList(first, end).stream()
                .flatMap(each -> each.pieces().stream())
                .anyMatch(Piece.Missing.class::isInstance);
    }

    private static void addLikely(Set<Topic.Known> candidates, Chances chances, double least) {
        chances.of().forEach((topic, chance) -> {
            if (Reading.asks(topic) && chance >= least) {
                candidates.add(topic);
            }
        });
    }

    /** The same, judged by others as to what is asked in which stretch, and whether it is several things. */
    Said judged(ToDoubleFunction<Stretch> asked, double asksSeveral) {
        var judged = stretches.stream()
                .map(stretch -> stretch.judged(asked.applyAsDouble(stretch)))
                .toList();
        return new Said(text, judged, all, whole, clear, refusals, asksSeveral, points, together);
    }

    /** The same, judged by others as to whether it is about one thing that it does not name. */
    Said pointing(ToDoubleFunction<String> pointsAtOne) {
        var judged = stretches.stream()
                .map(stretch -> stretch.pointing(pointsAtOne.applyAsDouble(Reader.read(stretch.pieces()))))
                .toList();
        return new Said(text, judged, all, whole, clear, refusals, several, pointsAtOne.applyAsDouble(text), together);
    }

    /** Cuts utterances. */
    record Cutter(Reader reader, Clauses clauses, Segmenter segmenter, Intentions intentions, Classifier classifier) {
        /** Who says more than so many things is not looked at any further: each costs the sentence model some milliseconds. */
        static final int MOST = 16;

        /** From here on a stretch likely asks one thing, 0 to 1. */
        private static final double LIKELY = 0.6;

        /** They ask more of what was asked before them: "what do customers notice, and how many". */
        private static final Set<String> TAILS =
                Set.of("how many", "how much", "how bad", "how many of them", "which", "which ones", "which one");

        /** So many pieces tell whether a stretch is a part of a sentence. */
        private static final int BEGINNING = 3;

        /** @param isAsked whether a question mark ended it, which went with the courtesies */
        Said of(List<Piece> pieces, boolean isAsked, Questions found) {
            var kept = clauses.of(pieces, isAsked);
            var sentences = Fragments.sentences(pieces);
            var stretches = new ArrayList<Stretch>();
            var before = Separator.STOP;
            for (var i = 0; i < sentences.size(); i++) {
                var sentence = sentences.get(i);
                var ofSentence = Chances.in(reading(sentence.pieces(), sentence));
                var cut = Fragments.of(sentence.pieces(), before);
                var fragments = isAlternative(cut, sentence, ofSentence)
                        ? List.of(new Fragments.Fragment(sentence.pieces(), before))
                        : cut;
                for (var j = 0; j < fragments.size(); j++) {
                    var isLast = j == fragments.size() - 1;
                    var asks = sentence.isQuestion() || (i == sentences.size() - 1 && isAsked);
                    addUnlessEmpty(stretches, fragments.get(j), sentence, ofSentence, asks, isLast, kept);
                }
                before = sentence.isQuestion()
                        ? Separator.QUESTION
                        : sentence.goesOn() ? Separator.COMMA : Separator.STOP;
            }
            var text = Reader.read(pieces);
            var several = classifier.asksSeveral(text);
            return new Said(
                    text,
                    stretches,
                    found.all(),
                    found.whole(),
                    found.clear(),
                    found.refusals().size(),
                    several,
                    classifier.pointsAtOne(text),
                    together(text, found.all(), 1 - several));
        }

        /**
         * What is asked together is learnt of built-in questions alone. An author's own is asked if everything together, which asks one
         * thing, asks it; and what an author has a question for is as much less likely another.
         *
         * @param one how likely it asks one thing, 0 to 1
         */
        private Map<Topic.Known, Double> together(String text, Reading all, double one) {
            var own = own(all);
            var none = 1
                    - one
                            * own.values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .max()
                                    .orElse(0);
            var together = new LinkedHashMap<Topic.Known, Double>();
            classifier.asksTogether(text).forEach((topic, probability) -> together.put(topic, none * probability));
            own.forEach((topic, probability) -> together.merge(topic, one * probability, Math::max));
            return together;
        }

        /** By the dimension that they belong to, how likely an author's questions are asked. */
        private static Map<Topic.Known, Double> own(Reading reading) {
            var own = new LinkedHashMap<Topic.Known, Double>();
            reading.ranked().stream()
                    .filter(each -> each.topic() instanceof Topic.Authored)
                    .forEach(each -> own.merge(Chances.known(each.topic()), each.probability(), Math::max));
            return own;
        }

        /** "Is it one service or several": what is likely one question is not cut at an "or" if no part of it asks another. */
        private boolean isAlternative(List<Fragments.Fragment> cut, Sentence sentence, Chances ofSentence) {
            var asked = ofSentence.likeliest().filter(topic -> ofSentence.of(topic) >= LIKELY);
            return asked.isPresent()
                    && cut.size() > 1
                    && cut.stream().skip(1).allMatch(each -> each.before() == Separator.OR)
                    && cut.stream()
                            .allMatch(each ->
                                    Chances.in(reading(each.pieces(), sentence)).another(asked.get()) < LIKELY);
        }

        private void addUnlessEmpty(
                List<Stretch> stretches,
                Fragments.Fragment fragment,
                Sentence sentence,
                Chances ofSentence,
                boolean asks,
                boolean isLast,
                List<Sentence> kept) {
            var pieces = reader.withoutCourtesies(fragment.pieces());
            var isTail = !stretches.isEmpty() && TAILS.contains(Reader.read(pieces));
            if (pieces.isEmpty() || isTail || stretches.size() == MOST) {
                return;
            }
            var beginning = pieces.subList(0, Math.min(BEGINNING, pieces.size()));
            var reading = reading(pieces, sentence);
            stretches.add(new Stretch(
                    pieces,
                    fragment.before(),
                    asks,
                    sentence.goesOn(),
                    isLast,
                    fragment.pieces().size() - pieces.size(),
                    Sentence.opens(fragment.pieces()),
                    kept.stream().anyMatch(each -> Collections.indexOfSubList(each.pieces(), beginning) >= 0),
                    intentions.of(Reader.read(pieces)),
                    reading,
                    Chances.in(reading),
                    ofSentence,
                    classifier.asks(Reader.read(pieces)),
                    classifier.pointsAtOne(Reader.read(pieces)),
                    RunOns.of(pieces).stream()
                            .map(each -> reading(each, sentence))
                            .toList()));
        }

        private Reading reading(List<Piece> pieces, Sentence sentence) {
            var reading = segmenter.reading(pieces);
            return sentence.isQuestion() && !reading.isOnlyNames() ? reading.asQuestion() : reading;
        }
    }
}
