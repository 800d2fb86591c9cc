package mayday.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.drill.Room;
import mayday.incident.IncidentId;
import mayday.web.view.Draft;
import mayday.web.view.RoomView;
import mayday.web.view.Turn;
import mayday.web.view.ViewedRoom;

/**
 * A room as its page was rendered last. Turns and cards are rendered when they first appear, the page when something happens in the incident,
 * and for each request only the clock and how far actions have come. Nothing in it is one reader's own. Safe for use by several threads.
 */
final class KeptRoom {
    /** What changes from second to second, in the order in which it stands on the page. */
    private static final List<String> OPEN = List.of("vitals", "running");

    /** With nothing in it yet: its map and menu. */
    private static final long BYTES = 32 * 1024;

    private final Templates templates;
    /** Guarded by itself, which is locked inside the room's lock; nothing else of this is. */
    private final ViewedRoom viewed;

    /** What was rendered of {@link #turns}, and which of them was asking back then. */
    private final List<String> turnMarkup = new ArrayList<>();

    private List<Turn> turns = List.of();
    private long asking = 0;
    private boolean over = false;
    private boolean clockRuns = false;

    private Map<String, Card> cards = Map.of();

    /** The latest view of the room of which turns and cards are rendered. */
    private Optional<Looked> shown = Optional.empty();

    /** The pages of this edition, by what they show first. */
    private final Map<Choice, Stencil> pages = new HashMap<>();

    /** What {@link #bytes} says, for whoever has the lock. */
    private long weight = BYTES;

    private volatile long bytes = BYTES;

    /** What was rendered of a card. */
    private record Card(RoomView.CardView view, boolean fresh, String markup) {}

    /**
     * What a page shows first.
     *
     * @param board which cards
     * @param tab on a narrow screen
     */
    record Choice(String board, String tab) {}

    /** A room and what was rendered of it. */
    record Rendered(RoomView view, List<Content> turns, Map<String, Content> cards) {}

    /**
     * A room as it was looked at.
     *
     * @param edition as {@link ViewedRoom#edition} was then
     */
    private record Looked(RoomView view, long edition) {}

    KeptRoom(IncidentId id, Templates templates) {
        this.templates = templates;
        this.viewed = new ViewedRoom(id);
    }

    /** The page as anybody sees it who may see it, in the bytes that are sent. */
    byte[] page(Room room, Choice choice) {
        var begun = begun(look(room), choice);
        var view = begun.view();
        return begun.page()
                .filled(List.of(
                        templates.bytes("room/vitals.jte", Map.of("room", view)),
                        templates.bytes(
                                "room/running.jte", Map.of("incident", view.incident(), "running", view.running()))));
    }

    /** A page, and what is to be set into it. */
    private record Begun(Stencil page, RoomView view) {}

    private synchronized Begun begun(Looked looked, Choice choice) {
        var view = brought(looked);
        return new Begun(pages.computeIfAbsent(choice, _ -> stencil(view, choice)), view);
    }

    private Stencil stencil(RoomView view, Choice choice) {
        var stencil = templates.stencil("room.jte", parameters(rendered(view), choice), OPEN);
        weigh(weight + stencil.bytes());
        return stencil;
    }

    /** The same with more on it, which is one reader's own and not kept. */
    String page(Room room, Choice choice, Map<String, Object> more) {
        var rendered = rendered(room);
        var view = rendered.view();
        var all = parameters(rendered, choice);
        all.put("vitals", templates.content("room/vitals.jte", Map.of("room", view)));
        all.put(
                "running",
                templates.content("room/running.jte", Map.of("incident", view.incident(), "running", view.running())));
        all.putAll(more);
        return templates.render("room.jte", all);
    }

    private static Map<String, Object> parameters(Rendered rendered, Choice choice) {
        return new HashMap<>(Map.of(
                "room",
                rendered.view(),
                "turns",
                rendered.turns(),
                "shown",
                rendered.cards(),
                "draft",
                Draft.NONE,
                "board",
                choice.board(),
                "tab",
                choice.tab()));
    }

    /** The room as it is now. */
    Rendered rendered(Room room) {
        return rendered(look(room));
    }

    private synchronized Rendered rendered(Looked looked) {
        return rendered(brought(looked));
    }

    private Rendered rendered(RoomView view) {
        var shown = new HashMap<String, Content>();
        cards.forEach((id, card) -> shown.put(id, Templates.content(card.markup())));
        return new Rendered(view, turnMarkup.stream().map(Templates::content).toList(), shown);
    }

    /**
     * Inside the room's lock, since a view may need what was simulated. Nothing is rendered there: others wait to move. The time is asked for
     * there too, so that of several who look at once nobody sees an earlier moment than the one before.
     */
    private Looked look(Room room) {
        return room.read(incident -> {
            var now = room.now();
            synchronized (viewed) {
                var view = viewed.at(incident, now.isBefore(incident.now()) ? incident.now() : now);
                return new Looked(view, viewed.edition());
            }
        });
    }

    /** Renders what is new since the last time. What was looked at; or later, if others have done so meanwhile. */
    private RoomView brought(Looked looked) {
        var edition = shown.map(Looked::edition).orElse(-1L);
        if (looked.edition() < edition) {
            return shown.orElseThrow().view();
        }
        if (looked.edition() > edition) {
            var view = looked.view();
            pages.clear();
            renderTurns(view);
            renderCards(view);
            over = view.incident().over();
            clockRuns = view.incident().clock().running();
            weigh(weighed());
        }
        shown = Optional.of(looked);
        return looked.view();
    }

    private void renderTurns(RoomView view) {
        var now = view.incident().transcript();
        var asks = view.asksBack();
        for (var place = 0; place < now.size(); place++) {
            var turn = now.get(place);
            var isNew = place >= turns.size()
                    || !turns.get(place).equals(turn)
                    || view.incident().over() != over
                    || (asks != asking && (turn.sequence() == asks || turn.sequence() == asking));
            if (isNew) {
                var markup = templates.render(
                        "room/turn.jte",
                        Map.of("incident", view.incident(), "turn", turn, "asksBack", turn.sequence() == asks));
                if (place < turnMarkup.size()) {
                    turnMarkup.set(place, markup);
                } else {
                    turnMarkup.add(markup);
                }
            }
        }
        turnMarkup.subList(now.size(), turnMarkup.size()).clear();
        turns = now;
        asking = asks;
    }

    private void renderCards(RoomView view) {
        var next = new HashMap<String, Card>();
        for (var card : view.cards()) {
            var fresh = card.id().equals(view.cards().getFirst().id());
            var before = cards.get(card.id());
            var isAs = before != null
                    && before.view().equals(card)
                    && before.fresh() == fresh
                    && view.incident().over() == over
                    && view.incident().clock().running() == clockRuns;
            next.put(card.id(), isAs ? before : card(view, card, fresh));
        }
        cards = next;
    }

    private Card card(RoomView view, RoomView.CardView card, boolean fresh) {
        var markup =
                templates.render("room/card.jte", Map.of("incident", view.incident(), "card", card, "fresh", fresh));
        return new Card(card, fresh, markup);
    }

    private void weigh(long now) {
        weight = now;
        bytes = now;
    }

    /** What views hold is about as much as what is rendered of them. */
    private long weighed() {
        return BYTES
                + 2 * turnMarkup.stream().mapToLong(String::length).sum()
                + 2
                        * cards.values().stream()
                                .mapToLong(card -> card.markup().length())
                                .sum();
    }

    /** About how many bytes it takes. Any thread may ask. */
    long bytes() {
        return bytes;
    }
}
