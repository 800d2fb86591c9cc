package mayday.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A real file system of a few megabytes, to be filled up. A test that asks for one is skipped where it cannot be mounted. */
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4_096;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** An empty one at {@code path}, a folder that is there. */
    public static SmallDisk at(Path path, int megabytes) {
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "mayday-test", path.toString()),
                "mounting a small disk needs Linux and root");
        return new SmallDisk(path);
    }

    public Path path() {
        return path;
    }

    /** Leaves no room for anything. */
    public void fill() {
        try (var ballast = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.getFileStore(path).getUsableSpace() > 0) {
                ballast.write(ByteBuffer.allocate(BLOCK));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes away what filled it. The file is emptied before it goes: a process that is being started at this moment holds
     * a copy of what was open when it was forked, and what a deleted file holds is not given back before that is closed.
     */
    public void free() {
        try {
            FileChannel.open(ballast(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return path.resolve("ballast");
    }

    @Override
    public void close() {
        // Lazily: what was closed a moment ago may not be gone yet.
        if (!done("umount", "--lazy", path.toString())) {
            throw new IllegalStateException("the small disk at " + path + " is still mounted");
        }
    }

    private static boolean done(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
