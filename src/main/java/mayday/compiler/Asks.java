package mayday.compiler;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import tools.jackson.databind.json.JsonMapper;

/** Adds a wording to one of a scenario's own questions, in its text, which stays as it is otherwise. */
public final class Asks {
    private Asks() {}

    private static final String ASKS = "asks";

    /** A list's entry in lines of their own. */
    private static final Pattern DASH = Pattern.compile("\\s*- .*");

    /**
     * {@code text} with one more wording; empty if it has no such question, has the wording already, or is written so that it has to be
     * changed by hand.
     *
     * @param text of a scenario's own file
     * @param question the name of one of its questions
     */
    public static Optional<String> with(String text, String question, String words) {
        var entries = question(text, question);
        if (entries.isEmpty() || words.isBlank()) {
            return Optional.empty();
        }
        var asks = entries.get().entries().stream()
                .filter(entry -> entry.key().text().equals(ASKS))
                .map(Value.Entry::value)
                .findFirst();
        var quoted = JsonMapper.shared().writeValueAsString(words.strip());
        var changed = asks.isEmpty() ? withList(text, entries.get(), quoted) : inserted(text, asks.get(), quoted);
        return changed.filter(after -> wordings(after, question) == wordings(text, question) + 1);
    }

    private static Optional<Entries> question(String text, String question) {
        return TreeReader.read("scenario.yaml", text, new Problems(Map.of()))
                .flatMap(root -> at(root, "questions"))
                .flatMap(questions -> at(questions, question))
                .filter(Entries.class::isInstance)
                .map(Entries.class::cast);
    }

    private static Optional<Value> at(Value value, String key) {
        return value instanceof Entries entries
                ? entries.entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .map(Value.Entry::value)
                        .findFirst()
                : Optional.empty();
    }

    private static int wordings(String text, String question) {
        var asks = question(text, question).flatMap(entries -> at(entries, ASKS));
        return asks.map(value -> switch (value) {
                    case Items items -> items.items().size();
                    case Text _ -> 1;
                    case Entries _ -> 0;
                })
                .orElse(0);
    }

    private static Optional<String> inserted(String text, Value asks, String quoted) {
        return switch (asks) {
            case Items items
            when !items.items().isEmpty() -> {
                var first = items.items().getFirst().place();
                var line = line(text, first.line());
                var dashed = DASH.matcher(line).matches() && line.indexOf("- ") == line.indexOf(line.strip());
                yield Optional.of(
                        dashed
                                ? beforeLine(text, first.line(), line.substring(0, line.indexOf("- ")) + "- " + quoted)
                                : at(text, first, quoted + ", "));
            }
            case Items _, Text _, Entries _ -> Optional.empty();
        };
    }

    private static Optional<String> withList(String text, Entries entries, String quoted) {
        if (entries.entries().isEmpty()) {
            return Optional.empty();
        }
        var first = entries.entries().getFirst().key().place();
        var before = line(text, first.line()).substring(0, Math.max(0, first.column() - 1));
        var list = ASKS + ": [ " + quoted + " ]";
        return Optional.of(
                before.isBlank() ? beforeLine(text, first.line(), before + list) : at(text, first, list + ", "));
    }

    private static String line(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    private static String beforeLine(String text, int line, String added) {
        var at = startOf(text, line);
        return text.substring(0, at) + added + "\n" + text.substring(at);
    }

    private static String at(String text, Place place, String added) {
        var start = startOf(text, place.line());
        var at = text.offsetByCodePoints(start, place.column() - 1);
        return text.substring(0, at) + added + text.substring(at);
    }

    private static int startOf(String text, int line) {
        var at = 0;
        for (var each = 1; each < line; each++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }
}
