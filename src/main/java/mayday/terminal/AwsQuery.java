package mayday.terminal;

import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jcf.JcfRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import mayday.terminal.CommandLine.Stage;
import org.jspecify.annotations.Nullable;

/** {@code aws ... --query EXPRESSION [--output json|text]}: JMESPath over what the command prints as JSON. */
final class AwsQuery {
    private static final JcfRuntime JMESPATH = new JcfRuntime();
    private static final Pattern BARE_WORD = Pattern.compile("`(?!true`|false`|null`)([A-Za-z][A-Za-z0-9 _.:/-]*)`");

    /** What JSON calls null. */
    private enum Nothing {
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    private AwsQuery() {}

    static boolean isAsked(Stage stage) {
        return stage.arguments().value("--query").isPresent();
    }

    /** @param command the command, run without the query and in JSON */
    static Printed run(Stage stage, Function<Stage, Printed> command) {
        var expression = stage.arguments().value("--query").orElseThrow();
        var form = stage.arguments().value("--output").orElse("json");
        if (!form.equals("json") && !form.equals("text")) {
            return new Printed.Word("Of a --query I print json and text here.");
        }
        if (!(command.apply(without(stage)) instanceof Printed.Output(var host, var lines, var words))) {
            return command.apply(without(stage));
        }
        try {
            var found = JMESPATH.compile(quoted(expression)).search(JMESPATH.parseString(String.join("\n", lines)));
            var shown = plain(found);
            return new Printed.Output(host, form.equals("text") ? text(shown) : JsonLines.of(shown), words);
        } catch (JmesPathException | IllegalStateException e) {
            var why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Printed.Output(host, List.of("", "Bad value for --query " + expression + ": " + why), words);
        }
    }

    /** The command-line client also takes a word between backticks for a text, {@code [?State==`Pending`]}. */
    private static String quoted(String expression) {
        return BARE_WORD.matcher(expression).replaceAll("`\"$1\"`");
    }

    private static Stage without(Stage stage) {
        var words = new ArrayList<String>();
        for (int i = 0; i < stage.words().size(); i++) {
            var word = stage.words().get(i);
            if (word.equals("--query") || word.equals("--output")) {
                i++;
            } else if (!word.startsWith("--query=") && !word.startsWith("--output=")) {
                words.add(word);
            }
        }
        return new Stage(stage.program(), words);
    }

    /** Whole numbers without a fraction, as they came. */
    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> Nothing.NULL;
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, Object>();
                map.forEach((key, each) -> plain.put(String.valueOf(key), plain(each)));
                yield plain;
            }
            case List<?> list -> list.stream().map(AwsQuery::plain).toList();
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 -> (long) (double) number;
            default -> value;
        };
    }

    /** As {@code --output text}: lists of lists are lines, what is in one is parted by tabs. */
    private static List<String> text(Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of(cell(value));
        }
        if (list.stream().anyMatch(each -> each instanceof List<?> || each instanceof Map<?, ?>)) {
            return list.stream().flatMap(each -> text(each).stream()).toList();
        }
        return list.isEmpty()
                ? List.of()
                : List.of(String.join("\t", list.stream().map(AwsQuery::cell).toList()));
    }

    private static String cell(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                String.join("\t", map.values().stream().map(AwsQuery::cell).toList());
            case List<?> list ->
                String.join("\t", list.stream().map(AwsQuery::cell).toList());
            case Nothing _ -> "None";
            default -> String.valueOf(value);
        };
    }
}
