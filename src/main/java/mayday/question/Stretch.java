package mayday.question;

import java.util.List;
import java.util.Optional;
import mayday.incident.Outcome;

/**
 * What stands between two marks or conjunctions of an utterance.
 *
 * @param pieces courtesies taken off
 * @param before what divides it from the stretch before
 * @param isQuestion whether a question mark ends its sentence
 * @param goesOn whether only a comma ends its sentence
 * @param isLast whether it is the last of its sentence
 * @param courtesy how many pieces of courtesy were taken off
 * @param opened whether it began as questions do before they were
 * @param isKept whether plain rules take it for more than a reason or a lead-in
 * @param refusal what plain rules take it for, if it is no question by them
 * @param reading how it reads
 * @param chances what it may ask, by its reading
 * @param ofSentence what the sentence that it is a part of may ask as one question
 * @param asked how likely it asks something, whatever it is about; 0 to 1
 * @param points how likely it is about one thing that it does not name, 0 to 1
 * @param runOn how the stretches read that it may consist of, if another question begins within it
 */
record Stretch(
        List<Piece> pieces,
        Separator before,
        boolean isQuestion,
        boolean goesOn,
        boolean isLast,
        int courtesy,
        boolean opened,
        boolean isKept,
        Optional<Outcome> refusal,
        Reading reading,
        Chances chances,
        Chances ofSentence,
        double asked,
        double points,
        List<Reading> runOn) {
    Stretch {
        pieces = List.copyOf(pieces);
        runOn = List.copyOf(runOn);
    }

    /** The same, judged by others as to whether it asks something. */
    Stretch judged(double asks) {
        return judged(asks, points);
    }

    /** The same, judged by others as to whether it is about one thing that it does not name. */
    Stretch pointing(double pointsAtOne) {
        return judged(asked, pointsAtOne);
    }

    private Stretch judged(double asks, double pointsAtOne) {
        return new Stretch(
                pieces,
                before,
                isQuestion,
                goesOn,
                isLast,
                courtesy,
                opened,
                isKept,
                refusal,
                reading,
                chances,
                ofSentence,
                asks,
                pointsAtOne,
                runOn);
    }

    /** Whether it is a sentence and no part of one. */
    boolean isSentence() {
        return isLast && before.endsSentence();
    }

    Sentence sentence() {
        return new Sentence(pieces, isQuestion, goesOn, false);
    }

    boolean opens() {
        return Sentence.opens(pieces);
    }

    /** How many names of the system, or of what it has not got, are in it. */
    long names() {
        return pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Word) && !(piece instanceof Piece.Mark))
                .count();
    }

    /** How likely it asks about {@code topic}; 0 if it is nothing but names. */
    double of(Topic.Known topic) {
        return chances.of(topic);
    }

    boolean isOnlyNames() {
        return reading.isOnlyNames();
    }
}
