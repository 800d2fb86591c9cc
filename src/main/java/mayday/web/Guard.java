package mayday.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What holds for every request: security headers, no change on the word of another site, a bounded size. */
final class Guard {
    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** On every answer, whatever it is. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    /** For this host alone: what else its owner has is not ours to say. */
    private static final String A_YEAR = "max-age=31536000";

    /** A disk that is full or slow is so for a while. */
    private static final String SECONDS_TO_WAIT = "5";

    private static final int DRAINED_AT_ONCE = 8 * 1024;

    /** Beyond what is taken. */
    private static final long MOST_DRAINED_BYTES = 16 * 1024 * 1024;

    private Guard() {}

    static void headers(Context ctx) {
        HEADERS.forEach(ctx::header);
        if (Learners.isSecure(ctx)) {
            ctx.header("Strict-Transport-Security", A_YEAR);
        }
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

    /** Whoever is told that something is not possible now is told when to come again; how soon, if nothing better is known. */
    static void comeAgain(Context ctx) {
        if (ctx.status() == HttpStatus.SERVICE_UNAVAILABLE && !ctx.res().containsHeader("Retry-After")) {
            ctx.header("Retry-After", SECONDS_TO_WAIT);
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

    /** Refuses a body in an alphabet that nobody here knows; Jetty would break on it wherever its type is looked at. */
    static void alphabet(Context ctx) {
        if (isSafe(ctx)) {
            return;
        }
        try {
            var _ = ctx.contentType();
        } catch (IllegalArgumentException unknown) {
            throw new Failure(Failure.Problem.of(
                    "unsupported-media-type",
                    415,
                    "Wrong content type",
                    "The charset of the content type is not known here. Send UTF-8, and leave the charset out."));
        }
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
            var left = most(ctx.path()) + MOST_DRAINED_BYTES;
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
