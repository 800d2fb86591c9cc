package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells texts and their paths from others: two checksums over the paths and the checksums of the texts, in hexadecimal. It finds what was
 * edited or damaged, at the speed of memory also in a JVM that has just been started; it does not keep out who writes a text that is to have
 * the sums of another. Who could do that may write the scenarios as well.
 */
public record TextKey(String sums) {

    static TextKey of(Map<String, String> texts) {
        var sums = new TreeMap<String, String>();
        texts.forEach((path, text) -> sums.put(path, sums(text.getBytes(UTF_8))));
        return ofSums(sums);
    }

    /** @param sums of the texts, by path */
    static TextKey ofSums(Map<String, String> sums) {
        var all = new StringBuilder();
        // Sums hold no space, and a path holds no line break.
        new TreeMap<>(sums)
                .forEach((path, each) ->
                        all.append(each).append(' ').append(path).append('\n'));
        return new TextKey(sums(all.toString().getBytes(UTF_8)));
    }

    /** @param bytes a text as its file holds it */
    static String sums(byte[] bytes) {
        var one = new CRC32();
        one.update(bytes);
        var other = new CRC32C();
        other.update(bytes);
        var hex = HexFormat.of();
        return hex.toHexDigits((int) one.getValue())
                + hex.toHexDigits((int) other.getValue())
                + hex.toHexDigits(bytes.length);
    }
}
