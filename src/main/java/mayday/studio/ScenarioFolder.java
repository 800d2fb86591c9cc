package mayday.studio;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of all scenarios: reads and replaces the text files in it, whole or not at all. A path is relative to it, with {@code /} between
 * plain names; what leads out of it, by its name or by a link, is not there.
 */
final class ScenarioFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioFolder.class);

    /** As much as the compiler reads of a file. */
    static final int MOST_BYTES = 1024 * 1024;

    /** More files than this in one scenario nobody looks through. */
    static final int MOST_FILES = 300;

    static final int MOST_DEPTH = 6;

    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}";
    private static final Pattern PATH = Pattern.compile(NAME + "(/" + NAME + "){0," + MOST_DEPTH + "}");

    private final Path root;

    ScenarioFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    /** A file as it was found. */
    sealed interface Found {
        record Text(FileContent content) implements Found {}

        record Missing() implements Found {}

        /** It cannot be edited here, for a reason that is a sentence. */
        record Unfit(String why) implements Found {}
    }

    Found read(String path) {
        try {
            var file = inside(path);
            if (file.isEmpty() || !Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
                return new Found.Missing();
            }
            if (!Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
                return new Found.Unfit("This is no plain file: a link or a folder is not edited here.");
            }
            var bytes = bytes(file.get());
            if (bytes.length > MOST_BYTES) {
                return new Found.Unfit("The file is larger than 1 MiB.");
            }
            return FileContent.of(bytes)
                    .<Found>map(Found.Text::new)
                    .orElseGet(() -> new Found.Unfit(
                            "The file is not UTF-8 text, and this editor would spoil it. Save it as UTF-8 first."));
        } catch (NoSuchFileException gone) {
            return new Found.Missing();
        } catch (IOException e) {
            return new Found.Unfit("The file cannot be read. Check that Mayday may read it.");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return input.readNBytes(MOST_BYTES + 1);
        }
    }

    /** The paths of the plain files below {@code folder}, in order of name. */
    List<String> files(String folder) {
        try {
            var real = root.toRealPath();
            var top = inside(folder);
            if (top.isEmpty() || !Files.isDirectory(top.get(), LinkOption.NOFOLLOW_LINKS)) {
                return List.of();
            }
            try (var all = Files.walk(top.get(), MOST_DEPTH, new FileVisitOption[0])) {
                return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> real.relativize(file).toString().replace('\\', '/'))
                        .filter(ScenarioFolder::isPath)
                        .limit(MOST_FILES)
                        .sorted()
                        .toList();
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** What became of a text that was to be written. */
    sealed interface Written {
        record Done(String digest) implements Written {}

        /** The file is not what the writer knew; nothing was written. */
        record Changed(Found found) implements Written {}

        /** Nothing was written, for a reason that is a sentence. */
        record Failed(String why) implements Written {}
    }

    /**
     * Replaces the text of a file, or makes a new one: either all of it is on the disk when this returns, or the old one is untouched.
     *
     * @param expected digest of the file that the writer knew
     */
    Written write(String path, String text, String expected) {
        var found = read(path);
        var before = found instanceof Found.Text(var content) ? content : FileContent.NEW;
        if (found instanceof Found.Unfit || !before.digest().equals(expected)) {
            return new Written.Changed(found);
        }
        var bytes = before.bytes(text);
        if (bytes.isEmpty()) {
            return new Written.Failed("The text has half a character in it (a lone surrogate). Remove it.");
        }
        if (bytes.get().length > MOST_BYTES) {
            return new Written.Failed("The text is larger than 1 MiB.");
        }
        try {
            var file = inside(path);
            if (file.isEmpty()) {
                return new Written.Failed("A file cannot be called " + path + ".");
            }
            return replace(file.get(), path, bytes.get(), expected);
        } catch (IOException e) {
            return new Written.Failed("The file cannot be written: " + Disk.reason(e)
                    + " Nothing was changed. Check that Mayday may write to the folder of scenarios.");
        }
    }

    private Written replace(Path file, String path, byte[] bytes, String expected) throws IOException {
        var folder = Optional.ofNullable(file.getParent()).orElse(root);
        Files.createDirectories(folder);
        // Readers pass over names that begin with a dot.
        var beside = folder.resolve("." + file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            Disk.write(beside, bytes);
            Disk.keepPermissions(file, beside);
            // Somebody may have saved it with another editor meanwhile: theirs is not lost.
            var now = read(path);
            var digest = now instanceof Found.Text(var content) ? content.digest() : FileContent.NONE;
            if (!digest.equals(expected)) {
                return new Written.Changed(now);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Disk.sync(folder);
            return new Written.Done(FileContent.digest(bytes));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Takes a file away again that was just written. */
    void delete(String path) {
        try {
            var file = inside(path);
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            LOG.warn("{} could not be removed", path, e);
        }
    }

    /** The bytes of a file that is there, for an archive. */
    Optional<byte[]> raw(String path) {
        try {
            var file = inside(path);
            return file.isPresent() && Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(bytes(file.get())).filter(bytes -> bytes.length <= MOST_BYTES)
                    : Optional.empty();
        } catch (IOException vanished) {
            return Optional.empty();
        }
    }

    /** Whether something of that name is in the folder, whatever it is. */
    boolean has(String name) {
        return isPath(name) && Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes a folder with these files, all of it or nothing. Why it could not be done, in a sentence; empty if it was.
     *
     * @param files by path, all of them within the folder
     */
    Optional<String> makeFolder(String name, Map<String, byte[]> files) {
        return has(name)
                ? Optional.of("There is a folder " + name + " already, and nothing is written over.")
                : replaceFolder(name, files);
    }

    /**
     * Puts a folder with these files in the place of the one of that name, or makes it: either all of it is there when this returns, or
     * the old one is untouched. Why it could not be done, in a sentence; empty if it was.
     *
     * @param files by path, all of them within the folder
     */
    Optional<String> replaceFolder(String name, Map<String, byte[]> files) {
        return new FolderReplacement(root, name).by(files);
    }

    /** Where a path lies, if that is within the folder, whatever links there are. */
    Optional<Path> inside(String path) throws IOException {
        if (!isPath(path)) {
            return Optional.empty();
        }
        var real = root.toRealPath();
        var file = real;
        for (var name : path.split("/")) {
            file = file.resolve(name);
            var isLast = file.equals(real.resolve(path));
            if (!isLast && Files.isSymbolicLink(file)) {
                return Optional.empty();
            }
        }
        return Optional.of(file);
    }
}
