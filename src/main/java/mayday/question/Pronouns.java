package mayday.question;

import java.util.List;
import java.util.Set;

/** What "it" and "they" stand for in the later parts of an utterance. */
final class Pronouns {
    private static final Set<String> SEVERAL = Set.of("they", "them", "their", "its");

    /** Of what is read so "it" may just as well be the incident. */
    private static final Set<String> PLAIN = Set.of("service", "region", "");

    private static final Set<String> PRONOUNS = Set.of("it", "they", "them", "its", "their", "that", "those");

    /** From here on a part with a pronoun may ask what the part before asks, 0 to 1. */
    private static final double LEAST_OF_SAME = 0.12;

    /** Beside these "there" says that something is, not where: "is there a runbook". */
    private static final Set<String> BESIDE_EXISTENTIAL = Set.of(
            "is", "are", "was", "were", "has", "have", "had", "be", "been", "isnt", "arent", "will", "can", "could",
            "must", "may", "might", "should", "seems", "not", "any", "no", "some", "that");

    private Pronouns() {}

    /** Whether it asks about somewhere that was named before: "do lookups work over there", "what is scheduled there". */
    static boolean saysThere(List<Piece> pieces) {
        for (var i = 1; i < pieces.size(); i++) {
            var isExistential = BESIDE_EXISTENTIAL.contains(pieces.get(i - 1).read())
                    || (i + 1 < pieces.size()
                            && BESIDE_EXISTENTIAL.contains(pieces.get(i + 1).read()));
            if (pieces.get(i) instanceof Piece.Word(var word) && word.equals("there") && !isExistential) {
                return true;
            }
        }
        return false;
    }

    /** "How loaded is the resolver and are they answering": what a pronoun stands for stands in its place. */
    static List<Piece> withNameFor(List<Piece> pieces, List<Piece> named) {
        if (named.size() != 1 || pieces.stream().anyMatch(Pronouns::isName)) {
            return pieces;
        }
        var isPlain = PLAIN.contains(named.getFirst().read());
        return pieces.stream()
                .map(piece -> piece instanceof Piece.Word(var word)
                                && (SEVERAL.contains(word) || (!isPlain && word.equals("it")))
                        ? named.getFirst()
                        : piece)
                .toList();
    }

    /** What a pronoun after {@code pieces} stands for. */
    static List<Piece> names(List<Piece> pieces, List<Piece> before) {
        var names = pieces.stream().filter(Pronouns::isName).toList();
        return names.isEmpty()
                ? before
                : names.stream().map(Piece::read).distinct().count() == 1 ? names.subList(0, 1) : names;
    }

    private static boolean isName(Piece piece) {
        return !(piece instanceof Piece.Word) && !(piece instanceof Piece.Mark);
    }

    /** Whether something in it stands for what was named before. */
    static boolean isIn(List<Piece> pieces) {
        return pieces.stream().map(Piece::read).anyMatch(PRONOUNS::contains);
    }

    /** "Is the certificate still valid? When does it run out?": by itself the second might ask anything. */
    static boolean mayMeanTheSame(Reading earlier, Reading reading) {
        return reading.mentions().isEmpty()
                && isIn(reading.pieces())
                && reading.ranked().stream()
                        .anyMatch(each -> each.topic().equals(earlier.topic()) && each.probability() >= LEAST_OF_SAME);
    }
}
