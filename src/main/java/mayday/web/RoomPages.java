package mayday.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.drill.Room;
import mayday.evidence.EvidenceId;
import mayday.incident.ActionMenu;
import mayday.incident.HypothesisId;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Words;
import mayday.web.view.ActionForm;
import mayday.web.view.Choice;
import mayday.web.view.Draft;
import mayday.web.view.EvidenceView;
import mayday.web.view.HypothesisView;
import mayday.web.view.IncidentView;
import mayday.web.view.LogFilter;
import mayday.web.view.RoomView;
import mayday.web.view.Turn;

/** The pages of one incident: the room, a piece of evidence, and the forms that make moves. */
final class RoomPages {
    private static final List<String> TABS = List.of("talk", "board", "map", "hyps", "acts");
    private static final List<String> SORTS = List.of("all", "chart", "log", "command", "pinned");

    private final Site site;
    private final TeamStrips strips;

    RoomPages(Site site, TeamStrips strips) {
        this.site = site;
        this.strips = strips;
    }

    void room(Context ctx) {
        var room = site.room(ctx);
        var about = query(ctx, "about");
        var known =
                room.incident().scenario().system().find(new ServiceId(about)).isPresent();
        room(ctx, room, known ? Draft.filled(Map.of("text", about + ": ")) : Draft.NONE);
    }

    void room(Context ctx, Room room, Draft draft) {
        var board = query(ctx, "board");
        var tab = query(ctx, "tab");
        var choice = new KeptRoom.Choice(SORTS.contains(board) ? board : "all", TABS.contains(tab) ? tab : "talk");
        var strip = strips.of(room).stream().toList();
        var kept = site.kept.of(room);
        if (strip.isEmpty() && draft.equals(Draft.NONE)) {
            ctx.html("").result(kept.page(room, choice));
        } else {
            ctx.html(kept.page(room, choice, Map.of("strip", strip, "draft", draft)));
        }
    }

    static IncidentView incident(Room room) {
        return IncidentView.of(room.id(), room.incident(), room.now());
    }

    /** A card on a page of its own; for the log filter of a card on the board, its body alone. */
    void evidence(Context ctx) {
        var room = site.room(ctx);
        var id = ctx.pathParam("eid");
        var incident = incident(room);
        var card = room.incident().board().cards().stream()
                .filter(each -> each.evidence().id().value().equals(id))
                .findFirst()
                .map(each -> RoomView.card(each, incident))
                .orElseThrow(() -> Failure.notFound("There is no evidence " + shortened(id) + " on this board."));
        var filter = LogFilter.of(query(ctx, "level"), query(ctx, "text"));
        var parameters = new HashMap<String, Object>(Map.of("incident", incident, "card", card, "filter", filter));
        if (isFragment(ctx)) {
            ctx.html(site.templates.render("room/body.jte", parameters));
        } else {
            parameters.put("visitor", site.visitor(ctx));
            ctx.html(site.templates.render("evidence.jte", parameters));
        }
    }

    /** A form with nothing wrong in it yet, filled from the address. */
    void form(Context ctx, MoveForm form) {
        var room = site.room(ctx);
        if (room.incident().isOver()) {
            ctx.redirect("/incidents/" + room.id(), io.javalin.http.HttpStatus.SEE_OTHER);
            return;
        }
        var typed = new HashMap<String, String>();
        ctx.queryParamMap().forEach((name, values) -> typed.put(name, shortened(values.getFirst())));
        form(ctx, room, form, new Draft(form.id(), notYours(room, form), typed));
    }

    /** Why the caller's role may not make this move, told before they fill the form in; empty if it may. */
    private String notYours(Room room, MoveForm form) {
        return strips.of(room)
                .map(strip -> strip.mine().refusal(Words.kebab(form.duty())))
                .orElse("");
    }

    void form(Context ctx, Room room, MoveForm form, Draft draft) {
        var template = "form/" + form.id() + ".jte";
        var parameters = parameters(ctx, room, form);
        parameters.put("draft", draft);
        if (isFragment(ctx)) {
            ctx.html(site.templates.render(template, parameters));
        } else {
            ctx.html(site.templates.render(
                    "form/alone.jte",
                    Map.of(
                            "title",
                            room.incident().scenario().page().text(),
                            "incident",
                            room.id().value(),
                            "content",
                            site.templates.content(template, parameters),
                            "visitor",
                            site.visitor(ctx))));
        }
    }

    private Map<String, Object> parameters(Context ctx, Room room, MoveForm form) {
        var id = room.id().value();
        var scenario = room.incident().scenario();
        return new HashMap<>(
                switch (form) {
                    case ASK, WAIT -> Map.of("incident", id);
                    case UPDATE -> Map.of("incident", id, "targets", targets(room));
                    case REPLY -> Map.of("incident", id, "targets", targets(room), "request", request(ctx, room));
                    case ACT -> Map.of("form", ActionForm.of(room.id(), room.incident(), item(ctx, room)));
                    case HYPOTHESIS -> Map.of("incident", id, "targets", targets(room));
                    case JUDGE -> Map.of("incident", incident(room), "hypothesis", hypothesis(ctx, room));
                    case LINK -> Map.of("incident", incident(room), "evidence", evidence(ctx, room));
                    case SEVERITY, CLOSE, HINT -> Map.of("incident", incident(room));
                    case ESCALATE -> Map.of("incident", id, "teams", Choice.ofTeams(scenario.system(), room.now()));
                });
    }

    /** The message that the address names. */
    static Turn.Request request(Context ctx, Room room) {
        var id = ctx.pathParam("mid");
        return Turn.Request.of(room.incident(), id)
                .orElseThrow(() -> Failure.notFound("Nobody has asked " + shortened(id) + " in this incident."));
    }

    private static List<String> targets(Room room) {
        var system = room.incident().scenario().system();
        var targets = new ArrayList<String>();
        system.services().forEach(service -> targets.add(service.id().value()));
        system.regionIds().stream().map(RegionId::value).forEach(targets::add);
        return targets;
    }

    private static ActionMenu.Item item(Context ctx, Room room) {
        var kind = ctx.pathParam("kind");
        return ActionMenu.of(room.incident().scenario()).items().stream()
                .filter(each -> each.id().equals(kind))
                .findFirst()
                .orElseThrow(() -> Failure.notFound("There is no action " + shortened(kind) + " here."));
    }

    static HypothesisView hypothesis(Context ctx, Room room) {
        var id = ctx.pathParam("hid");
        return room.incident()
                .board()
                .hypothesis(new HypothesisId(id))
                .map(HypothesisView::of)
                .orElseThrow(() -> Failure.notFound("There is no hypothesis " + shortened(id) + " on this board."));
    }

    static EvidenceView evidence(Context ctx, Room room) {
        var id = new EvidenceId(ctx.pathParam("eid"));
        return room.incident().board().cards().stream()
                .filter(card -> card.evidence().id().equals(id))
                .findFirst()
                .map(EvidenceView::of)
                .orElseThrow(
                        () -> Failure.notFound("There is no evidence " + shortened(id.value()) + " on this board."));
    }

    /** Whether htmx asks for a part of a page. */
    static boolean isFragment(Context ctx) {
        return "true".equals(ctx.header("HX-Request"));
    }

    private static String query(Context ctx, String name) {
        var value = ctx.queryParam(name);
        return value == null ? "" : value;
    }

    private static String shortened(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }
}
