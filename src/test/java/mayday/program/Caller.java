package mayday.program;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP connection that is kept open, with as little work of its own as can be: what is measured shares the cores with its callers, and
 * a caller that costs more than the server would hide the difference between two servers. Not for several threads.
 */
final class Caller implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Socket socket;
    private final BufferedInputStream in;
    private final String host;
    private String cookie = "";

    Caller(String url) {
        var address = URI.create(url);
        try {
            this.socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
            this.host = address.getHost() + ":" + address.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param status of HTTP */
    record Answer(int status, String body, int bytes) {
        /** This, if it is a success. */
        Answer good() {
            if (status >= 300) {
                throw new IllegalStateException(status + " " + body);
            }
            return this;
        }
    }

    /** From now on, calls are made by whom the server knows by {@code value}, as {@link #cookie} gave it. */
    Caller as(String value) {
        cookie = value;
        return this;
    }

    /** What the server set last. */
    String cookie() {
        return cookie;
    }

    Answer get(String path) {
        return call("GET " + path + " HTTP/1.1\r\n" + head() + "\r\n");
    }

    /** @param json ASCII only */
    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** As {@link #post}. */
    Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    private Answer send(String method, String path, String json) {
        return call(method + " " + path + " HTTP/1.1\r\n" + head()
                + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    private String head() {
        return "Host: " + host + "\r\n" + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n");
    }

    private Answer call(String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var status = Integer.parseInt(line().split(" ", 3)[1]);
            var headers = headers();
            var body = "chunked".equals(headers.get("transfer-encoding"))
                    ? chunks()
                    : bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            var set = headers.getOrDefault("set-cookie", "");
            if (!set.isEmpty()) {
                cookie = set.replaceFirst(";.*", "");
            }
            return new Answer(status, new String(body, StandardCharsets.UTF_8), body.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream(BUFFER_BYTES);
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.writeBytes(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] bytes(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the server hung up");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
