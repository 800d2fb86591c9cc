package mayday.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native library from the driver's jar. The driver can do so itself, but compares what it wrote with what it read byte by
 * byte, which takes a tenth of a second of a start, and leaves a file behind when the process is killed.
 */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);

    /** Where the driver looks first. */
    private static final String PATH = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** Loads it, if nobody has; where that does not go well, the driver finds its own way. */
    static synchronized void load() {
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
            LOG.debug("SQLite's library could not be unpacked", e);
        }
    }

    private static void load(Path folder) {
        var chosen = System.setProperty(PATH, folder.toString());
        if (chosen != null) {
            // Somebody named another one.
            System.setProperty(PATH, chosen);
            return;
        }
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            LOG.debug("SQLite's library could not be loaded", e);
        } finally {
            System.clearProperty(PATH);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            path.toFile().deleteOnExit();
        }
    }
}
