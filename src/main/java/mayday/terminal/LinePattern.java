package mayday.terminal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.function.Predicate;

/** What {@code grep} looks for: RE2 expressions, which take time in proportion to the text, whatever is typed. */
final class LinePattern {
    /** A longer expression is no filter but a program. */
    static final int MOST_CHARACTERS = 200;

    private LinePattern() {}

    /** The lines that a {@code grep} with these arguments passes on, its {@code -c} left aside; nothing if the expression is none. */
    static Optional<Predicate<String>> of(String program, Arguments arguments) {
        var given = arguments
                .value("-e", "--regexp")
                .or(() -> arguments.operands(VALUED).stream().findFirst());
        if (given.isEmpty() || given.get().length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        boolean fixed = program.equals("fgrep") || arguments.has("-F");
        boolean extended = (!program.equals("grep") && !program.equals("zgrep")) || arguments.has("-E", "-P");
        var text = fixed ? Pattern.quote(given.get()) : extended ? given.get() : extended(given.get());
        var bounded = arguments.has("-w") ? "\\b(?:" + text + ")\\b" : text;
        return compile(bounded, arguments.has("-i", "--ignore-case"))
                .map(found -> arguments.has("-v", "--invert-match") ? found.negate() : found);
    }

    static final String[] VALUED = {"-e", "-A", "-B", "-C", "-m"};

    static Optional<Predicate<String>> compile(String expression, boolean ignoreCase) {
        try {
            var pattern = Pattern.compile(expression, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
            return Optional.of(line -> pattern.matcher(line).find());
        } catch (PatternSyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** A basic regular expression as an extended one: there, what has a backslash here has none, and the other way round. */
    static String extended(String basic) {
        var text = new StringBuilder();
        for (int i = 0; i < basic.length(); i++) {
            char c = basic.charAt(i);
            boolean escapes = c == '\\' && i + 1 < basic.length();
            if (escapes && "|(){}+?".indexOf(basic.charAt(i + 1)) >= 0) {
                i++;
                text.append(basic.charAt(i));
            } else if (escapes) {
                i++;
                text.append(c).append(basic.charAt(i));
            } else if ("|(){}+?".indexOf(c) >= 0) {
                text.append('\\').append(c);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
