package mayday.compiler;

import java.util.Optional;
import java.util.regex.Pattern;

/** Paths in an author's file, which must not lead out of the scenario's folder. */
final class FilePath {
    private FilePath() {}

    /** Plain names, so that a path means the same on every system: no {@code ..}, no drive, no leading dot or slash. */
    private static final Pattern INSIDE =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,5}");

    /** {@code relative} seen from the folder of {@code file}; empty if it would leave it. */
    static Optional<String> beside(String file, String relative) {
        if (!INSIDE.matcher(relative).matches()) {
            return Optional.empty();
        }
        return Optional.of(file.substring(0, file.lastIndexOf('/') + 1) + relative);
    }
}
