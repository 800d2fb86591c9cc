package mayday.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id (RFC 9106) and checks them. A hash is text in the form that other programs read as well:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Safe for use by several threads, of which few are let in at once: each takes the
 * memory of a hash, and a whole core.
 *
 * <p>Bouncy Castle is loaded with the first hash, not before.
 */
public final class Passwords {
    /** Shorter ones are guessed. */
    public static final int LEAST_CHARACTERS = 8;

    /** Longer ones are no password. */
    public static final int MOST_CHARACTERS = 200;

    /** What OWASP's Password Storage Cheat Sheet asks of Argon2id at least: 19 MiB, two passes, one lane. */
    public static final Cost OWASP = new Cost(19 * 1024, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern STORED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Cost cost;
    private final RandomGenerator randomness;
    private final Turns turns = new Turns();

    /** What a hash takes: memory in KiB, passes over it, and lanes that could be computed side by side. */
    public record Cost(int memoryKib, int passes, int lanes) {}

    /** @param randomness for salts */
    Passwords(Cost cost, RandomGenerator randomness) {
        this.cost = cost;
        this.randomness = randomness;
    }

    /** The hash of a password under a new salt. */
    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        randomness.nextBytes(salt);
        var hash = compute(password, cost, salt, HASH_BYTES);
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + encode(salt) + "$" + encode(hash);
    }

    /** Whether {@code stored} is a hash of the password, at whatever cost it was made. */
    boolean matches(String password, String stored) {
        var parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalArgumentException("what is stored is no hash of a password");
        }
        var made = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        var expected = Base64.getDecoder().decode(parts.group(5));
        var salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(expected, compute(password, made, salt, expected.length));
    }

    /** Does the work of checking a password where there is none to check, so that the time does not tell. */
    void pretend(String password) {
        var _ = compute(password, cost, new byte[SALT_BYTES], HASH_BYTES);
    }

    /** Whether {@code stored} was made at another cost than today's. */
    boolean isOutdated(String stored) {
        return !stored.startsWith(
                "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$");
    }

    private byte[] compute(String password, Cost cost, byte[] salt, int length) {
        return turns.take(() -> argon2id(bytes(password), cost, salt, length));
    }

    private static byte[] argon2id(byte[] password, Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }

    /** What looks the same is the same, whichever keyboard it was typed on (NIST SP 800-63B, 3.1.1.2). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static byte[] bytes(String password) {
        return normal(password).getBytes(UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Why a password is not taken, as the end of a sentence; empty if it is. */
    public static String mistake(String password) {
        var characters = password.codePointCount(0, password.length());
        if (characters < LEAST_CHARACTERS) {
            return "has " + characters + (characters == 1 ? " character" : " characters") + "; at least "
                    + LEAST_CHARACTERS + " are needed";
        }
        return characters > MOST_CHARACTERS
                ? "has " + characters + " characters; at most " + MOST_CHARACTERS + " are taken"
                : "";
    }
}
