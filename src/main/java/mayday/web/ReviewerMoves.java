package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import mayday.drill.Room;
import mayday.drill.Room.Written;
import mayday.review.AnswerCheck;
import mayday.web.view.Draft;
import mayday.web.view.ReviewerBody;
import mayday.web.view.ReviewerView;

/** Answers to the reviewer's questions: from the form on the debrief, and from programs. */
final class ReviewerMoves {
    private static final String OUTDATED =
            "This answer was changed elsewhere since you opened it. Yours is still in the field; keep it again to put it in place.";

    private final Site site;
    private final ReviewerDesk desk;
    private final DebriefPages pages;

    ReviewerMoves(Site site, ReviewerDesk desk, DebriefPages pages) {
        this.site = site;
        this.desk = desk;
        this.pages = pages;
    }

    /** The form of a question. */
    void answer(Context ctx) {
        var room = site.room(ctx);
        var address = "/incidents/" + room.id() + "/debrief";
        if (!room.incident().isOver()) {
            ctx.redirect(address, HttpStatus.SEE_OTHER);
            return;
        }
        desk.requireOwner(ctx, room);
        var asked = desk.question(desk.view(ctx, room, Draft.NONE), ctx.pathParam("qid"));
        var form = Form.of(ctx);
        var text = form.field("skip").isEmpty() ? form.field("text") : "";
        var mistake = mistake(form, text);
        if (mistake.isEmpty()) {
            switch (desk.keep(ctx, room, asked.id(), text, Math.max(0, form.whole("version")))) {
                case Written.Stored _ -> {
                    ctx.redirect(address + "#q-" + next(desk.view(ctx, room, Draft.NONE), asked), HttpStatus.SEE_OTHER);
                    return;
                }
                case Written.Outdated _ -> mistake = OUTDATED;
                case Written.Refused(var why) -> mistake = why;
            }
        }
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        pages.page(ctx, room, form.draft(asked.id(), mistake));
    }

    private static String mistake(Form form, String text) {
        if (form.field("skip").isEmpty() && text.isBlank()) {
            return "There is nothing in the field. Write an answer, or skip the question.";
        }
        var mistake = Texts.mistake(text, AnswerCheck.MOST_CHARACTERS);
        return mistake.isEmpty() ? "" : "That text " + mistake + ".";
    }

    /** Where to go on: the question that this answer opened, or the same one. */
    private static String next(ReviewerView view, ReviewerView.Asked asked) {
        return view.strands().stream()
                .flatMap(strand -> strand.questions().stream())
                .map(ReviewerView.Asked::id)
                .filter(id -> id.equals(deeper(asked)))
                .findFirst()
                .orElse(asked.id());
    }

    private static String deeper(ReviewerView.Asked asked) {
        return asked.id().substring(0, asked.id().lastIndexOf('.') + 1) + (asked.layer() + 1);
    }

    void list(Context ctx) {
        var room = ended(ctx);
        ctx.json(ReviewerBody.of(desk.view(ctx, room, Draft.NONE)));
    }

    /** Takes an answer, or that there will be none; all questions come back, since the next one may have opened. */
    void put(Context ctx) {
        var room = ended(ctx);
        desk.requireOwner(ctx, room);
        var asked = desk.question(desk.view(ctx, room, Draft.NONE), ctx.pathParam("qid"));
        var body = Body.of(ctx, "text", "skip", "version");
        var skips = body.has("skip") && body.truth("skip");
        var text = skips
                ? body.optionalText("text", AnswerCheck.MOST_CHARACTERS)
                : body.text("text", AnswerCheck.MOST_CHARACTERS);
        if (skips && !text.isBlank()) {
            body.wrong("skip", "is true although there is a text; send one of the two");
        }
        var known = body.has("version") ? body.whole("version", 0, Integer.MAX_VALUE) : asked.number();
        body.check();
        switch (desk.keep(ctx, room, asked.id(), text, known)) {
            case Written.Stored _ -> ctx.json(ReviewerBody.of(desk.view(ctx, room, Draft.NONE)));
            case Written.Outdated(var latest) ->
                throw conflict(
                        "The answer was changed since; its version is " + latest + ". Read it, then send yours again.");
            case Written.Refused(var why) -> throw conflict(why);
        }
    }

    private Room ended(Context ctx) {
        var room = site.room(ctx);
        if (!room.incident().isOver()) {
            throw new Failure(Failure.Problem.of("incident-open", 409, "Not yet", ReviewerDesk.TOO_EARLY));
        }
        return room;
    }

    private static Failure conflict(String why) {
        return new Failure(Failure.Problem.of("not-kept", 409, "Not kept", why));
    }
}
