package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs texts for cookies, {@code text.signature}: nobody can make or change one without the server's key. */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final Supplier<byte[]> key;
    private final String purpose;

    /** Of the last key; null until the first signature. */
    private volatile @Nullable Prepared prepared = null;

    /** @param mac to be cloned, never used itself */
    private record Prepared(SecretKeySpec key, Mac mac) {}

    /** @param purpose signed as well, so that what is sealed for one purpose is not taken for another */
    Seal(Supplier<byte[]> key, String purpose) {
        this.key = key;
        this.purpose = purpose;
    }

    String seal(String text) {
        return text + "." + signature(text);
    }

    /** The text, if it was sealed here. */
    Optional<String> open(String sealed) {
        var end = sealed.lastIndexOf('.');
        if (end <= 0) {
            return Optional.empty();
        }
        var text = sealed.substring(0, end);
        // Compared as it is written: the bits of the last letter that mean nothing must be right as well.
        var genuine = MessageDigest.isEqual(
                signature(text).getBytes(UTF_8), sealed.substring(end + 1).getBytes(UTF_8));
        return genuine ? Optional.of(text) : Optional.empty();
    }

    private String signature(String text) {
        try {
            // To look the algorithm up and to prepare the key takes longer than to sign a short text.
            var mac = (Mac)
                    prepared(new SecretKeySpec(key.get(), ALGORITHM)).mac().clone();
            return encode(mac.doFinal((purpose + text).getBytes(UTF_8)));
        } catch (GeneralSecurityException | CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Prepared prepared(SecretKeySpec now) throws GeneralSecurityException {
        var known = prepared;
        if (known == null || !known.key().equals(now)) {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(now);
            known = new Prepared(now, mac);
            prepared = known;
        }
        return known;
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
