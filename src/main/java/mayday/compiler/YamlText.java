package mayday.compiler;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes texts so that YAML reads them back as they are. */
public final class YamlText {
    /** Neither the beginning of anything in YAML, nor a colon or hash that would mean something, nor a bracket or comma. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 ()./%?+'_=<>-]*");

    private static final Pattern SIMPLE_FIGURE = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[a-z]+[0-9a-z]*| %)?");
    private static final Set<String> OTHER_MEANINGS =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    /** As a scalar on one line: plain where that is safe, else between double quotes. */
    public static String scalar(String text) {
        var plain =
                (PLAIN.matcher(text).matches() || SIMPLE_FIGURE.matcher(text).matches())
                        && text.equals(text.strip())
                        && !OTHER_MEANINGS.contains(text.toLowerCase(Locale.ROOT));
        // A JSON string is a double-quoted scalar of YAML.
        return plain ? text : JsonMapper.shared().writeValueAsString(text);
    }

    /** One alone, or several between brackets. */
    public static String list(Collection<String> texts) {
        return texts.size() == 1
                ? scalar(texts.iterator().next())
                : texts.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    /** As a comment, whatever it has in it. */
    static String comment(String text) {
        return "# "
                + text.codePoints()
                        .map(c -> Character.isISOControl(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }
}
