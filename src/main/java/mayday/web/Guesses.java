package mayday.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds up who guesses at something secret, such as the code of a drill: so many wrong tries a minute for each address. */
final class Guesses {
    private final Throttle wrong;
    private final Addresses addresses;
    private final String told;

    /** @param told to who has to wait: a sentence */
    Guesses(int mostAMinute, InstantSource clock, Addresses addresses, String told) {
        this.wrong = new Throttle(mostAMinute, clock);
        this.addresses = addresses;
        this.told = told;
    }

    /** Refuses to go on if there were too many wrong tries from the caller's address. */
    void check(Context ctx) {
        var address = addresses.network(ctx);
        if (!wrong.wouldAllow(address)) {
            throw Failure.tooMany(told, wrong.wait(address));
        }
    }

    /** Counts a wrong try. */
    void wrong(Context ctx) {
        wrong.allows(addresses.network(ctx));
    }

    /**
     * Looks something up by what the caller says; finding nothing is a wrong try. One at a time, so that many at once are counted as well:
     * {@code look} must be quick.
     */
    synchronized <T> Optional<T> tried(Context ctx, Supplier<Optional<T>> look) {
        check(ctx);
        var found = look.get();
        if (found.isEmpty()) {
            wrong(ctx);
        }
        return found;
    }
}
