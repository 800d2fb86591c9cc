package mayday.review;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Several regular expressions, of which one is looked for in a text: in whole words, whatever their case. */
final class Expressions {
    private static final Pattern NONE = Pattern.compile("[^\\s\\S]");

    private static final java.util.regex.Pattern SPACE = java.util.regex.Pattern.compile("\\s+");

    private final Pattern anywhere;

    /** RE2: takes time in proportion to the text, whatever that is. */
    Expressions(List<String> expressions) {
        this.anywhere = expressions.isEmpty()
                ? NONE
                : Pattern.compile("(?:^|[^\\pL\\pN_])((?:" + String.join("|", expressions) + "))(?:$|[^\\pL\\pN_])");
    }

    boolean isIn(String text) {
        return find(text).isPresent();
    }

    /** The words that match first, in lower case. */
    Optional<String> find(String text) {
        var matcher = anywhere.matcher(lower(text));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the text begins with a match. */
    boolean begins(String text) {
        var matcher = anywhere.matcher(lower(text.strip()));
        return matcher.find() && matcher.start(1) == 0;
    }

    /** In lower case, with plain apostrophes and single spaces. */
    static String lower(String text) {
        return SPACE.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll(" ");
    }
}
