package mayday.web.view;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/**
 * The learner's own filter over a log excerpt.
 *
 * @param level only lines of this level; empty for all
 * @param text a regular expression without regard to case (RE2: no catastrophic backtracking); empty for all
 * @param mistake what is wrong with the expression, in which case it is looked for as plain text; empty if nothing
 */
public record LogFilter(String level, String text, String mistake) {
    public static final LogFilter NONE = new LogFilter("", "", "");
    public static final int MOST_CHARACTERS = 100;

    /** The filter that a form asks for. */
    public static LogFilter of(String level, String text) {
        var words = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        try {
            Pattern.compile(words, Pattern.CASE_INSENSITIVE);
            return new LogFilter(level, words, "");
        } catch (PatternSyntaxException wrong) {
            var why = wrong.getDescription() + (wrong.getPattern().isEmpty() ? "" : ": " + wrong.getPattern());
            return new LogFilter(level, words, "Not a regular expression (" + why + "), so it is taken as plain text.");
        }
    }

    public boolean isEmpty() {
        return level.isEmpty() && text.isEmpty();
    }

    /** The lines that pass. */
    public List<CardBody.Line> of(CardBody.Log log) {
        var words = mistake.isEmpty() ? text : Pattern.quote(text);
        var pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        return log.lines().stream()
                .filter(line -> level.isEmpty() || line.level().equals(level))
                .filter(line -> text.isEmpty()
                        || pattern.matcher(line.host() + " " + line.text()).find())
                .toList();
    }
}
