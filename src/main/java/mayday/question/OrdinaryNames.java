package mayday.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.scenario.Service;

/**
 * Words of everyday speech that are also what some service is called: {@code login} in "a trace of a failed login". They are not read as
 * names, so that sentences keep their sense; but where nothing else is named, they say what is meant.
 */
final class OrdinaryNames {
    private static final int LONGEST = 2;

    /** Of them a question tells who is hurt, not what. */
    private static final Set<String> PEOPLE =
            Set.of("user", "users", "customer", "customers", "member", "members", "merchant", "merchants");

    /** "The DNS TTL", "a DNS record": of what is looked up, not of who looks it up. */
    private static final Set<String> LOOKED_UP =
            Set.of("ttl", "ttls", "record", "records", "name", "names", "entry", "entries", "zone");

    private final Names names;

    OrdinaryNames(Names names) {
        this.names = names;
    }

    /** The one service that is spoken of by an ordinary word; none if it is none, or several. */
    Optional<Service> in(List<Piece> pieces) {
        var found = new LinkedHashSet<Service>();
        for (var from = 0; from < pieces.size(); from++) {
            for (var to = from + 1; to <= Math.min(from + LONGEST, pieces.size()); to++) {
                var isLookedUp =
                        to < pieces.size() && LOOKED_UP.contains(pieces.get(to).read());
                called(pieces.subList(from, to)).filter(_ -> !isLookedUp).ifPresent(found::add);
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<Service> called(List<Piece> words) {
        var read = Reader.read(words);
        if (PEOPLE.contains(read) || !words.stream().allMatch(Piece.Word.class::isInstance)) {
            return Optional.empty();
        }
        var called = names.services(Names.key(read));
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }
}
