package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import mayday.incident.Participant;

/**
 * Who is calling. A learner is a cookie {@code id.name.signature}, given at the first request that needs one; nobody can make or
 * change one without the server's key.
 */
final class Learners {
    static final String COOKIE = "mayday-learner";
    static final int MOST_NAME_CHARACTERS = 60;

    private static final int ID_BYTES = 16;
    private static final Duration LASTS = Duration.ofDays(365);
    private static final String CURRENT = "mayday.learner";

    /** Some 300 bytes each. */
    private static final int MOST_KNOWN = 2_000;

    private final Seal seal;

    /** By cookies that were found to be genuine, which they stay: to find that out takes longer than most else of a short request. */
    private final Map<String, Participant> genuine = new ConcurrentHashMap<>();

    private final RandomGenerator randomness;

    Learners(Supplier<byte[]> signingKey, RandomGenerator randomness) {
        this.seal = new Seal(signingKey, "");
        this.randomness = randomness;
    }

    /** The caller, if it has been here before. */
    Optional<Participant> known(Context ctx) {
        Participant current = ctx.attribute(CURRENT);
        if (current != null) {
            return Optional.of(current);
        }
        var cookie = ctx.cookie(COOKIE);
        var known = cookie == null ? Optional.<Participant>empty() : read(cookie);
        known.ifPresent(caller -> ctx.attribute(CURRENT, caller));
        return known;
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
    static boolean isSecure(Context ctx) {
        return ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        randomness.nextBytes(bytes);
        return Seal.encode(bytes);
    }

    private String write(Participant participant) {
        return seal.seal(participant.id() + "." + Seal.encode(participant.name().getBytes(UTF_8)));
    }

    private Optional<Participant> read(String cookie) {
        var known = genuine.get(cookie);
        if (known != null) {
            return Optional.of(known);
        }
        var read = opened(cookie);
        read.ifPresent(caller -> {
            if (genuine.size() >= MOST_KNOWN) {
                genuine.clear();
            }
            genuine.put(cookie, caller);
        });
        return read;
    }

    private Optional<Participant> opened(String cookie) {
        return seal.open(cookie).filter(text -> text.indexOf('.') > 0).map(text -> {
            var middle = text.indexOf('.');
            var name = new String(Base64.getUrlDecoder().decode(text.substring(middle + 1)), UTF_8);
            return new Participant(text.substring(0, middle), name);
        });
    }
}
