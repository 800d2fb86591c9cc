package mayday.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.incident.Recorded;

/**
 * A piece of conduct that questions are asked about, with the facts that they quote.
 *
 * @param kind its name in the wording
 * @param at when it happened, incident time
 * @param facts by the names that the wording has in braces
 * @param moves sequences of the events that it rests on
 */
record Opening(String kind, Instant at, Map<String, String> facts, List<Long> moves) {
    Opening {
        facts = Map.copyOf(facts);
        moves = List.copyOf(moves);
    }

    /** Something that was left undone until {@code at}. */
    static Opening leftUndone(String kind, Instant at) {
        return new Opening(kind, at, Map.of("at", Say.clock(at)), List.of());
    }

    /** Something that was done. */
    static Opening of(String kind, Recorded move) {
        return new Opening(kind, move.at(), Map.of("at", Say.clock(move.at())), List.of(move.sequence()));
    }

    /** A sentence that the wording puts in quotation marks: what it quotes itself stands in single ones. */
    Opening quoting(String fact, String sentence) {
        return with(fact, sentence.replaceAll("[\"“]([^\"”]*)[\"”]", "‘$1’"));
    }

    Opening with(String fact, String words) {
        var more = new HashMap<>(facts);
        more.put(fact, words);
        return new Opening(kind, at, more, moves);
    }
}
