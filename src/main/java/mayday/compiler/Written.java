package mayday.compiler;

import java.util.List;
import java.util.Optional;
import mayday.compiler.Problem.Severity;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Items;

/**
 * Where the parts of a scenario are written, for those who find out later that something about one of them is wrong. A part is named by the
 * keys that lead to it from the top of the scenario's own file, an entry of a list by its number from 0: {@code causes, retry-storm,
 * states, echo} or {@code questions, pool-settings, asks, 2}.
 */
public final class Written {
    private final Problems problems;
    private final String file;
    private final Optional<Value> root;

    private Written(Problems problems, String file, Optional<Value> root) {
        this.problems = problems;
        this.file = file;
        this.root = root;
    }

    /** Of texts that compile. */
    public static Written of(Sources sources) {
        var text = sources.files().getOrDefault(sources.main(), "");
        // What is wrong with the text has been reported by the compiler.
        var root = TreeReader.read(sources.main(), text, new Problems(sources.files()));
        return new Written(new Problems(sources.files()), sources.main(), root);
    }

    /** Reports what makes a scenario unfair or unplayable at a part of it; at the nearest part around it if that one is not written. */
    public void error(List<String> part, String id, String message, String suggestion) {
        report(Severity.ERROR, part, id, message, suggestion);
    }

    /** As {@link #error}, of what the scenario can be played in spite of. */
    public void warning(List<String> part, String id, String message, String suggestion) {
        report(Severity.WARNING, part, id, message, suggestion);
    }

    /** Proofs of several causes may be made at once. */
    private synchronized void report(
            Severity severity, List<String> part, String id, String message, String suggestion) {
        switch (severity) {
            case ERROR -> problems.error(place(part), id, message, suggestion);
            case WARNING -> problems.warning(place(part), id, message, suggestion);
        }
    }

    /** What has been reported, in order of place. */
    public synchronized List<Problem> problems() {
        return problems.all();
    }

    private Place place(List<String> part) {
        var place = Place.startOf(file);
        var within = root;
        for (var step : part) {
            if (within.isEmpty()) {
                break;
            }
            var found = step(within.get(), step);
            if (found.isEmpty()) {
                break;
            }
            place = found.get().place();
            within = Optional.of(found.get().value());
        }
        return place;
    }

    /** A part with the place at which an author looks for it: a named one's name. */
    private record Part(Place place, Value value) {}

    private static Optional<Part> step(Value within, String step) {
        return switch (within) {
            case Entries entries ->
                entries.entries().stream()
                        .filter(entry -> entry.key().text().equals(step))
                        .map(entry -> new Part(entry.key().place(), entry.value()))
                        .findFirst();
            case Items items ->
                step.matches("\\d{1,4}")
                                && Integer.parseInt(step) < items.items().size()
                        ? Optional.of(items.items().get(Integer.parseInt(step)))
                                .map(item -> new Part(item.place(), item))
                        : Optional.empty();
            // A list with one entry may be written without brackets.
            case Value.Text text -> step.equals("0") ? Optional.of(new Part(text.place(), text)) : Optional.empty();
        };
    }
}
