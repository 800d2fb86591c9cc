package mayday.studio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Comparator;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The disk below the folder of all scenarios: what was written to it stays there, and what it refuses has a reason. */
final class Disk {
    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private Disk() {}

    /** Makes a file of these bytes, all of which are on the disk when this returns. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** As {@link #remove}; what cannot be removed stays, and the log says so. */
    static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", folder, e);
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Lets who may read and write {@code from}, if that is there, do so with {@code to}; where there are no such permissions, nothing. */
    static void keepPermissions(Path from, Path to) throws IOException {
        var before = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var after = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (before != null && after != null && Files.exists(from)) {
            after.setPermissions(before.readAttributes().permissions());
        }
    }

    /** A move is durable once its folder is. Where folders cannot be opened, as on Windows, the system sees to it. */
    static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notPossibleHere) {
            // The text itself is on the disk already.
            return;
        }
    }

    /** Why the disk refused something, as the end of a sentence. */
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied.";
            case FileSystemException failed
            when failed.getReason() != null -> failed.getReason().toLowerCase(Locale.ROOT) + ".";
            default -> "the disk refused it.";
        };
    }
}
