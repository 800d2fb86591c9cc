package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import mayday.account.Accounts;
import mayday.account.Changed;
import mayday.account.TooBusy;
import mayday.account.Turns;
import mayday.incident.Participant;
import mayday.journal.Account;
import mayday.journal.Deed;
import mayday.journal.JournalUnavailable;

/**
 * The one door for facilitators: who calls is one because of a session, which the log-in page gives, or because of HTTP Basic, which
 * programs send. Everything that is for facilitators alone asks here.
 */
final class Facilitator {
    private static final String BASIC = "Basic ";
    private static final String CURRENT = "mayday.facilitator";
    private static final String NOT_PROVEN = "A move under a log-in is taken from Mayday's own pages only."
            + " Programs send the name and password of an account with each request, by HTTP Basic.";

    private final Supplier<Accounts> accounts;
    private final Sessions sessions;
    private final Addresses addresses;
    private final LogInTries tries;
    private final InstantSource clock;
    private final Turns turns = new Turns();

    Facilitator(Supplier<Accounts> accounts, Sessions sessions, Addresses addresses, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.addresses = addresses;
        this.clock = clock;
        this.tries = new LogInTries(clock, addresses);
    }

    /** The facilitator who calls, if it is one. Wrong credentials are refused, not overlooked. */
    Optional<Facilitating> of(Context ctx) {
        Facilitating current = ctx.attribute(CURRENT);
        if (current != null) {
            return Optional.of(current);
        }
        var header = ctx.header("Authorization");
        var found = header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? Optional.of(Facilitating.byPassword(byPassword(ctx, header)))
                : bySession(ctx);
        found.ifPresent(each -> ctx.attribute(CURRENT, each));
        return found;
    }

    boolean is(Context ctx) {
        return of(ctx).isPresent();
    }

    /** The facilitator who calls, for a page's header: asks for nothing, refuses nothing. */
    Optional<Facilitating> greeted(Context ctx) {
        Facilitating current = ctx.attribute(CURRENT);
        if (current != null) {
            return Optional.of(current);
        }
        try {
            return sessions.of(ctx);
        } catch (JournalUnavailable | TooBusy _) {
            // The page that says so has a header as well.
            return Optional.empty();
        }
    }

    /** Whether somebody who was let in would be let in still: for streams, which outlive the request that began them. */
    Clients.Stay stay(Facilitating who) {
        var account = who.account();
        return () -> {
            try {
                return who.session().stream()
                                .noneMatch(session -> !clock.instant().isBefore(session.until()))
                        && accounts.get()
                                .ofSession(account.id(), account.generation(), who.sessionId())
                                .isPresent();
            } catch (JournalUnavailable _) {
                // Nobody is sent away because the disk is full.
                return true;
            }
        };
    }

    /** The facilitator who calls; others are told {@code what}. */
    Facilitating require(Context ctx, String what) {
        return of(ctx).orElseThrow(
                        () -> new Failure(Failure.Problem.of("facilitators-only", 403, "Facilitators only", what)));
    }

    /** The facilitator who calls, where everything is for facilitators: others are led to the log-in page, programs told to log in. */
    Facilitating enter(Context ctx) {
        var found = of(ctx);
        if (found.isPresent()) {
            return found.get();
        }
        if (ctx.path().startsWith("/api/")) {
            throw challenge(ctx);
        }
        throw isNavigation(ctx) ? new LogInFirst(LocalPath.wanted(ctx)) : notLoggedIn();
    }

    /** The moves of forms and scripts are not sent again by the log-in page: who made them is told, and loses nothing. */
    private static Failure notLoggedIn() {
        return new Failure(Failure.Problem.of(
                "log-in",
                401,
                "You are not logged in",
                "Your session has ended, or never began. Nothing was changed. Log in at /login in another tab, come back here,"
                        + " and send this again."));
    }

    private static boolean isNavigation(Context ctx) {
        var mode = ctx.header("Sec-Fetch-Mode");
        return Guard.isSafe(ctx) && (mode == null || mode.equals("navigate")) && ctx.header("HX-Request") == null;
    }

    /** A refusal at which programs send name and password. A page's own script gets no challenge: its browser would ask by itself. */
    private Failure challenge(Context ctx) {
        var mode = ctx.header("Sec-Fetch-Mode");
        if (mode == null || mode.equals("navigate")) {
            ctx.header("WWW-Authenticate", "Basic realm=\"Mayday\", charset=\"UTF-8\"");
        }
        return new Failure(Failure.Problem.of(
                "unauthorized",
                401,
                "Not a facilitator",
                accounts.get().isEmpty()
                        ? "This server has no facilitator yet. The link with which the first one is made stands where the server was"
                                + " started; or set MAYDAY_ADMIN_PASSWORD and start it again."
                        : "The name and password of a facilitator's account are expected, by HTTP Basic."));
    }

    private Optional<Facilitating> bySession(Context ctx) {
        var found = sessions.of(ctx);
        if (found.isPresent() && !Guard.isSafe(ctx) && !Guard.isProvenOwn(ctx)) {
            throw new Failure(Failure.Problem.of("cross-site", 403, "Refused", NOT_PROVEN));
        }
        found.ifPresent(each -> sessions.used(ctx, each));
        return found;
    }

    private Account byPassword(Context ctx, String header) {
        var credentials = credentials(header);
        var colon = credentials.indexOf(':');
        var name = colon < 0 ? "" : credentials.substring(0, colon);
        return verified(ctx, name, credentials.substring(colon + 1)).orElseThrow(() -> challenge(ctx));
    }

    /** Begins a session if the password is the account's: the same answer whether there is no such account or another password. */
    Optional<Facilitating> logIn(Context ctx, String name, String password) {
        return verified(ctx, name, password).map(account -> {
            accounts.get().note(account.participant(), Deed.LOGGED_IN, account.name(), from(ctx));
            return begin(ctx, account);
        });
    }

    /** Begins a session of somebody who has just proved who they are, or made their account. */
    Facilitating begin(Context ctx, Account account) {
        accounts.get().seen(account);
        var facilitating = sessions.begin(ctx, account);
        ctx.attribute(CURRENT, facilitating);
        return facilitating;
    }

    /** Changes the password of who calls; guessing the present one is held up as at the log-in. Other sessions of theirs end. */
    Changed changePassword(Context ctx, Facilitating who, String current, String wanted) {
        if (verified(ctx, who.account().name(), current).isEmpty()) {
            return new Changed.Refused("current", "That is not your present password.");
        }
        var changed = accounts.get().changePassword(who.account(), wanted);
        if (changed instanceof Changed.Done(var account) && !who.session().isEmpty()) {
            ctx.attribute(CURRENT, sessions.begin(ctx, account));
        }
        return changed;
    }

    void logOut(Context ctx) {
        of(ctx).ifPresent(each -> sessions.end(ctx, each));
        ctx.attribute(CURRENT, null);
    }

    private Optional<Account> verified(Context ctx, String name, String password) {
        tries.check(ctx, name);
        return accounts.get()
                .recall(name, password)
                .or(() -> turns.take(() -> {
                    // Again: while this one waited for its turn, those before it may have been wrong.
                    tries.check(ctx, name);
                    var account = accounts.get().verify(name, password);
                    if (account.isPresent()) {
                        tries.right(ctx, name);
                    } else {
                        tries.wrong(ctx, name);
                        accounts.get().note(nobody(name), Deed.LOG_IN_FAILED, "", from(ctx));
                    }
                    return account;
                }));
    }

    /** Who failed to log in is nobody, under the name that they tried. */
    private static Participant nobody(String name) {
        var shown = name.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .limit(Accounts.MOST_NAME_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return new Participant("", shown.toString());
    }

    private String from(Context ctx) {
        return "from " + addresses.of(ctx);
    }

    private static String credentials(String header) {
        try {
            return new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
