package mayday.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** The secret of a link with which one person may make the first account. It is used once, and ends with the process. */
final class FirstLink {
    /** Empty while there is no link. */
    private volatile String token = "";

    void open(String secret) {
        token = secret;
    }

    void close() {
        token = "";
    }

    boolean isOpen() {
        return !token.isEmpty();
    }

    boolean opensWith(String tried) {
        var secret = token;
        return !secret.isEmpty() && MessageDigest.isEqual(secret.getBytes(UTF_8), tried.getBytes(UTF_8));
    }
}
