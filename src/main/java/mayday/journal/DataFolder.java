package mayday.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import mayday.journal.DataUnusable.Reason;

/** The folder that holds everything that must outlive a restart, held by this process alone until it is closed. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK_FILE = "mayday.lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    Path path() {
        return path;
    }

    /**
     * Makes the folder if it is not there, and takes it for this process. The system gives it back however the process
     * ends.
     */
    static DataFolder take(Path path) throws DataUnusable {
        var folder = path.toAbsolutePath().normalize();
        make(folder);
        FileChannel channel;
        try {
            channel = FileChannel.open(folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            var trouble = Trouble.of(
                    e,
                    folder,
                    new Trouble(
                            Reason.NOT_WRITABLE,
                            "The data folder " + folder + " cannot be written to. Give its files to the user that runs"
                                    + " Mayday, or name another folder with --data."));
            throw new DataUnusable(trouble.reason(), trouble.words(), e);
        }
        if (!lock(channel, folder)) {
            close(channel);
            throw new DataUnusable(
                    Reason.IN_USE,
                    "Another Mayday is using the data folder " + folder
                            + ". Stop it first, or give this one a folder of its own with --data.");
        }
        return new DataFolder(folder, channel);
    }

    private static void make(Path folder) throws DataUnusable {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new DataUnusable(
                    Reason.NOT_A_FOLDER, folder + " is a file, and data needs a folder. Name another one with --data.");
        }
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        } catch (IOException e) {
            throw new DataUnusable(
                    Reason.NOT_CREATED,
                    "The data folder " + folder + " is not there and cannot be created. Create it for the user that"
                            + " runs Mayday, or name another one with --data." + Trouble.why(e),
                    e);
        }
    }

    private static boolean lock(FileChannel channel, Path folder) throws DataUnusable {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        } catch (IOException e) {
            throw new DataUnusable(
                    Reason.OTHER,
                    "The data folder " + folder + " does not allow files to be locked, which keeps two servers from"
                            + " writing to it. Name a folder on a local disk with --data." + Trouble.why(e),
                    e);
        }
    }

    /** What makes a new file its owner's alone; nothing where the file system has other ideas of permission. */
    static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
        if (!near.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // Nothing was written through it; the system closes it when the process ends.
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
