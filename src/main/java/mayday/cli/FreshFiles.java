package mayday.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Writes new files into a folder of scenarios: never over one that is there, and never out of the folder. */
final class FreshFiles {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int MOST_CHARACTERS = 60;

    private final Path folder;

    FreshFiles(Path folder) {
        this.folder = folder;
    }

    /** Why nothing was written, in a sentence for the one who wanted it. */
    static final class NotWritten extends Exception {
        private static final long serialVersionUID = 1;

        NotWritten(String why) {
            super(why);
        }
    }

    /** Whether {@code text} can be the name of a scenario or a playthrough: small letters, digits and single hyphens. */
    static boolean isName(String text) {
        return text.length() <= MOST_CHARACTERS && NAME.matcher(text).matches();
    }

    /**
     * Writes a file that is not there yet.
     *
     * @param relative names of folders and the file, from the folder of all scenarios
     */
    Path write(String text, String... relative) throws NotWritten {
        var file = folder;
        for (var name : relative) {
            file = file.resolve(name);
        }
        try {
            var parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
                // A link may lead out of the folder although its name does not.
                if (!parent.toRealPath().startsWith(folder.toRealPath())) {
                    throw new NotWritten(parent + " is a link that leads out of " + folder + ".");
                }
            }
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return file;
        } catch (FileAlreadyExistsException there) {
            throw new NotWritten(file + " is there already, and nothing is written over.");
        } catch (IOException unwritable) {
            throw new NotWritten(file + " cannot be written.");
        }
    }
}
