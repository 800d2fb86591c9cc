package mayday.journal;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import mayday.journal.DataUnusable.Reason;
import mayday.journal.Database.Again;

/** What failures of PostgreSQL mean, by their SQLSTATE (PostgreSQL's manual, appendix A). */
final class PostgresTrouble {
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NO_SUCH_SCHEMA = "3F000";
    private static final String NO_RIGHT = "42501";
    private static final String READ_ONLY = "25006";
    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String IDLE_IN_TRANSACTION = "25P03";
    private static final String CONNECTION = "08";
    private static final String NOT_AUTHORISED = "28";

    /** The server stops, crashed, or is not up yet. */
    private static final Set<String> SERVER_GOES = Set.of("57P01", "57P02", "57P03", "57P05");

    /** Serialisation failure, deadlock, lock not had in time, unique key, foreign key: another node was there at the same moment. */
    private static final Set<String> RACE = Set.of("40001", "40P01", "55P03", "23505", "23503");

    private PostgresTrouble() {}

    static Trouble of(Throwable failure, String name) {
        var state = state(failure);
        var why = " (" + why(failure) + ")";
        if (state.startsWith(NOT_AUTHORISED)) {
            return new Trouble(
                    Reason.NOT_LET_IN,
                    "The database server of " + name + " does not let this user in. Mend user and password in "
                            + Place.DATABASE_URL + ", or allow the user in the server's pg_hba.conf." + why);
        }
        if (isConnectionLost(failure)) {
            return new Trouble(
                    Reason.UNREACHABLE,
                    "The database server of " + name + " cannot be reached. Start it, or mend host and port in "
                            + Place.DATABASE_URL + "." + why);
        }
        return switch (state) {
            case NO_SUCH_DATABASE ->
                new Trouble(
                        Reason.NOT_LET_IN,
                        "There is no database " + name + ". Create it (createdb), or mend " + Place.DATABASE_URL + "."
                                + why);
            case NO_RIGHT ->
                new Trouble(
                        Reason.NOT_WRITABLE,
                        "The user may not do what Mayday needs in " + name
                                + ". Make it the owner of the database (alter" + " database ... owner to ...)." + why);
            case NO_SUCH_SCHEMA ->
                new Trouble(
                        Reason.NOT_WRITABLE,
                        "The schema that is named for " + name
                                + " is not there. Create it, or leave currentSchema out of " + Place.DATABASE_URL + "."
                                + why);
            case READ_ONLY ->
                new Trouble(
                        Reason.NOT_WRITABLE,
                        "The database " + name
                                + " can only be read: it is a standby, or was set so. Name the primary in "
                                + Place.DATABASE_URL + "." + why);
            case DISK_FULL ->
                new Trouble(
                        Reason.DISK_FULL,
                        "The disk of the database " + name + " is full. Free some space; nothing else is needed."
                                + why);
            case TOO_MANY_CONNECTIONS ->
                new Trouble(
                        Reason.UNREACHABLE,
                        "The database server of " + name + " has no connection left. A node needs up to "
                                + PostgresDatabase.MOST_CONNECTIONS + "; raise max_connections." + why);
            default -> new Trouble(Reason.OTHER, "The database " + name + " failed." + why);
        };
    }

    /** The connection is not to be used again, whatever the failure says of the statement. */
    static boolean isConnectionLost(Throwable failure) {
        var state = state(failure);
        return state.startsWith(CONNECTION)
                || SERVER_GOES.contains(state)
                || state.equals(IDLE_IN_TRANSACTION)
                || failure(failure) instanceof SQLTransientConnectionException
                || (state.isEmpty() && isOfTheLine(failure));
    }

    static Again again(Throwable failure) {
        if (isConnectionLost(failure)) {
            return Again.TOGETHER;
        }
        var state = state(failure);
        // What else a statement is refused for is one work's own fault, such as a text that cannot be stored.
        return RACE.contains(state) || state.startsWith("22") || state.startsWith("23") || state.isEmpty()
                ? Again.EACH_ALONE
                : Again.NOT;
    }

    private static boolean isOfTheLine(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String state(Throwable failure) {
        return Objects.requireNonNullElse(failure(failure).getSQLState(), "");
    }

    /** The innermost failure of the database; one without a state if there is none. */
    private static SQLException failure(Throwable failure) {
        var innermost = new SQLException(failure.toString());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                innermost = sql;
            }
        }
        return innermost;
    }

    private static String why(Throwable failure) {
        return String.valueOf(failure(failure).getMessage()).strip().replaceAll("\\s+", " ");
    }
}
