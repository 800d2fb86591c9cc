package mayday.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/** What a start and the catalogue cost with more and more scenarios: copies of a shipped one under other names. */
final class LibrarySection {
    private static final String COPIED = "cpu-spike";
    private static final int PAGES = 60;
    private static final int WARM_UPS = 20;

    private LibrarySection() {}

    static void run(Path folder, Size size) throws Exception {
        System.out.println("\n## Size of the library\n");
        System.out.println(
                "| scenarios | process start to first page, ms | catalogue, warm, ms | KiB of it | resident, MiB |"
                        + "\n|---|---|---|---|---|");
        for (var scenarios : size.scenarios()) {
            var library = copies(folder.resolve("library-" + scenarios), scenarios);
            var begun = System.nanoTime();
            try (var server = ServerProcess.start(folder.resolve("for-" + scenarios), library, Map.of());
                    var visitor = new Caller(server.url())) {
                visitor.get("/").good();
                var first = (System.nanoTime() - begun) / 1e6;
                var millis = new ArrayList<Double>();
                var bytes = 0;
                for (var page = 0; page < PAGES + WARM_UPS; page++) {
                    begun = System.nanoTime();
                    bytes = visitor.get("/").good().bytes();
                    if (page >= WARM_UPS) {
                        millis.add((System.nanoTime() - begun) / 1e6);
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %,.0f | %.1f | %d | %d |%n",
                        scenarios,
                        first,
                        Contest.median(millis),
                        bytes / 1024,
                        server.residentBytes() >> 20);
            }
        }
    }

    private static Path copies(Path library, int count) throws IOException {
        copy(Path.of("scenarios/systems"), library.resolve("systems"));
        for (var number = 0; number < count; number++) {
            var id = COPIED + "-" + number;
            copy(Path.of("scenarios", COPIED), library.resolve(id));
            var text = library.resolve(id).resolve("scenario.yaml");
            Files.writeString(text, Files.readString(text).replaceFirst("(?m)^id: .*$", "id: " + id));
        }
        return library;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().contains("playthroughs"))
                    .toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
