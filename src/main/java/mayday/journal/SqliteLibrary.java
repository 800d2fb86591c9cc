package mayday.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native library from the driver's jar. The driver can do so itself, but compares what it wrote with what it read byte by
 * byte, which takes a tenth of a second of a start, and leaves a file behind when the process is killed.
 */
final class SqliteLibrary {
    /** Where the driver looks first. */
    private static final String PATH = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** Loads it, if nobody has. Where somebody says where it is, or the driver has none for this machine, the driver finds its own way. */
    static synchronized void load() throws DataUnusable {
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                return;
            }
            var folder = Files.createTempDirectory("mayday-sqlite");
            var file = folder.resolve(name);
            try {
                Files.copy(in, file);
                load(folder);
            } finally {
                // What is loaded stays, except on systems that keep such files.
                delete(file);
                delete(folder);
            }
        } catch (IOException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private static void load(Path folder) throws DataUnusable {
        var chosen = System.setProperty(PATH, folder.toString());
        if (chosen != null) {
            // Somebody named another one.
            System.setProperty(PATH, chosen);
            return;
        }
        try {
            // It remembers whether it has: two copies in one process would end it.
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw unusable(folder.toString(), e);
        } finally {
            System.clearProperty(PATH);
        }
    }

    private static DataUnusable unusable(String where, Throwable why) {
        return new DataUnusable(
                DataUnusable.Reason.OTHER,
                "SQLite's library cannot be unpacked to the folder for temporary files and loaded from there (" + where
                        + "). It needs room, has to be writable, and must not be mounted noexec;"
                        + " -Djava.io.tmpdir=FOLDER names another one.",
                why);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            path.toFile().deleteOnExit();
        }
    }
}
