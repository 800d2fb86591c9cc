package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word of a formula, as authors write it.
 *
 * @param at the number of its first character in the formula's text
 */
record Token(Kind kind, String text, int at) {

    /** What a word is. */
    enum Kind {
        /** Between quotes, which are not part of the text. */
        QUOTED,
        /** A number, with its unit if it has one. */
        FIGURE,
        /** A name; hyphens inside belong to it, so a minus has spaces around it. */
        NAME,
        SIGN,
        /** Nothing that belongs into a formula. */
        STRANGE
    }

    private static final String TIME = "(?:ms|min|s|m|h|d)";
    private static final String DIGITS = "\\d+(?:\\.\\d+)?";
    private static final Pattern TOKEN = Pattern.compile("(?<quoted>\"[^\"]*\"|'[^']*')"
            + "|(?<figure>(?:" + DIGITS + TIME + ")+(?![\\w-])"
            + "|" + DIGITS + "\\s*(?:%|[MGT]iB\\b|/(?:s|min)\\b|" + TIME + "(?![\\w(.@-]))"
            + "|" + DIGITS + "(?![\\w]|-[a-z]))"
            + "|(?<name>\\w+(?:-\\w+)*)"
            + "|(?<sign>&&|\\|\\||<=|>=|==|!=|[-+*/<>!?:(),.@])"
            + "|(?<space>\\s+)"
            + "|(?<strange>.)");

    static List<Token> of(String formula) {
        var tokens = new ArrayList<Token>();
        var word = TOKEN.matcher(formula);
        while (word.find()) {
            var at = word.start();
            if (word.group("quoted") != null) {
                tokens.add(new Token(Kind.QUOTED, formula.substring(at + 1, word.end() - 1), at));
            } else if (word.group("figure") != null) {
                tokens.add(new Token(Kind.FIGURE, word.group(), at));
            } else if (word.group("name") != null) {
                tokens.add(new Token(Kind.NAME, word.group(), at));
            } else if (word.group("sign") != null) {
                tokens.add(new Token(Kind.SIGN, word.group(), at));
            } else if (word.group("strange") != null) {
                tokens.add(new Token(Kind.STRANGE, word.group(), at));
            }
        }
        return tokens;
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** The number of the first character of what it says. */
    int inside() {
        return kind == Kind.QUOTED ? at + 1 : at;
    }
}
