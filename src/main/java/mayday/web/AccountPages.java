package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import mayday.account.Accounts;
import mayday.account.Changed;
import mayday.journal.Account;
import mayday.journal.AccountId;
import mayday.web.view.AccountView;
import mayday.web.view.Draft;

/** A facilitator's own account and those of the others: the page and the forms on it. */
final class AccountPages {
    private final Site site;
    private final InstantSource wallClock;

    AccountPages(Site site, InstantSource wallClock) {
        this.site = site;
        this.wallClock = wallClock;
    }

    void show(Context ctx) {
        var done = Optional.ofNullable(ctx.queryParam("done")).orElse("");
        page(ctx, site.facilitator.enter(ctx), said(done), Draft.NONE);
    }

    /** What a redirect says of the move before it. */
    private static String said(String done) {
        return switch (done) {
            case "name" -> "Your display name was changed.";
            case "password" -> "Your password was changed. Wherever else you were logged in, you are no more.";
            case "made" -> "The account was made. Tell your colleague its name and password; they change it here.";
            case "disabled" -> "The account was disabled, and its sessions have ended.";
            case "enabled" -> "The account can be used again.";
            case "set" -> "The password was set, and the sessions of the account have ended.";
            default -> "";
        };
    }

    private void page(Context ctx, Facilitating who, String done, Draft draft) {
        var view = AccountView.of(
                who.account(), !who.session().isEmpty(), site.accounts().all(), wallClock.instant(), done, draft);
        ctx.html(site.templates.render("account.jte", Map.of("view", view, "visitor", site.visitor(ctx))));
    }

    void rename(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var form = Form.of(ctx);
        answer(ctx, who, form, "name", site.accounts().rename(who.account(), form.field("displayName")));
    }

    void changePassword(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var form = Form.of(ctx);
        var changed = site.facilitator.changePassword(ctx, who, form.field("current"), form.field("password"));
        answer(ctx, who, form, "password", changed);
    }

    void make(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var form = Form.of(ctx);
        var wanted = new Accounts.Wanted(form.field("name"), form.field("displayName"), form.field("password"));
        answer(ctx, who, form, "made", site.accounts().make(who.account(), wanted));
    }

    void disable(Context ctx) {
        var who = site.facilitator.enter(ctx);
        answer(ctx, who, Form.of(ctx), "disabled", site.accounts().disable(who.account(), other(ctx), true));
    }

    void enable(Context ctx) {
        var who = site.facilitator.enter(ctx);
        answer(ctx, who, Form.of(ctx), "enabled", site.accounts().disable(who.account(), other(ctx), false));
    }

    void setPassword(Context ctx) {
        var who = site.facilitator.enter(ctx);
        var form = Form.of(ctx);
        answer(ctx, who, form, "set", site.accounts().setPassword(who.account(), other(ctx), form.field("password")));
    }

    /** The account that the path names. */
    private Account other(Context ctx) {
        return account(site, ctx);
    }

    static Account account(Site site, Context ctx) {
        return site.accounts()
                .find(new AccountId(ctx.pathParam("aid")))
                .orElseThrow(() -> Failure.notFound("There is no such facilitator here."));
    }

    private void answer(Context ctx, Facilitating who, Form form, String move, Changed changed) {
        switch (changed) {
            case Changed.Done _ -> ctx.redirect("/account?done=" + move, HttpStatus.SEE_OTHER);
            case Changed.Refused(var _, var why) -> {
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                page(ctx, who, "", form.draft(move, why));
            }
            case Changed.NotStored() -> throw LogInPages.notStored();
        }
    }
}
