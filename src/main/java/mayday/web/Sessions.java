package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import mayday.account.Accounts;
import mayday.journal.Account;

/** Facilitators' sessions: given at the log-in, found again by their cookie, renewed while they are used, and ended. */
final class Sessions {
    static final String COOKIE = "mayday-facilitator";

    private static final String PURPOSE = "mayday-facilitator:";
    private static final int ID_BYTES = 16;

    private final Supplier<Accounts> accounts;
    private final Seal seal;
    private final InstantSource clock;
    private final RandomGenerator randomness;

    Sessions(Supplier<Accounts> accounts, Supplier<byte[]> key, InstantSource clock, RandomGenerator randomness) {
        this.accounts = accounts;
        this.seal = new Seal(key, PURPOSE);
        this.clock = clock;
        this.randomness = randomness;
    }

    /** Begins a session of {@code account}. */
    Facilitating begin(Context ctx, Account account) {
        var bytes = new byte[ID_BYTES];
        randomness.nextBytes(bytes);
        var now = clock.instant();
        var session = new Session(Seal.encode(bytes), account.id(), account.generation(), now, now);
        give(ctx, session);
        return Facilitating.within(account, session);
    }

    /** The facilitator whose session the request belongs to, if it has one that has not ended. */
    Optional<Facilitating> of(Context ctx) {
        var cookie = ctx.cookie(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        return seal.open(cookie)
                .flatMap(Session::read)
                .filter(session -> !session.isOver(now))
                .flatMap(session -> accounts.get()
                        .ofSession(session.account(), session.generation(), session.id())
                        .map(account -> Facilitating.within(account, session)));
    }

    /** Notes that a session was used, now and then. */
    void used(Context ctx, Facilitating facilitating) {
        var now = clock.instant();
        facilitating.session().stream()
                .filter(session -> session.isToBeRenewed(now))
                .forEach(session -> {
                    give(ctx, session.seenAt(now));
                    accounts.get().seen(facilitating.account());
                });
    }

    /** Ends a session: a copy of its cookie is worth nothing either. */
    void end(Context ctx, Facilitating facilitating) {
        cookie(ctx, "", Duration.ZERO);
        facilitating
                .session()
                .forEach(session -> accounts.get().endSession(facilitating.account(), session.id(), session.until()));
    }

    private void give(Context ctx, Session session) {
        cookie(ctx, seal.seal(session.text()), Duration.between(clock.instant(), session.until()));
    }

    private static void cookie(Context ctx, String value, Duration lasts) {
        var cookie = new Cookie(COOKIE, value, "/", (int) lasts.toSeconds(), Learners.isSecure(ctx), true);
        cookie.setSameSite(SameSite.LAX);
        ctx.cookie(cookie);
    }
}
