package mayday.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import mayday.journal.DataUnusable.Reason;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What a failure of the database means to the people who run it.
 *
 * @param words what is wrong and how to mend it
 */
record Trouble(Reason reason, String words) {
    /** SQLite keeps the kind of an error in the low byte of its code, and details above it. */
    private static final int PRIMARY = 0xff;

    /** A disk with fewer bytes than a page of it cannot take a file. */
    private static final long LEAST_ROOM = 4_096;

    /** What {@code failure} means, whatever it is wrapped in. */
    static Trouble of(Throwable failure, Path file) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return of(sqlite, file);
            }
        }
        return new Trouble(Reason.OTHER, "The database " + file + " failed: " + failure.getMessage());
    }

    /**
     * What it means that a file of ours in {@code folder} could not be made or written.
     *
     * @param otherwise what it means unless the disk is full
     */
    static Trouble of(IOException failure, Path folder, Trouble otherwise) {
        return isFull(folder) ? full(folder) : new Trouble(otherwise.reason(), otherwise.words() + why(failure));
    }

    /** What the system says about a file, in brackets behind a sentence of ours; empty if that is no more than its name. */
    static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> " (Permission denied)";
            case NoSuchFileException _ -> " (No such file or folder)";
            case FileSystemException system -> system.getReason() == null ? "" : " (" + system.getReason() + ")";
            case IOException other -> other.getMessage() == null ? "" : " (" + other.getMessage() + ")";
        };
    }

    private static boolean isFull(Path folder) {
        try {
            var disk = Files.getFileStore(folder);
            // What is no disk, such as /proc, has no space at all.
            return disk.getTotalSpace() > 0 && disk.getUsableSpace() < LEAST_ROOM;
        } catch (IOException _) {
            return false;
        }
    }

    private static Trouble full(Path file) {
        return new Trouble(
                Reason.DISK_FULL, "The disk that holds " + file + " is full. Free some space; nothing else is needed.");
    }

    private static Trouble of(SQLiteException failure, Path file) {
        var code = failure.getResultCode().code & PRIMARY;
        // The file that readers and writer share cannot grow: in practice, for want of space.
        var noRoom = failure.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
        if (noRoom || code == SQLiteErrorCode.SQLITE_FULL.code) {
            return full(file);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return new Trouble(
                    Reason.NOT_WRITABLE,
                    "The database " + file
                            + " cannot be written to. Give it, its folder and the files beside it to the user"
                            + " that runs Mayday, or name another folder with --data.");
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return new Trouble(
                    Reason.NOT_WRITABLE,
                    "The database " + file
                            + " cannot be opened. It should be a file that the user who runs Mayday may read and"
                            + " write, with room for more files beside it.");
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return damaged(file, String.valueOf(failure.getMessage()));
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new Trouble(
                    Reason.IN_USE, "Another program holds the database " + file + ". Close it, then try again.");
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return new Trouble(
                    Reason.OTHER,
                    "The disk that holds " + file + " failed. See what the system's log says about it. ("
                            + failure.getMessage() + ")");
        }
        return new Trouble(Reason.OTHER, "The database " + file + " failed: " + failure.getMessage());
    }

    static Trouble damaged(Path file, String finding) {
        return new Trouble(
                Reason.DAMAGED,
                "The database " + file
                        + " is damaged. Move it and the files beside it that begin with its name away, and put a"
                        + " backup in their place; without a backup Mayday starts with an empty one. (" + finding
                        + ")");
    }
}
