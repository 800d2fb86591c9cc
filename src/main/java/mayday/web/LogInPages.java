package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import mayday.account.Accounts;
import mayday.account.Changed;
import mayday.drill.Room;
import mayday.web.view.Draft;

/** Where facilitators log in and out, and where the first of them makes their account. */
final class LogInPages {
    /** The same whether there is no such account, or it has another password, or it is disabled. */
    private static final String WRONG = "The name or the password is wrong.";

    private static final String FORM = "login";

    private final Site site;

    LogInPages(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        var to = LocalPath.of(Optional.ofNullable(ctx.queryParam("to")).orElse(LocalPath.START));
        if (site.facilitator.greeted(ctx).isPresent()) {
            ctx.redirect(to, HttpStatus.SEE_OTHER);
        } else {
            page(ctx, to, Draft.NONE);
        }
    }

    private void page(Context ctx, String to, Draft draft) {
        ctx.html(site.templates.render(
                "login.jte",
                Map.of(
                        "to",
                        to,
                        "draft",
                        draft,
                        "nobodyYet",
                        site.accounts().isEmpty(),
                        "visitor",
                        site.visitor(ctx))));
    }

    void logIn(Context ctx) {
        var form = Form.of(ctx);
        var to = LocalPath.of(form.field("to"));
        if (site.facilitator
                .logIn(ctx, form.field("name"), form.field("password"))
                .isPresent()) {
            ctx.redirect(to, HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            page(ctx, to, form.draft(FORM, WRONG));
        }
    }

    void logOut(Context ctx) {
        site.facilitator.logOut(ctx);
        ctx.redirect("/login", HttpStatus.SEE_OTHER);
    }

    /** The page behind the link that is printed where the server was started. */
    void first(Context ctx) {
        var token = Optional.ofNullable(ctx.queryParam("token")).orElse("");
        if (!site.accounts().isFirstLink(token)) {
            throw noLink();
        }
        first(ctx, token, Draft.NONE);
    }

    private void first(Context ctx, String token, Draft draft) {
        ctx.html(site.templates.render(
                "first-facilitator.jte", Map.of("token", token, "draft", draft, "visitor", site.visitor(ctx))));
    }

    private static Failure noLink() {
        return Failure.notFound(
                "This link is no good any more: it can be used once, until the server ends, and only while"
                        + " there is no facilitator. If there is one, log in; if not, whoever runs the server starts it again, and"
                        + " it prints a new link.");
    }

    void makeFirst(Context ctx) {
        var form = Form.of(ctx);
        var token = form.field("token");
        var wanted = new Accounts.Wanted(form.field("name"), form.field("displayName"), form.field("password"));
        switch (site.accounts().makeFirst(token, wanted)) {
            case Changed.Done(var account) -> {
                var _ = site.facilitator.begin(ctx, account);
                ctx.redirect("/account", HttpStatus.SEE_OTHER);
            }
            case Changed.Refused(var field, var why) -> {
                if (field.equals("token")) {
                    throw noLink();
                }
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                first(ctx, token, form.draft("first", why));
            }
            case Changed.NotStored() -> throw notStored();
        }
    }

    static Failure notStored() {
        return new Failure(Failure.Problem.of("not-stored", 503, "Not now", Room.NOT_STORED));
    }
}
