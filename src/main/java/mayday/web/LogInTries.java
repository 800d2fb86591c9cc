package mayday.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mayday.account.Accounts;

/**
 * Holds up who guesses passwords: so many wrong ones a minute from each address, and for each name from wherever. From an address
 * where a name has been logged in with before, others' guesses at that name are no hindrance: nobody can lock a facilitator out of a
 * drill by guessing.
 */
final class LogInTries {
    private static final int FROM_AN_ADDRESS = 10;
    private static final int FOR_A_NAME = 10;
    private static final int MOST_KNOWN = 1_000;
    private static final String TOLD = "Too many wrong passwords. Wait a minute.";

    private final Guesses fromAddress;
    private final Throttle forName;
    private final Addresses addresses;
    private final Map<String, Boolean> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    LogInTries(InstantSource clock, Addresses addresses) {
        this.fromAddress = new Guesses(FROM_AN_ADDRESS, clock, addresses, TOLD);
        this.forName = new Throttle(FOR_A_NAME, clock);
        this.addresses = addresses;
    }

    /** Refuses to check a password if too many were wrong. */
    void check(Context ctx, String name) {
        fromAddress.check(ctx);
        var key = key(name);
        if (!isKnown(place(ctx, key)) && !forName.wouldAllow(key)) {
            throw Failure.tooMany(TOLD, forName.wait(key));
        }
    }

    void wrong(Context ctx, String name) {
        fromAddress.wrong(ctx);
        forName.allows(key(name));
    }

    synchronized void right(Context ctx, String name) {
        known.put(place(ctx, key(name)), true);
    }

    private synchronized boolean isKnown(String place) {
        return known.containsKey(place);
    }

    private String place(Context ctx, String key) {
        return key + " " + addresses.network(ctx);
    }

    /** Names that are too long to be one are all the same. */
    private static String key(String name) {
        var typed = name.strip().toLowerCase(Locale.ROOT);
        return typed.length() > Accounts.MOST_NAME_CHARACTERS ? "too long" : typed;
    }
}
