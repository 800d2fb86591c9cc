package mayday.question;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of several things a noun means that another word of the utterance says a part of the name of. */
final class Described {
    private Described() {}

    /** "The database, the orders one": of several, the one of whose name another word says a part. */
    static List<Piece> in(List<Piece> pieces) {
        if (pieces.stream().noneMatch(Piece.OneOf.class::isInstance)) {
            return pieces;
        }
        var said = new HashSet<String>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Word(var word)) {
                said.add(NameWords.singular(word));
            }
        }
        return pieces.stream().map(piece -> described(piece, said)).toList();
    }

    private static Piece described(Piece piece, Set<String> said) {
        if (!(piece instanceof Piece.OneOf(var services, var _, var read)) || services.size() < 2) {
            return piece;
        }
        var meant = services.stream()
                .filter(service -> NameWords.of(service.id().value()).stream().anyMatch(said::contains))
                .toList();
        return meant.size() == 1 ? new Piece.OfService(meant.getFirst(), read) : piece;
    }
}
