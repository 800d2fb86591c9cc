package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mayday.incident.Participant;

/**
 * Who is calling. A learner is a cookie {@code id.name.signature}, given at the first request that needs one; nobody can make or
 * change one without the server's key.
 */
final class Learners {
    static final String COOKIE = "mayday-learner";
    static final int MOST_NAME_CHARACTERS = 60;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final Duration LASTS = Duration.ofDays(365);
    private static final String CURRENT = "mayday.learner";

    private final Supplier<byte[]> key;
    private final RandomGenerator randomness;

    Learners(Supplier<byte[]> signingKey, RandomGenerator randomness) {
        this.key = signingKey;
        this.randomness = randomness;
    }

    /** The caller, if it has been here before. */
    Optional<Participant> known(Context ctx) {
        Participant current = ctx.attribute(CURRENT);
        if (current != null) {
            return Optional.of(current);
        }
        var cookie = ctx.cookie(COOKIE);
        return cookie == null ? Optional.empty() : read(cookie);
    }

    /** The caller; a new one gets a cookie with the answer. */
    Participant of(Context ctx) {
        return known(ctx).orElseGet(() -> give(ctx, new Participant(newId(), "")));
    }

    /** The caller under another name. */
    Participant rename(Context ctx, String name) {
        return give(ctx, new Participant(of(ctx).id(), name));
    }

    /** The name to greet with; empty if there is none. */
    String name(Context ctx) {
        return known(ctx).map(Participant::name).orElse("");
    }

    private Participant give(Context ctx, Participant participant) {
        var cookie = new Cookie(COOKIE, write(participant), "/", (int) LASTS.toSeconds(), isSecure(ctx), true);
        cookie.setSameSite(SameSite.LAX);
        ctx.cookie(cookie);
        ctx.attribute(CURRENT, participant);
        return participant;
    }

    /** Behind a proxy that ends TLS the request itself is plain. */
    private static boolean isSecure(Context ctx) {
        return ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        randomness.nextBytes(bytes);
        return encode(bytes);
    }

    private String write(Participant participant) {
        var signed = participant.id() + "." + encode(participant.name().getBytes(UTF_8));
        return signed + "." + encode(sign(signed));
    }

    private Optional<Participant> read(String cookie) {
        var end = cookie.lastIndexOf('.');
        var middle = cookie.indexOf('.');
        if (middle <= 0 || end <= middle) {
            return Optional.empty();
        }
        var signed = cookie.substring(0, end);
        if (!MessageDigest.isEqual(
                encode(sign(signed)).getBytes(UTF_8), cookie.substring(end + 1).getBytes(UTF_8))) {
            return Optional.empty();
        }
        var name = new String(Base64.getUrlDecoder().decode(cookie.substring(middle + 1, end)), UTF_8);
        return Optional.of(new Participant(cookie.substring(0, middle), name));
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get(), ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
