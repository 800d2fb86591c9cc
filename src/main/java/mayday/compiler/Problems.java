package mayday.compiler;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import mayday.compiler.Problem.Severity;

/** Collects what is wrong in the files of one scenario, so that an author sees all of it in one run. */
final class Problems {

    /** Beyond this many nobody reads on; the rest is dropped. */
    static final int MOST = 500;

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::id)
            .thenComparing(Problem::message);

    private final Map<String, List<String>> lines = new TreeMap<>();

    /** A set, because a value that is written once and used through an alias is read several times. */
    private final Set<Problem> found = new LinkedHashSet<>();

    /** Hears which keys each mapping may have. */
    private final BiConsumer<Place, Set<String>> keys;

    Problems(Map<String, String> files) {
        this(files, (_, _) -> {});
    }

    /** @param keys is told which keys each mapping that is read may have */
    Problems(Map<String, String> files, BiConsumer<Place, Set<String>> keys) {
        this.keys = keys;
        files.forEach((path, text) -> lines.put(path, text.lines().toList()));
    }

    /** Notes the keys that the mapping at {@code place} may have, for whoever explains or completes them. */
    void mayHave(Place place, Set<String> known) {
        keys.accept(place, known);
    }

    void error(Place place, String id, String message) {
        error(place, id, message, "");
    }

    void error(Place place, String id, String message, String suggestion) {
        add(Severity.ERROR, place, id, message, suggestion);
    }

    void warning(Place place, String id, String message, String suggestion) {
        add(Severity.WARNING, place, id, message, suggestion);
    }

    private void add(Severity severity, Place place, String id, String message, String suggestion) {
        if (found.size() < MOST) {
            found.add(new Problem(
                    severity, id, place.file(), place.line(), place.column(), message, line(place), suggestion));
        }
    }

    private String line(Place place) {
        var text = lines.getOrDefault(place.file(), List.of());
        return place.line() <= text.size() ? text.get(place.line() - 1) : "";
    }

    boolean anyErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** In order of file and place. */
    List<Problem> all() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}
