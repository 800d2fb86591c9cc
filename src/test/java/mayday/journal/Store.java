package mayday.journal;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The databases that a journal may be kept in: its tests run on each of them. */
public enum Store {
    SQLITE {
        @Override
        public Place place(Path folder) {
            return new Place.Folder(folder);
        }
    },

    POSTGRESQL {
        @Override
        public Place place(Path folder) {
            return PostgresServer.fresh();
        }
    };

    /** An empty place for a journal. */
    public abstract Place place(Path folder);

    /** Does what no journal would do. */
    public static void execute(Place place, String sql) {
        var url = switch (place) {
            case Place.Folder(var path) -> "jdbc:sqlite:" + path.resolve("mayday.db");
            case Place.Server(var server) -> server;
        };
        try (var connection = DriverManager.getConnection(url)) {
            PostgresServer.execute(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
