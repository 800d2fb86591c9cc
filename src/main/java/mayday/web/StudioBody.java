package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The bodies of requests to the studio, which hold whole files: larger than any other. */
final class StudioBody {
    /** A file of 1 MiB, each of whose characters may be written as three in a form. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int MOST_FIELDS = 50;

    private StudioBody() {}

    /** The body as it came. */
    static byte[] bytes(Context ctx) {
        try (var input = ctx.req().getInputStream()) {
            var bytes = input.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ContentTooLargeResponse();
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A JSON body, which may have {@code allowed} fields only. */
    static Body json(Context ctx, String... allowed) {
        require(ctx, "application/json", "Send a body of type application/json.");
        return Body.of(bytes(ctx), allowed);
    }

    /** The fields of a form, the first of each name. */
    static Map<String, String> form(Context ctx) {
        require(ctx, "application/x-www-form-urlencoded", "Send this form as a browser does.");
        var fields = new HashMap<String, String>();
        for (var pair : new String(bytes(ctx), UTF_8).split("&", MOST_FIELDS + 1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new Failure(Failure.Problem.of("malformed-form", 400, "Malformed form", "The form is not encoded."));
        }
    }

    static void require(Context ctx, String type, String how) {
        var sent = ctx.contentType();
        if (sent == null || !sent.toLowerCase(Locale.ROOT).startsWith(type)) {
            throw new Failure(Failure.Problem.of("unsupported-media-type", 415, "Wrong content type", how));
        }
    }
}
