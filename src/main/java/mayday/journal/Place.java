package mayday.journal;

import java.nio.file.Path;
import java.util.Map;

/** Where a journal is: in a folder of this machine, or on a database server. */
public sealed interface Place {
    /** The environment variable that names a PostgreSQL database; it holds a password, so it is no option of the command line. */
    String DATABASE_URL = "MAYDAY_DATABASE_URL";

    /** A folder that one process has for itself; made if it is not there. */
    record Folder(Path path) implements Place {}

    /**
     * A PostgreSQL database that several processes may share.
     *
     * @param url as its JDBC driver takes it, beginning with {@code jdbc:postgresql:}; may hold a password
     */
    record Server(String url) implements Place {
        /** Without the URL, which is nobody's business. */
        @Override
        public String toString() {
            return "Server[]";
        }
    }

    /** The database that the environment names, if it names one; else {@code folder}. */
    static Place of(Map<String, String> environment, Path folder) {
        var url = environment.getOrDefault(DATABASE_URL, "").strip();
        return url.isEmpty() ? new Folder(folder) : new Server(url);
    }
}
