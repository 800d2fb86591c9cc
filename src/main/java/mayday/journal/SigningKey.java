package mayday.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import mayday.journal.DataUnusable.Reason;

/** The secret with which cookies are signed: made once, and kept with the journal so that it outlives a restart. */
public final class SigningKey {
    private static final String FILE = "key";
    private static final int BYTES = 32;

    private final byte[] bytes;

    private SigningKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The key in {@code folder}, made from {@code source} if there is none. The file can be read by its owner alone.
     */
    public static SigningKey in(Path folder, RandomBytes source) throws DataUnusable {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file, source);
            }
            // One byte more than is right tells a file that is too long without reading it whole.
            byte[] bytes;
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(BYTES + 1);
            }
            if (bytes.length != BYTES) {
                throw new DataUnusable(
                        Reason.KEY_DAMAGED,
                        "The key " + file + " is damaged: it should be " + BYTES + " bytes long."
                                + " Put its backup in its place, or remove it: a new one is made, and learners"
                                + " lose sight of the incidents they opened.");
            }
            return new SigningKey(bytes);
        } catch (IOException e) {
            var trouble = Trouble.of(
                    e,
                    folder,
                    new Trouble(
                            Reason.NOT_WRITABLE,
                            "The key " + file + " cannot be read or created. Give the data folder to the user that"
                                    + " runs Mayday, or name another one with --data."));
            throw new DataUnusable(trouble.reason(), trouble.words(), e);
        }
    }

    static byte[] random(RandomBytes source) {
        var bytes = new byte[BYTES];
        source.fill(bytes);
        return bytes;
    }

    /** @throws IllegalArgumentException if it is not {@value #BYTES} bytes long */
    static SigningKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
        }
        return new SigningKey(bytes.clone());
    }

    /** A copy of the key, 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes a whole key or none: a crash in between must not leave half a key. */
    private static void create(Path file, RandomBytes source) throws IOException {
        var bytes = random(source);
        var unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(unfinished, options, DataFolder.ownerOnly(file, "rw-------"))) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
