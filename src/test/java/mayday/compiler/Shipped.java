package mayday.compiler;

import java.nio.file.Path;

/** The scenarios that we ship, compiled once for all tests that only look at them. */
public final class Shipped {
    /** Where they are. */
    public static final Path FOLDER = Path.of("scenarios");

    private static final Library LIBRARY = Library.read(FOLDER);

    private Shipped() {}

    public static Library library() {
        return LIBRARY;
    }
}
