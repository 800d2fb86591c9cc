package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Thrown where a page is for facilitators and the caller is none yet: they are led to the log-in page, and from there on to it. */
final class LogInFirst extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param wanted where the caller wanted to go, on this site */
    LogInFirst(String wanted) {
        super("log in first", null, false, false);
        this.path = "/login?to=" + URLEncoder.encode(wanted, UTF_8);
    }

    String path() {
        return path;
    }
}
