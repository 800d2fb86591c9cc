package mayday.compiler;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.compiler.Value.Text;
import mayday.scenario.Input;
import mayday.scenario.VariableId;
import mayday.scenario.Wording;

/**
 * Reads the figures in authors' texts, {@code {{lost-jobs}}} or {@code {{orders-db.queue-depth}}}, and keeps what has any. Mustache
 * without sections: a text decides nothing.
 */
final class WordingReader {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([^{}#^/!>&=\\s]+)\\s*\\}\\}");

    private final Vocabulary vocabulary;
    private final InputReader inputs;
    private final Problems problems;
    private final Map<String, Wording> wordings = new HashMap<>();

    WordingReader(Vocabulary vocabulary, InputReader inputs, Problems problems) {
        this.vocabulary = vocabulary;
        this.inputs = inputs;
        this.problems = problems;
    }

    /** All texts with figures that were noted, by the text as it is told. */
    Map<String, Wording> all() {
        return wordings;
    }

    /** The same text, of which is now known how to say it. */
    Text noted(Text text) {
        var told = text.text();
        if (told.contains("{{")) {
            wording(new Text(text.place(), told, text.style())).ifPresent(wording -> wordings.put(told, wording));
        }
        return text;
    }

    private Optional<Wording> wording(Text text) {
        var names = new ArrayList<String>();
        var found = new ArrayList<Input>();
        var tag = TAG.matcher(text.text());
        var numbered = new StringBuilder();
        while (tag.find()) {
            var name = tag.group(1);
            var input = input(text, name, tag.start(1));
            if (input.isEmpty()) {
                return Optional.empty();
            }
            if (!names.contains(name)) {
                names.add(name);
                found.add(input.get());
            }
            tag.appendReplacement(numbered, "{{v" + names.indexOf(name) + "}}");
        }
        tag.appendTail(numbered);
        return template(text, numbered.toString(), names.size())
                .map(template -> new Wording(text.text(), found, figures -> template.execute(context(figures))));
    }

    private static Map<String, String> context(List<String> figures) {
        var context = new HashMap<String, String>();
        for (var i = 0; i < figures.size(); i++) {
            context.put("v" + i, figures.get(i));
        }
        return context;
    }

    private Optional<Input> input(Text text, String name, int at) {
        if (vocabulary.variables().contains(name)) {
            return Optional.of(new Input.OfVariable(new VariableId(name)));
        }
        var words = Token.of(name);
        if (name.contains(".")) {
            var moved = new Text(text.at(at), name, text.style() == Text.Style.BLOCK ? text.style() : Text.Style.PLAIN);
            return inputs.read(moved, words, 0).input();
        }
        problems.error(
                text.at(at),
                "unknown-figure",
                "there is no figure `" + name + "`",
                vocabulary.variables().isEmpty()
                        ? "name a variable of the scenario or a signal, such as `{{edge.error-ratio}}`"
                        : Suggestions.nearest(name, vocabulary.variables()));
        return Optional.empty();
    }

    private Optional<Template> template(Text text, String numbered, int figures) {
        try {
            var template = Mustache.compiler().escapeHTML(false).compile(numbered);
            var tags = new int[1];
            template.visit(new Mustache.Visitor() {
                @Override
                public void visitText(String plain) {}

                @Override
                public void visitVariable(String name) {
                    if (!name.matches("v\\d+")) {
                        tags[0]++;
                    }
                }

                @Override
                public boolean visitInclude(String name) {
                    tags[0]++;
                    return false;
                }

                @Override
                public boolean visitSection(String name) {
                    tags[0]++;
                    return false;
                }

                @Override
                public boolean visitInvertedSection(String name) {
                    tags[0]++;
                    return false;
                }
            });
            if (tags[0] == 0 && figures > 0) {
                return Optional.of(template);
            }
        } catch (MustacheException e) {
            // Said below: whatever is wrong, it is not a figure.
        }
        problems.error(
                text.place(),
                "bad-figure",
                "between `{{` and `}}` stands the name of one figure, and nothing else",
                "write it like `{{lost-jobs}}` or `{{orders-db.queue-depth}}`");
        return Optional.empty();
    }
}
