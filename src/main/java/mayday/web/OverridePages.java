package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import mayday.debrief.PartName;
import mayday.debrief.ScoreOverride;
import mayday.drill.Room;

/** A facilitator's overrides of a debrief's scores, by the form on its page. */
final class OverridePages {
    private static final String OVERRIDE = "override";

    private final Site site;
    private final DebriefPages pages;

    OverridePages(Site site, DebriefPages pages) {
        this.site = site;
        this.pages = pages;
    }

    /** Leads a facilitator to the debrief, by way of the log-in page if need be. */
    void signIn(Context ctx) {
        var _ = site.facilitator.enter(ctx);
        ctx.redirect("/incidents/" + site.room(ctx).id() + "/debrief", HttpStatus.SEE_OTHER);
    }

    void override(Context ctx) {
        var who = site.facilitator.require(ctx, "Only a facilitator may override a score.");
        pages.ended(ctx).ifPresent(room -> override(ctx, who, room, Form.of(ctx)));
    }

    private void override(Context ctx, Facilitating who, Room room, Form form) {
        var part = PartName.find(form.field("part"));
        var score = form.whole("score");
        var reason = form.field("reason").strip();
        var mistake = mistake(part, score, reason);
        if (!mistake.isEmpty()) {
            again(ctx, room, form, mistake);
            return;
        }
        stored(ctx, room, form, Overrides.write(site, who, room, part.orElseThrow(), score, reason));
    }

    private static String mistake(Optional<PartName> part, int score, String reason) {
        if (part.isEmpty()) {
            return "Choose the part whose score you override.";
        }
        if (score < 0 || score > 100) {
            return "The score must be a whole number from 0 to 100.";
        }
        if (reason.isEmpty()) {
            return "Say why: the learner will read it.";
        }
        var mistake = Texts.mistake(reason, ScoreOverride.MOST_REASON_CHARACTERS);
        return mistake.isEmpty() ? "" : "The reason " + mistake + ".";
    }

    void withdraw(Context ctx) {
        var who = site.facilitator.require(ctx, "Only a facilitator may take an override back.");
        var part = Judging.part(ctx);
        pages.ended(ctx).ifPresent(room -> {
            var written = ApiOverrides.isOverridden(room, part)
                    ? Overrides.withdraw(site, who, room, part)
                    // Somebody was faster: what was wanted is so.
                    : new Room.Written.Stored(0);
            stored(ctx, room, Form.of(ctx), written);
        });
    }

    private void stored(Context ctx, Room room, Form form, Room.Written written) {
        switch (written) {
            case Room.Written.Stored _ -> {
                site.results.keep(room, site.debriefs.of(room));
                ctx.redirect("/incidents/" + room.id() + "/debrief#h-sub", HttpStatus.SEE_OTHER);
            }
            case Room.Written.Outdated _ ->
                again(ctx, room, form, "Somebody else has just overridden this score. Look at theirs first.");
            case Room.Written.Refused(var why) -> again(ctx, room, form, why);
        }
    }

    private void again(Context ctx, Room room, Form form, String mistake) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        pages.page(ctx, room, form.draft(OVERRIDE, mistake));
    }
}
