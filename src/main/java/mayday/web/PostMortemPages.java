package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mayday.drill.Room;
import mayday.review.Flaw;
import mayday.review.FollowUp;
import mayday.review.Inserts;
import mayday.review.Limits;
import mayday.review.Markdown;
import mayday.review.PostMortem;
import mayday.review.Section;
import mayday.web.view.PostMortemView;

/**
 * Writing a post-mortem: a part of the debrief's page. Drafts are saved as they are typed, where there is JavaScript, and with a button.
 * What cannot be saved comes back with what was typed.
 */
final class PostMortemPages {
    private final Site site;
    private final PostMortems postMortems;
    private final DebriefPages debrief;

    PostMortemPages(Site site, PostMortems postMortems, DebriefPages debrief) {
        this.site = site;
        this.postMortems = postMortems;
        this.debrief = debrief;
    }

    /** As it stands, to be read and printed. */
    void show(Context ctx) {
        var room = site.room(ctx);
        if (!room.incident().isOver()) {
            ctx.redirect("/incidents/" + room.id(), HttpStatus.SEE_OTHER);
            return;
        }
        ctx.html(site.templates.render(
                "postmortem.jte", Map.of("view", postMortems.view(room), "visitor", site.visitor(ctx))));
    }

    void markdown(Context ctx) {
        var room = site.room(ctx);
        PostMortems.requireEnd(room);
        download(ctx, room, "md");
        markdown(ctx, room, postMortems);
    }

    static void markdown(Context ctx, Room room, PostMortems postMortems) {
        var facts = postMortems.facts(room);
        var draft = postMortems.draft(room, facts);
        ctx.result(Markdown.of(draft.written(), facts, PostMortems.wording()).getBytes(UTF_8))
                .contentType("text/markdown; charset=utf-8");
    }

    void json(Context ctx) {
        var room = site.room(ctx);
        PostMortems.requireEnd(room);
        download(ctx, room, "json");
        var written = postMortems.draft(room, postMortems.facts(room)).written();
        ctx.result(PostMortemJson.written(written).toPrettyString().getBytes(UTF_8))
                .contentType("application/json");
    }

    private static void download(Context ctx, Room room, String ending) {
        var name = "post-mortem-" + room.incident().scenario().id() + "." + ending;
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    void save(Context ctx) {
        var room = site.room(ctx);
        PostMortems.requireEnd(room);
        var form = Form.of(ctx);
        // What is saved while it is typed is saved as it stands: htmx also sends the button that was pressed last.
        var pressed = !RoomPages.isFragment(ctx);
        var written = pressed ? inserted(room, form, read(form)) : read(form);
        var replaces = pressed && !form.field("over").isEmpty() ? form.field("over") : form.field("version");
        var flaws = mistakes(form, written);
        if (!flaws.isEmpty()) {
            refuse(ctx, room, written, form, HttpStatus.UNPROCESSABLE_CONTENT.getCode(), flaws);
            return;
        }
        switch (postMortems.save(room, site.mover(ctx, room), written, version(replaces))) {
            case Room.Written.Stored _ -> saved(ctx, room, form);
            case Room.Written.Outdated(var latest) -> outdated(ctx, room, written, form, latest);
            case Room.Written.Refused(var why) ->
                refuse(ctx, room, written, form, PostMortems.status(why), List.of(why));
        }
    }

    private static long version(String typed) {
        return typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : 0;
    }

    private static PostMortem read(Form form) {
        var texts = new EnumMap<Section, String>(Section.class);
        for (var section : Section.values()) {
            texts.put(section, form.field(section.key()));
        }
        var actions = new ArrayList<FollowUp>();
        for (var i = 0; i < Limits.ACTIONS; i++) {
            var row = "-" + i;
            var action = PostMortemJson.action(
                    form.field("text" + row).strip(),
                    form.field("owner" + row).strip(),
                    form.field("kind" + row),
                    form.field("due" + row).strip(),
                    aspect -> form.field(aspect.key() + row),
                    form.whole("depth" + row));
            if (!action.text().isEmpty()
                    || !action.owner().isEmpty()
                    || !action.due().isEmpty()) {
                actions.add(action);
            }
        }
        return new PostMortem(texts, actions);
    }

    /** With what the pressed button inserts, if it was one of those. */
    private PostMortem inserted(Room room, Form form, PostMortem written) {
        if (form.field("insert").isEmpty()) {
            return written;
        }
        var inserts = Inserts.of(room.incident(), postMortems.facts(room));
        return Inserts.find(inserts, form.field("insert"))
                .map(insert -> {
                    var before = written.text(insert.usual()).stripTrailing();
                    return written.with(
                            insert.usual(), before.isEmpty() ? insert.text() : before + "\n" + insert.text());
                })
                .orElse(written);
    }

    private static List<String> mistakes(Form form, PostMortem written) {
        var flaws = Flaw.in(written).stream()
                .map(flaw -> flaw.name() + " " + flaw.detail() + ".")
                .toList();
        return flaws.isEmpty() ? form.mistake().map(List::of).orElse(List.of()) : flaws;
    }

    private void saved(Context ctx, Room room, Form form) {
        if (RoomPages.isFragment(ctx)) {
            ctx.html(site.templates.render("debrief/postmortem-saved.jte", Map.of("view", postMortems.view(room))));
            return;
        }
        var place = form.field("add").isEmpty() ? "h-pm" : "pm-actions";
        ctx.redirect("/incidents/" + room.id() + "/debrief#" + place, HttpStatus.SEE_OTHER);
    }

    private void outdated(Context ctx, Room room, PostMortem mine, Form form, long latest) {
        var theirs = postMortems.draft(room, postMortems.facts(room));
        var view = postMortems
                .view(room, mine, version(form.field("version")))
                .withConflict(mine, theirs.written(), latest, theirs.by(), theirs.at());
        ctx.status(HttpStatus.CONFLICT);
        again(ctx, room, view);
    }

    private void refuse(Context ctx, Room room, PostMortem written, Form form, int status, List<String> reasons) {
        ctx.status(status);
        var view = postMortems.view(room, written, version(form.field("version")));
        again(ctx, room, view.withMistakes(reasons));
    }

    private void again(Context ctx, Room room, PostMortemView view) {
        if (RoomPages.isFragment(ctx)) {
            ctx.html(site.templates.render("debrief/postmortem-saved.jte", Map.of("view", view)));
        } else {
            debrief.page(ctx, room, view);
        }
    }
}
