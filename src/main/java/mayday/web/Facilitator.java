package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;

/** The facilitator, known by HTTP Basic. Without a password there is none. */
final class Facilitator {
    private static final String NAME = "facilitator";
    private static final int FAILURES_A_MINUTE = 10;

    private final byte[] expected;
    private final boolean exists;
    private final Throttle failures;

    /** @param password empty: nobody is the facilitator */
    Facilitator(String password, InstantSource clock) {
        this.exists = !password.isEmpty();
        this.expected = (NAME + ":" + password).getBytes(UTF_8);
        this.failures = new Throttle(FAILURES_A_MINUTE, clock);
    }

    /** Whether the caller proved to be the facilitator. Wrong credentials are refused, not overlooked. */
    boolean is(Context ctx) {
        var header = ctx.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        if (!failures.wouldAllow(ctx.ip())) {
            throw Failure.tooMany("Too many wrong passwords. Wait a minute.");
        }
        if (exists && MessageDigest.isEqual(expected, credentials(header))) {
            return true;
        }
        failures.allows(ctx.ip());
        throw challenge(ctx);
    }

    /** A refusal at which browsers ask for the password. */
    Failure challenge(Context ctx) {
        ctx.header("WWW-Authenticate", "Basic realm=\"Mayday\", charset=\"UTF-8\"");
        return new Failure(Failure.Problem.of(
                "unauthorized",
                401,
                "Not the facilitator",
                exists
                        ? "User " + NAME + " with the password in MAYDAY_ADMIN_PASSWORD is expected."
                        : "This server has no facilitator: MAYDAY_ADMIN_PASSWORD is not set."));
    }

    void require(Context ctx, String what) {
        if (!is(ctx)) {
            throw new Failure(Failure.Problem.of("facilitators-only", 403, "Facilitators only", what));
        }
    }

    private static byte[] credentials(String header) {
        try {
            return Base64.getDecoder().decode(header.substring(6).strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
