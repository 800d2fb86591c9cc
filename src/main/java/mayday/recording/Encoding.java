package mayday.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How a file's bytes are to be read as text: as UTF-8 where that is possible, as UTF-16 where it begins so, else as Windows-1252, which has
 * all of Latin-1.
 *
 * @param notUtf8 the first line that is not UTF-8; 0 if all are
 */
record Encoding(Charset charset, int notUtf8) {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int CHUNK = 64 * 1024;

    /** Looks at all bytes of {@code input}. */
    static Encoding of(InputStream input) throws IOException, Broken {
        var bytes = ByteBuffer.allocate(CHUNK);
        var chars = CharBuffer.allocate(CHUNK);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var line = 1;
        var isFirst = true;
        for (var ended = false; !ended; ) {
            var read = input.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
            bytes.flip();
            if (isFirst && bytes.remaining() >= 2) {
                var utf16 = utf16(bytes);
                if (utf16 != 0) {
                    return new Encoding(utf16 > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 1);
                }
                refuseBinary(bytes);
                isFirst = false;
            }
            chars.clear();
            var result = decoder.decode(bytes, chars, ended);
            line += lines(chars.flip());
            if (result.isError()) {
                return new Encoding(WESTERN, line);
            }
            bytes.compact();
        }
        return new Encoding(StandardCharsets.UTF_8, 0);
    }

    /** 1 and -1 for the byte order marks of the two sorts of UTF-16, else 0. */
    private static int utf16(ByteBuffer bytes) {
        var first = ((bytes.get(0) & 0xFF) << 8) | (bytes.get(1) & 0xFF);
        return first == 0xFEFF ? 1 : first == 0xFFFE ? -1 : 0;
    }

    private static void refuseBinary(ByteBuffer bytes) throws Broken {
        if (bytes.get(0) == 0x1F && (bytes.get(1) & 0xFF) == 0x8B) {
            throw Broken.at(1, 1, "this is packed", "unpack it first, with gunzip");
        }
        for (var i = 0; i < bytes.limit(); i++) {
            if (bytes.get(i) == 0) {
                throw Broken.at(1, 1, "this is no text", "export it as JSON, CSV or log lines");
            }
        }
    }

    private static int lines(CharBuffer chars) {
        var lines = 0;
        while (chars.hasRemaining()) {
            lines += chars.get() == '\n' ? 1 : 0;
        }
        return lines;
    }
}
