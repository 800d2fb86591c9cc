package mayday.compiler;

import java.util.Map;
import java.util.TreeMap;

/** What an author can do about the parser's commonest complaints. */
final class Syntax {
    private Syntax() {}

    private static final Map<String, String> HINTS = new TreeMap<>(Map.of(
            "mapping values are not allowed",
            "put a text with `: ` in it between quotes, and give keys of one mapping the same indentation",
            "(TAB)",
            "indent with spaces",
            "but got <scalar>",
            "a comma is missing before this",
            "unexpected end of stream",
            "close the quotes that begin here",
            "<stream end>",
            "close the bracket or brace that begins here",
            "<block end>",
            "give keys of one mapping the same indentation"));

    /** How to mend it; empty if the complaint says it all. */
    static String hint(String complaint) {
        return HINTS.entrySet().stream()
                .filter(hint -> complaint.contains(hint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
