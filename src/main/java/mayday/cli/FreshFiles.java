package mayday.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            create(file, text);
            return file;
        } catch (FileAlreadyExistsException there) {
            throw new NotWritten(file + " is there already, and nothing is written over.");
        } catch (IOException unwritable) {
            throw new NotWritten(file + " cannot be written.");
        }
    }

    /** A file that cannot be written to its end, on a full disk, is not left behind. */
    private static void create(Path file, String text) throws IOException {
        Files.createFile(file);
        try {
            Files.writeString(file, text);
        } catch (IOException half) {
            remove(file);
            throw half;
        }
    }

    /**
     * Writes several files that are not there yet: all of them, or none.
     *
     * @param texts by path from the folder, with {@code /} between names
     */
    List<Path> writeAll(Map<String, String> texts) throws NotWritten {
        var written = new ArrayList<Path>();
        try {
            for (var each : texts.entrySet()) {
                written.add(write(each.getValue(), each.getKey().split("/")));
            }
            return written;
        } catch (NotWritten failed) {
            written.forEach(FreshFiles::remove);
            throw failed;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // It is one that we have just written; whoever reads the message will find it.
        }
    }

    /**
     * Puts another text in place of a file's, at once: nobody ever reads half of it.
     *
     * @param together files that were written for it, and go again if this one cannot be written
     */
    static void replace(String text, Path file, List<Path> together) throws NotWritten {
        var next = file.resolveSibling("." + file.getFileName() + ".next");
        try {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            remove(next);
            together.forEach(FreshFiles::remove);
            throw new NotWritten(file + " cannot be written.");
        }
    }
}
