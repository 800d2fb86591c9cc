package mayday.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mayday.studio.Folders;

/** A folder with {@code elevated-500s} alone, for tests of the program that need no more: each start of a server reads all that there is. */
final class OneScenario {
    private static final Path FOLDER = made();

    private OneScenario() {}

    static Path folder() {
        return FOLDER;
    }

    private static Path made() {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "one-scenario-");
            Folders.copy("elevated-500s", "storefront", folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
