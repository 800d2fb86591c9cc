package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Leaves out of an utterance what only leads up to a question or gives the reason for it. */
final class Clauses {
    /** A reason comes after something: before this many pieces the words mean something else. */
    private static final int LEAST_BEFORE_REASON = 3;

    private static final Set<String> CONCLUDES = Set.of("so", "hence", "therefore");

    private final Reader reader;
    private final List<List<String>> leadIns;
    private final List<List<String>> reasons;

    Clauses(Reader reader, Lexicon lexicon) {
        this.reader = reader;
        this.leadIns = Reader.longestFirst(lexicon.leadIns());
        this.reasons = Reader.longestFirst(lexicon.reasons());
    }

    /**
     * The sentences of {@code pieces} that may ask something, courtesies taken off.
     *
     * @param isAsked whether the last one is a question
     */
    List<Sentence> of(List<Piece> pieces, boolean isAsked) {
        var kept = new ArrayList<Sentence>();
        var sentences = conclusions(Fragments.sentences(pieces));
        for (var i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            var isLast = i == sentences.size() - 1;
            if (isLast && !kept.isEmpty() && startsWith(sentence.pieces(), reasons)) {
                continue;
            }
            if (isLast || sentence.isQuestion() || !startsWith(sentence.pieces(), leadIns)) {
                var plain = reader.withoutCourtesies(withoutReason(sentence.pieces()));
                if (!plain.isEmpty()) {
                    var asked = sentence.plain(plain);
                    kept.add(isLast && isAsked && !isAlternative(sentences) ? asked.asQuestion() : asked);
                }
            }
        }
        return kept;
    }

    /** "Do requests fail, or is it only slow?": the mark belongs to all of it. */
    private static boolean isAlternative(List<Sentence> sentences) {
        return sentences.size() > 1
                && sentences.get(sentences.size() - 2).goesOn()
                && sentences.getLast().pieces().getFirst().read().equals("or");
    }

    /** "I have to write to them, so who is affected": what is before only leads to it. */
    private static List<Sentence> conclusions(List<Sentence> sentences) {
        for (var i = sentences.size() - 1; i > 0; i--) {
            var conclusion = sentences.get(i).pieces();
            if (conclusion.size() > LEAST_BEFORE_REASON
                    && CONCLUDES.contains(conclusion.getFirst().read())
                    && !sentences.get(i - 1).isQuestion()) {
                return sentences.subList(i, sentences.size());
            }
        }
        return sentences;
    }

    private List<Piece> withoutReason(List<Piece> pieces) {
        for (var at = LEAST_BEFORE_REASON; at < pieces.size(); at++) {
            if (startsWith(pieces.subList(at, pieces.size()), reasons)) {
                return pieces.subList(0, at);
            }
        }
        return pieces;
    }

    private static boolean startsWith(List<Piece> pieces, List<List<String>> expressions) {
        return expressions.stream()
                .anyMatch(words -> words.size() < pieces.size() && Reader.says(pieces.subList(0, words.size()), words));
    }
}
