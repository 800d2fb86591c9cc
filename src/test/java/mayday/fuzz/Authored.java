package mayday.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.compiler.Sources;

/** The scenarios that are shipped, and those that each show one thing that a scenario can say. */
final class Authored {
    static final Library SHIPPED = Shipped.library();
    private static final Library FEATURES = Library.read(Path.of("src/test/resources/features"));

    /** In order of their names: which one a round damages hangs on its seed alone. */
    static final List<Sources> ALL = Stream.of(FEATURES, SHIPPED)
            .flatMap(library -> library.scenarios().stream()
                    .map(each -> library.source(each.id()))
                    .sorted(Comparator.comparing(Sources::main)))
            .toList();

    private Authored() {}

    /** The same with another text of one file. */
    static Sources with(Sources sources, String path, String text) {
        var files = new HashMap<>(sources.files());
        files.put(path, text);
        return new Sources(sources.main(), files);
    }

    static List<String> paths(Sources sources) {
        var paths = new ArrayList<>(sources.files().keySet());
        paths.sort(null);
        return paths;
    }
}
