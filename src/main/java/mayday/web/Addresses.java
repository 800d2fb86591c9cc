package mayday.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Where requests come from, as far as it can be told. */
final class Addresses {
    private static final int MOST_CHARACTERS = 45;

    /** Who has one IPv6 address has a whole network of them. */
    private static final int NETWORK_BYTES = 8;

    private final boolean behindProxy;

    /** @param behindProxy whether all requests come through a proxy, which says in {@code X-Forwarded-For} whose they are */
    Addresses(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** The caller's address. */
    String of(Context ctx) {
        // Jetty writes those of IPv6 in brackets.
        var peer = ctx.ip().replace("[", "").replace("]", "");
        var forwarded = ctx.header("X-Forwarded-For");
        if (!behindProxy || forwarded == null) {
            return peer;
        }
        // The last entry is what the proxy itself saw; those before it are what the caller says.
        var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return isAddress(last) ? last : peer;
    }

    /** What to count the caller's tries by. */
    String network(Context ctx) {
        var address = of(ctx);
        if (!isAddress(address)) {
            return address;
        }
        return InetAddress.ofLiteral(address) instanceof Inet6Address sixth
                ? Arrays.toString(Arrays.copyOf(sixth.getAddress(), NETWORK_BYTES))
                : address;
    }

    private static boolean isAddress(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return false;
        }
        try {
            var _ = InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
