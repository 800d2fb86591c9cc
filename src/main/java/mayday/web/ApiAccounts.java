package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import mayday.account.Accounts;
import mayday.account.Changed;
import mayday.account.Passwords;
import mayday.journal.Account;

/** The JSON API: a facilitator's own account, and those of the others. */
final class ApiAccounts {
    /** Beyond what a password may have, so that the answer can say how long it is. */
    private static final int MOST_TYPED = 4 * Passwords.MOST_CHARACTERS;

    private final Site site;

    ApiAccounts(Site site) {
        this.site = site;
    }

    /** An account as the API sends it. */
    record AccountBody(
            String id, String name, String displayName, String createdAt, String lastSeenAt, boolean disabled) {
        static AccountBody of(Account account) {
            return new AccountBody(
                    account.id().value(),
                    account.name(),
                    account.displayName(),
                    account.createdAt().toString(),
                    account.lastSeenAt().toString(),
                    account.disabled());
        }
    }

    void own(Context ctx) {
        ctx.json(AccountBody.of(site.facilitator.enter(ctx).account()));
    }

    void rename(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var body = Body.of(ctx, "displayName");
        var displayName = body.text("displayName", MOST_TYPED);
        body.check();
        answer(ctx, site.accounts().rename(who.account(), displayName));
    }

    void changePassword(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var body = Body.of(ctx, "current", "password");
        var current = body.text("current", MOST_TYPED);
        var password = body.text("password", MOST_TYPED);
        body.check();
        answer(ctx, site.facilitator.changePassword(ctx, who, current, password));
    }

    void list(Context ctx) {
        var _ = site.facilitator.enter(ctx);
        ctx.json(site.accounts().all().stream().map(AccountBody::of).toList());
    }

    void make(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var body = Body.of(ctx, "name", "displayName", "password");
        var wanted = new Accounts.Wanted(
                body.text("name", MOST_TYPED),
                body.optionalText("displayName", MOST_TYPED),
                body.text("password", MOST_TYPED));
        body.check();
        ctx.status(HttpStatus.CREATED);
        answer(ctx, site.accounts().make(who.account(), wanted));
    }

    void change(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var account = AccountPages.account(site, ctx);
        var body = Body.of(ctx, "disabled");
        var disabled = body.truth("disabled");
        body.check();
        answer(ctx, site.accounts().disable(who.account(), account, disabled));
    }

    void setPassword(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var account = AccountPages.account(site, ctx);
        var body = Body.of(ctx, "password");
        var password = body.text("password", MOST_TYPED);
        body.check();
        answer(ctx, site.accounts().setPassword(who.account(), account, password));
    }

    private static void answer(Context ctx, Changed changed) {
        switch (changed) {
            case Changed.Done(var account) -> ctx.json(AccountBody.of(account));
            case Changed.Refused(var field, var why) ->
                throw field.isEmpty()
                        ? new Failure(Failure.Problem.of("changed-meanwhile", 409, "Changed meanwhile", why))
                        : Failure.invalid(List.of(new Failure.Place("/" + field, why)));
            case Changed.NotStored() -> throw LogInPages.notStored();
        }
    }
}
