package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillLimits;

/** Moves made with the forms of the lobby, and the hand-over of command in a team's room. */
final class LobbyMoves {
    private final Site site;
    private final DrillDesk desk;
    private final DrillPages pages;

    LobbyMoves(Site site, DrillDesk desk, DrillPages pages) {
        this.site = site;
        this.desk = desk;
        this.pages = pages;
    }

    private interface Move {
        DrillCommand of(Form form);
    }

    private void move(Context ctx, DrillDesk.Visit visit, Move move) {
        try {
            DrillDesk.make(visit.room(), move.of(Form.of(ctx)));
        } catch (Failure refused) {
            pages.refused(ctx, visit, refused);
            return;
        }
        pages.again(ctx, visit);
    }

    /** In the lobby, or from a team's room, which is where it leads back to. */
    void takeSeat(Context ctx) {
        var visit = desk.visit(ctx);
        var form = Form.of(ctx);
        if (form.field("from").equals("room")) {
            inRoom(ctx, visit, new DrillCommand.TakeSeat(visit.person(), "", form.field("role")));
            return;
        }
        move(ctx, visit, _ -> new DrillCommand.TakeSeat(visit.person(), form.field("team"), form.field("role")));
    }

    void ready(Context ctx) {
        var visit = desk.visit(ctx);
        move(
                ctx,
                visit,
                form -> new DrillCommand.BeReady(
                        visit.person(), !form.field("ready").equals("no")));
    }

    void say(Context ctx) {
        var visit = desk.visit(ctx);
        move(ctx, visit, form -> {
            var by = visit.seat().isPresent() ? visit.person() : desk.facilitator(ctx);
            var mistake = Texts.mistake(form.field("text"), 10 * DrillLimits.SAID_CHARACTERS);
            if (!mistake.isEmpty()) {
                throw new Failure(Failure.Problem.of("out-of-range", 422, "Refused", "The message " + mistake + "."));
            }
            return new DrillCommand.Say(by, form.field("text"));
        });
    }

    void leave(Context ctx) {
        var visit = desk.visit(ctx);
        DrillDesk.make(visit.room(), new DrillCommand.Leave(visit.person()));
        ctx.redirect("/drills", HttpStatus.SEE_OTHER);
    }

    /** From a team's room. */
    void handOver(Context ctx) {
        var visit = desk.visit(ctx);
        var to = Form.of(ctx).field("to");
        var by = visit.person();
        inRoom(ctx, visit, new DrillCommand.HandOver(by, to.isEmpty() ? by.id() : to));
    }

    /** With JavaScript the room's stream tells what changed. */
    private void inRoom(Context ctx, DrillDesk.Visit visit, DrillCommand command) {
        var back = visit.seat()
                .flatMap(seat -> visit.drill().incident(seat.team()))
                .map(id -> "/incidents/" + id)
                .orElse("/drills/" + visit.room().id());
        try {
            DrillDesk.make(visit.room(), command);
        } catch (Failure refused) {
            if (!RoomPages.isFragment(ctx)) {
                throw refused;
            }
            ctx.status(refused.problem().status());
            ctx.html(site.templates.render(
                    "room/mistake.jte",
                    Map.of("id", "team-error", "text", refused.problem().detail(), "oob", true)));
            return;
        }
        if (RoomPages.isFragment(ctx)) {
            ctx.html(site.templates.render("room/mistake.jte", Map.of("id", "team-error", "text", "", "oob", true)));
        } else {
            ctx.redirect(back, HttpStatus.SEE_OTHER);
        }
    }
}
