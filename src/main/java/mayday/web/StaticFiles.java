package mayday.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The pages' own files: styles, scripts, fonts, the icon. They are read from the class path when they are first asked for, and kept, as they go
 * out: texts compressed. Javalin's handler of static files would open our whole jar as a file system at every start, which takes longer than
 * the first page.
 */
final class StaticFiles {
    /** Where they are, among the resources and on the site. */
    private static final String FOLDER = "/static/";

    private static final String FILE = "file";

    /** Plain names, and of files alone: nothing that leads elsewhere, and no folder, which would be read as a list of what is in it. */
    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,5}([A-Za-z0-9_-][A-Za-z0-9._-]*\\.(css|js|mjs|svg|md|woff2|LICENSE)|LICENSE|README)");

    /** Their versions are in their names, or they never change. */
    private static final Pattern LASTING = Pattern.compile("(vendor|fonts)/.*");

    private static final String A_YEAR = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private static final Map<String, String> TEXTS = Map.of(
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8",
            "mjs",
            "text/javascript; charset=utf-8",
            "svg",
            "image/svg+xml",
            "md",
            "text/markdown; charset=utf-8");

    private static final String GZIP = "gzip";
    private static final Pattern ACCEPTED =
            Pattern.compile("(?:^|[,\\s])gzip\\s*(?:,|$|;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$)))");
    private static final String FONT = "woff2";

    /** There are as many as there are files: what is not there is not kept. */
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** A file; {@code zipped} is empty if it is compressed by its nature. */
    private static final class Kept {
        private final String type;
        private final String tag;
        private final byte[] plain;
        private final byte[] zipped;

        Kept(String type, String tag, byte[] plain, byte[] zipped) {
            this.type = type;
            this.tag = tag;
            this.plain = plain;
            this.zipped = zipped;
        }
    }

    void register(JavalinConfig config) {
        for (var method : new HandlerType[] {HandlerType.GET, HandlerType.HEAD}) {
            config.routes.addEndpoint(new Endpoint(method, FOLDER + "<" + FILE + ">", this::show));
        }
    }

    private void show(Context ctx) {
        var name = ctx.pathParam(FILE);
        var file = find(name).orElseThrow(() -> Failure.notFound("There is nothing at this address."));
        ctx.header("Cache-Control", LASTING.matcher(name).matches() ? A_YEAR : ASK_AGAIN);
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("ETag", file.tag);
        if (has(file, ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType(file.type);
        if (file.zipped.length > 0 && acceptsGzip(ctx)) {
            ctx.header("Content-Encoding", GZIP);
            send(ctx, file.zipped);
        } else {
            send(ctx, file.plain);
        }
    }

    /** Whether the browser has it already: of all tags that it names, as weak ones are compared, or of whatever there is. */
    private static boolean has(Kept file, @Nullable String named) {
        if (named == null) {
            return false;
        }
        var tags = named.split(",");
        for (var tag : tags) {
            var bare = tag.strip();
            if (bare.equals("*") || bare.equals(file.tag) || ("W/" + bare).equals(file.tag)) {
                return true;
            }
        }
        return false;
    }

    private static void send(Context ctx, byte[] bytes) {
        ctx.res().setContentLength(bytes.length);
        ctx.result(bytes);
    }

    /** Named without a weight, or with one that is not 0. */
    private static boolean acceptsGzip(Context ctx) {
        var header = ctx.header("Accept-Encoding");
        return header != null
                && ACCEPTED.matcher(header.toLowerCase(Locale.ROOT)).find();
    }

    private Optional<Kept> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(kept.get(name));
        return known.or(() -> read(name).map(file -> {
            kept.put(name, file);
            return file;
        }));
    }

    private static Optional<Kept> read(String name) {
        var resource = StaticFiles.class.getResource(FOLDER + name);
        if (resource == null) {
            return Optional.empty();
        }
        try (var in = resource.openStream()) {
            var bytes = in.readAllBytes();
            var ending = name.substring(name.lastIndexOf('.') + 1);
            var type = ending.equals(FONT) ? "font/woff2" : TEXTS.getOrDefault(ending, "text/plain; charset=utf-8");
            return Optional.of(new Kept(type, tag(bytes), bytes, ending.equals(FONT) ? new byte[0] : zipped(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weak, since it stands for the compressed bytes as well. */
    private static String tag(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        var hex = HexFormat.of();
        return "W/\"" + hex.toHexDigits((int) sum.getValue()) + hex.toHexDigits(bytes.length) + "\"";
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
