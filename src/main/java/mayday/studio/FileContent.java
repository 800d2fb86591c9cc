package mayday.studio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of a file, apart from how it is stored: an editor knows nothing of byte order marks and line ends, and a file keeps those that it
 * has.
 *
 * @param text with plain line ends
 * @param digest of the bytes, by which a later change is noticed; {@link #NONE} for a file that is not there
 * @param windowsLines whether its lines end as on Windows
 * @param marked whether it begins with a byte order mark
 */
public record FileContent(String text, String digest, boolean windowsLines, boolean marked) {
    /** Digest of a file that is not there. */
    public static final String NONE = "none";

    /** A file that is not there yet. */
    public static final FileContent NEW = new FileContent("", NONE, false, false);

    private static final String MARK = "\uFEFF";

    /** Of the bytes of a file; empty if they are no UTF-8 text. */
    static Optional<FileContent> of(byte[] bytes) {
        try {
            var all = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (all.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            var marked = all.startsWith(MARK);
            var text = marked ? all.substring(MARK.length()) : all;
            return Optional.of(new FileContent(plain(text), digest(bytes), text.contains("\r\n"), marked));
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    /** The bytes of another text stored as this one is; empty if it cannot be stored, since it has half a character in it. */
    Optional<byte[]> bytes(String other) {
        var lines = windowsLines ? plain(other).replace("\n", "\r\n") : plain(other);
        try {
            var encoded =
                    StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(marked ? MARK + lines : lines));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException halfACharacter) {
            return Optional.empty();
        }
    }

    /** The text as the compiler reads it from the file. */
    String stored(String other) {
        return bytes(other)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(other);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
