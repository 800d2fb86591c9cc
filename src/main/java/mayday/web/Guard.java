package mayday.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** What holds for every request: security headers, no change on the word of another site, a bounded size. */
final class Guard {
    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private static final int DRAINED_AT_ONCE = 8 * 1024;

    private static final int MOST_DRAINED_BYTES = 16 * 1024 * 1024;

    private Guard() {}

    static void headers(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (!ctx.path().startsWith("/static/")) {
            ctx.header("Cache-Control", "no-store");
            ctx.header("Vary", "HX-Request");
        }
    }

    /**
     * Refuses a change that a browser says comes from another site. Browsers say so by themselves; a program that sends neither
     * header carries no learner's cookie that it was not given.
     */
    static void sameOrigin(Context ctx) {
        if (isSafe(ctx)) {
            return;
        }
        var site = header(ctx, "Sec-Fetch-Site");
        var origin = header(ctx, "Origin");
        var foreign = site.isEmpty()
                ? !origin.isEmpty()
                        && !authority(origin).equals(header(ctx, "Host").toLowerCase(Locale.ROOT))
                : !site.equals("same-origin") && !site.equals("none");
        if (foreign) {
            throw new Failure(Failure.Problem.of(
                    "cross-site", 403, "Refused", "Moves are taken from Mayday's own pages and from programs only."));
        }
    }

    /** Whether the request only reads. */
    static boolean isSafe(Context ctx) {
        return SAFE.contains(ctx.method());
    }

    /** Whether a browser says itself where the request comes from; {@link #sameOrigin} has seen then that it is from here. */
    static boolean isProvenOwn(Context ctx) {
        return !header(ctx, "Sec-Fetch-Site").isEmpty()
                || !header(ctx, "Origin").isEmpty();
    }

    /**
     * Refuses a body that says it is too large. It is let run out first, up to a limit: who is still sending when the connection is
     * closed never reads why.
     */
    static void size(Context ctx) throws IOException {
        if (ctx.contentLength() <= most(ctx.path())) {
            return;
        }
        try (var body = ctx.req().getInputStream()) {
            var piece = new byte[DRAINED_AT_ONCE];
            var left = MOST_DRAINED_BYTES;
            while (left > 0) {
                var read = body.read(piece);
                left = read < 0 ? 0 : left - read;
            }
        }
        throw new ContentTooLargeResponse();
    }

    /** The most bytes that a body sent to this path may have. */
    static long most(String path) {
        if (!isOfStudio(path)) {
            return Web.MOST_BODY_BYTES;
        }
        return path.endsWith("/recordings") ? StudioRecordings.MOST_BYTES : StudioBody.MOST_BYTES;
    }

    /** Whole files are sent there, by facilitators. */
    static boolean isOfStudio(String path) {
        return path.startsWith("/studio/") || path.startsWith("/api/v1/studio/");
    }

    private static String header(Context ctx, String name) {
        var value = ctx.header(name);
        return value == null ? "" : value;
    }

    private static String authority(String origin) {
        try {
            var authority = new URI(origin).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException notAnOrigin) {
            return "";
        }
    }
}
