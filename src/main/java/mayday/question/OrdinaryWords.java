package mayday.question;

import java.util.List;
import java.util.Set;

/** Tells by the words around it whether an ordinary word, such as "search" or "stock", is the name of a service. */
final class OrdinaryWords {
    private static final Set<String> OF_RESOLVERS = Set.of("domain", "domains", "path", "suffix", "suffixes", "list");
    private static final Set<String> VERBAL = Set.of("search");
    private static final Set<String> BEFORE_SUBJECT = Set.of("is", "does", "did", "has", "and", "or", "only", "just");
    private static final Set<String> STATES = Set.of(
            "down",
            "up",
            "slow",
            "ok",
            "okay",
            "healthy",
            "broken",
            "sick",
            "dead",
            "alive",
            "fine",
            "affected",
            "hit",
            "throw",
            "still",
            "also",
            "too",
            "respond",
            "work",
            "fail",
            "go",
            "start",
            "get",
            "have",
            "in");
    private static final Set<String> BEFORE_NOUN = Set.of("the", "of", "for", "in", "on", "is", "at");
    private static final Set<String> AFTER_VERB = Set.of("the", "for", "in", "through", "logs", "all", "those", "our");

    private OrdinaryWords() {}

    /** "Is stock failing", "how badly does login suffer": what does or is something is no ordinary word. */
    static boolean isSubject(List<String> tokens, int at, int length) {
        var next = at + length < tokens.size() ? tokens.get(at + length) : "";
        return at > 0 && BEFORE_SUBJECT.contains(tokens.get(at - 1)) && (next.endsWith("ing") || STATES.contains(next));
    }

    /** "search the logs" is no question about the service called search. */
    static boolean isVerb(List<String> tokens, int at, int length, String key) {
        var next = at + length;
        if (tokens.get(at).equals("check") && length == 2) {
            return at == 0 || !BEFORE_NOUN.contains(tokens.get(at - 1));
        }
        if (VERBAL.contains(key) && next < tokens.size() && OF_RESOLVERS.contains(tokens.get(next))) {
            return true;
        }
        return VERBAL.contains(key)
                && next < tokens.size()
                && AFTER_VERB.contains(tokens.get(next))
                && (at == 0 || Set.of("please", "you", "to", "i", "we", "and").contains(tokens.get(at - 1)));
    }
}
