package mayday.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the start of the process to the first page, plain and with the AOT cache that the image carries, in turn. */
final class StartsSection {
    private StartsSection() {}

    static void run(Path folder, Size size) throws Exception {
        System.out.println("\n## Start\n");
        System.out.println("| process start to first page | median, ms | least | most | bar |\n|---|---|---|---|---|");
        var cache = trained(folder);
        var plain = new ArrayList<Double>();
        var cached = new ArrayList<Double>();
        for (var start = 0; start < size.starts(); start++) {
            plain.add(firstPage(folder.resolve("plain-" + start), Map.of()));
            cached.add(firstPage(
                    folder.resolve("cached-" + start),
                    Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCache=" + cache + " -Xlog:aot=error")));
        }
        print("plain", plain, 1_000);
        print("with the AOT cache", cached, 600);
    }

    /** Lets the script of the image train a cache. */
    private static Path trained(Path folder) throws IOException, InterruptedException {
        var cache = folder.resolve("mayday.aot");
        var builder = new ProcessBuilder(
                        "bash",
                        Path.of("src/main/image/train.sh").toAbsolutePath().toString(),
                        cache.toString(),
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dmayday.scenarios=" + Path.of("scenarios").toAbsolutePath(),
                        "-Xlog:aot=error")
                .directory(Path.of("target").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.txt").toFile());
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, ours) -> ours + ":" + path);
        builder.environment().putIfAbsent("PORT", "18081");
        if (builder.start().waitFor() != 0) {
            throw new IOException("no AOT cache: " + Files.readString(folder.resolve("training.txt")));
        }
        return cache;
    }

    static double firstPage(Path data, Map<String, String> environment) {
        return firstPage(data, Path.of("scenarios"), environment);
    }

    static double firstPage(Path data, Path scenarios, Map<String, String> environment) {
        var begun = System.nanoTime();
        try (var server = ServerProcess.start(data, scenarios, environment)) {
            try (var visitor = new Caller(server.url())) {
                visitor.get("/").good();
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static void print(String what, List<Double> millis, int bar) {
        var sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s, %d starts | %.0f | %.0f | %.0f | %,d |%n",
                what,
                sorted.size(),
                Contest.median(sorted),
                sorted.getFirst(),
                sorted.getLast(),
                bar);
    }
}
