package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command line as a shell reads it: programs with their arguments, each printing into the next.
 *
 * <p>Quotes and backslashes count; redirections, {@code sudo}, {@code time}, {@code watch} and assignments before the program make no
 * difference to what is shown and are left out. Variables and substitutions are not expanded.
 */
public record CommandLine(List<Stage> stages) {
    /** More programs in a row than this are a script, not a look at something. */
    public static final int MOST_STAGES = 8;

    /** Longer command lines are cut, as any question is. */
    public static final int MOST_CHARACTERS = 400;

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
    private static final Pattern REDIRECTION = Pattern.compile("(?:\\d|&)?>{1,2}(?:&\\d|\\S*)|<\\S*");
    private static final Pattern PATH = Pattern.compile("^/(?:usr/)?(?:local/)?s?bin/");

    public CommandLine {
        stages = List.copyOf(stages);
    }

    /** A program with its arguments, quotes taken off. */
    public record Stage(String program, List<String> words) {
        public Stage {
            words = List.copyOf(words);
        }

        Arguments arguments() {
            return new Arguments(words);
        }

        /** As it would be typed, without quotes. */
        public String text() {
            return words.isEmpty() ? program : program + " " + String.join(" ", words);
        }
    }

    public Stage first() {
        return stages.getFirst();
    }

    /** Reads a line; nothing if there is no program in it, or more of them than {@link #MOST_STAGES}. */
    public static Optional<CommandLine> parse(String line) {
        var cut = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line;
        var stages = new ArrayList<Stage>();
        for (var part : split(cut, false)) {
            var words = withoutPrefixes(words(part));
            if (!words.isEmpty()) {
                var program = PATH.matcher(words.getFirst()).replaceFirst("");
                stages.add(new Stage(program, words.subList(1, words.size())));
            }
        }
        return stages.isEmpty() || stages.size() > MOST_STAGES
                ? Optional.empty()
                : Optional.of(new CommandLine(stages));
    }

    /** The command lines of a text that joins several with {@code ;}, {@code &&} or {@code ||}. */
    public static List<String> sequence(String text) {
        return split(text, true).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Cuts at pipes or, for a sequence, at what joins command lines; never within quotes. */
    private static List<String> split(String text, boolean sequence) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (sequence ? c == ';' || (twice && (c == '&' || c == '|')) : c == '|') {
                parts.add(part.toString());
                part.setLength(0);
                i += sequence && c != ';' ? 1 : 0;
                continue;
            }
            part.append(c);
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        char quote = 0;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == ' ') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
                continue;
            }
            begun = true;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < text.length() && !isKept(text.charAt(i + 1), quote)) {
                i++;
                word.append(text.charAt(i));
            } else {
                word.append(c);
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    /** Within double quotes a backslash stays before letters; outside, too, before those of a regular expression. */
    private static boolean isKept(char next, char quote) {
        return quote == '"' ? next != '"' && next != '\\' : Character.isLetter(next);
    }

    private static List<String> withoutPrefixes(List<String> words) {
        var kept = new ArrayList<String>();
        boolean before = true;
        boolean watching = false;
        for (var word : words) {
            if (before && watching && (word.startsWith("-") || word.matches("\\d+(\\.\\d+)?"))) {
                continue;
            }
            watching = before && (watching || word.equals("watch"));
            boolean prefix =
                    word.matches("watch|sudo|time") || ASSIGNMENT.matcher(word).matches();
            if (before && prefix) {
                continue;
            }
            before = false;
            if (!REDIRECTION.matcher(word).matches()) {
                kept.add(word);
            }
        }
        return kept;
    }
}
