package mayday.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of scenarios for tests. */
public final class Folders {
    private Folders() {}

    /** Copies one shipped scenario and its system to {@code to}. */
    public static void copy(String scenario, String system, Path to) {
        copy(scenario, to);
        copy("systems/" + system + ".yaml", to);
    }

    /** Copies a file or a folder of what is shipped to the same place under {@code to}. */
    public static void copy(String part, Path to) {
        try {
            copyTree(Path.of("scenarios").resolve(part), to.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling("."));
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                var target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
