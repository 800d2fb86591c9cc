package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import mayday.drill.Room;
import mayday.review.Flaw;
import mayday.web.view.PostMortemBody;

/** The JSON API: reading and writing the post-mortem of an incident that is over. */
final class ApiPostMortem {
    private final Site site;
    private final PostMortems postMortems;

    ApiPostMortem(Site site, PostMortems postMortems) {
        this.site = site;
        this.postMortems = postMortems;
    }

    void show(Context ctx) {
        var room = site.room(ctx);
        PostMortems.requireEnd(room);
        ctx.json(body(room));
    }

    void markdown(Context ctx) {
        var room = site.room(ctx);
        PostMortems.requireEnd(room);
        PostMortemPages.markdown(ctx, room, postMortems);
    }

    void save(Context ctx) {
        var room = site.room(ctx);
        PostMortems.requireEnd(room);
        var body = Body.of(ctx, PostMortemJson.fields());
        var version = body.whole("version", 0, Integer.MAX_VALUE);
        var written = PostMortemJson.sent(body);
        Flaw.in(written).forEach(flaw -> body.wrong(flaw.where(), flaw.detail()));
        body.check();
        switch (postMortems.save(room, site.mover(ctx, room), written, version)) {
            case Room.Written.Stored _ -> ctx.json(body(room));
            case Room.Written.Outdated(var latest) -> outdated(ctx, room, latest);
            case Room.Written.Refused(var why) ->
                throw new Failure(Failure.Problem.of("not-stored", PostMortems.status(why), "Not saved", why));
        }
    }

    private PostMortemBody body(Room room) {
        var facts = postMortems.facts(room);
        var draft = postMortems.draft(room, facts);
        return PostMortemBody.of(
                draft.version(),
                draft.by(),
                draft.isSaved() ? draft.at() : null,
                PostMortemJson.written(draft.written()),
                postMortems.view(room));
    }

    /**
     * A problem that carries the stored draft too.
     *
     * @param stored the post-mortem as somebody else saved it since
     */
    private record Outdated(
            String type, String title, int status, String detail, List<Failure.Place> errors, PostMortemBody stored) {}

    private void outdated(Context ctx, Room room, long latest) {
        var detail = "Somebody has saved this post-mortem since: it has version " + latest
                + " now. Nothing was overwritten; stored is theirs. Send yours again with that version to replace it.";
        ctx.status(HttpStatus.CONFLICT)
                .json(new Outdated(
                        "/api#problem-outdated",
                        "Somebody else saved first",
                        HttpStatus.CONFLICT.getCode(),
                        detail,
                        List.of(),
                        body(room)))
                .contentType("application/problem+json");
    }
}
