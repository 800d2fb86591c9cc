package mayday.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mayday.journal.Account;
import mayday.journal.AccountId;

/**
 * Passwords that were checked a little while ago, as digests under a key of this process: a program that sends its password with each
 * call need not wait for Argon2 each time. An account that has another password, or none any more, is not found by the old one. Safe
 * for use by several threads.
 */
final class Remembered {
    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final Map<AccountId, Checked> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Checked> eldest) {
            return size() > Account.MOST;
        }
    };

    /** @param digest of the stored hash and the password that matches it */
    private record Checked(String digest, Instant until) {}

    Remembered(RandomGenerator randomness) {
        var bytes = new byte[KEY_BYTES];
        randomness.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    synchronized void keep(Account account, String password, Instant now) {
        entries.put(account.id(), new Checked(digest(account, password), now.plus(LASTS)));
    }

    synchronized boolean has(Account account, String password, Instant now) {
        var entry = entries.get(account.id());
        return entry != null
                && now.isBefore(entry.until())
                && MessageDigest.isEqual(
                        entry.digest().getBytes(UTF_8),
                        digest(account, password).getBytes(UTF_8));
    }

    private String digest(Account account, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // A hash has no zero in it, so what follows begins where it seems to.
            mac.update(account.password().getBytes(UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(Passwords.normal(password).getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
