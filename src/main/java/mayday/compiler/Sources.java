package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import mayday.scenario.Revision;

/**
 * The text of a scenario and of everything it refers to: what its revision is a digest of.
 *
 * @param main path of the scenario's own file within {@code files}, such as {@code elevated-500s/scenario.yaml}
 * @param files text by path, relative to the folder of all scenarios, with {@code /} between names
 */
public record Sources(String main, Map<String, String> files) {
    public Sources {
        files = Map.copyOf(files);
    }

    /**
     * SHA-256 over the paths and texts in order of path, each preceded by its length so that no two sources read alike.
     */
    public Revision revision() {
        var digest = sha256();
        new TreeMap<>(files).forEach((path, text) -> {
            add(digest, path);
            add(digest, text);
        });
        return new Revision(HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
