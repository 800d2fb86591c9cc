package mayday.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mayday.question.UnderstandingBeside;

/**
 * Measures Mayday's speed and scale, each figure beside what it could be at best, in the same run, and prints tables. Arguments: the sections
 * ({@code commands}, {@code questions}, {@code pages}, {@code incidents}, {@code lengths}, {@code library}, {@code starts}; none: all) and
 * {@code small}, to see in a few minutes whether all of it works. Run it in the project's folder after {@code mvn package}.
 */
final class Benchmark {
    private static final List<String> SECTIONS =
            List.of("commands", "questions", "pages", "incidents", "lengths", "library", "starts");

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        var given = new ArrayList<>(Arrays.asList(arguments));
        var size = given.remove("small") ? Size.SMALL : Size.FULL;
        if (!SECTIONS.containsAll(given)) {
            System.err.println(
                    "usage: Benchmark [small] [SECTION...], the sections being " + String.join(", ", SECTIONS));
            System.exit(2);
        }
        var folder = Files.createTempDirectory("mayday-benchmark");
        try {
            machine();
            for (var section : given.isEmpty() ? SECTIONS : given) {
                run(section, folder, size);
            }
            delete(folder);
            // Callers keep their connections.
            System.exit(0);
        } catch (Exception brokenOff) {
            brokenOff.printStackTrace();
            delete(folder);
            System.exit(1);
        }
    }

    private static void run(String section, Path folder, Size size) throws Exception {
        switch (section) {
            case "commands" -> CommandsSection.run(folder, size);
            case "questions" -> questions(size);
            case "pages" -> PagesSection.run(folder, size);
            case "incidents" -> IncidentsSection.run(folder, size);
            case "lengths" -> LengthsSection.run(folder, size);
            case "library" -> LibrarySection.run(folder, size);
            case "starts" -> StartsSection.run(folder, size);
            default -> throw new IllegalArgumentException(section);
        }
    }

    /** What has to be known to judge the figures. */
    private static void machine() throws IOException {
        var load = Path.of("/proc/loadavg");
        System.out.printf(
                "%s, %d cores, Java %s, load before it began %s%n",
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.runtime.version"),
                Files.exists(load) ? Files.readString(load).split(" ", 2)[0] : "unknown");
    }

    private static void questions(Size size) {
        System.out.println("\n## Questions\n");
        Contest.header("understood, a second", "embedded by the model alone, a second");
        var beside = new UnderstandingBeside();
        for (var callers : List.of(1, Runtime.getRuntime().availableProcessors())) {
            new Contest(callers, size.seconds(), size.rounds())
                    .between(_ -> counted(beside::understand), _ -> counted(beside::embed))
                    .print(beside.texts() + " questions over and over, " + callers + " at once", 70);
        }
    }

    private interface Numbered {
        void once(int number);
    }

    private static Contest.Doer counted(Numbered work) {
        var turn = new AtomicInteger();
        return () -> work.once(turn.getAndIncrement());
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
