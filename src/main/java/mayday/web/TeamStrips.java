package mayday.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mayday.drill.Room;
import mayday.drill.SeatedRoom;
import mayday.exercise.Drill;
import mayday.exercise.Seat;
import mayday.incident.IncidentId;
import mayday.web.view.MineView;
import mayday.web.view.ProbeView;
import mayday.web.view.RosterView;
import mayday.web.view.StripView;

/**
 * What a room shows in addition when a drill team works in it. The team itself is rendered once for all of it; what is one person's own,
 * such as their seat and what their role may not do, is small and rendered for each when the drill changes.
 */
final class TeamStrips {
    private static final int MOST_KEPT = 200;

    private final Templates templates;
    private final Presence presence = new Presence();
    private final Map<IncidentId, Shared> shared = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Shared> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Shared(long version, Set<String> here, String markup) {}

    TeamStrips(Templates templates) {
        this.templates = templates;
    }

    /** What to render into the page of a room; nothing for a room of one's own. */
    Optional<StripView> of(Room room) {
        return room instanceof SeatedRoom seated ? Optional.of(strip(seated)) : Optional.empty();
    }

    private StripView strip(SeatedRoom room) {
        var drill = room.drill().drill();
        return new StripView(
                RosterView.of(drill, room.team(), presence.in(room.id())),
                mine(drill, room),
                ProbeView.of(drill, room.person().id(), room.drill().now()));
    }

    private static MineView mine(Drill drill, SeatedRoom room) {
        return MineView.of(drill, seat(drill, room), seat(drill, room).isEmpty());
    }

    private static Optional<Seat> seat(Drill drill, SeatedRoom room) {
        return drill.seat(room.person().id()).filter(seat -> seat.team().equals(room.team()));
    }

    /** One window's view of its team; to be closed. */
    final class Window implements AutoCloseable {
        private final SeatedRoom room;
        private final Room.Subscription subscription;
        private final Presence.Stay stay;
        private long version = -1;
        private Map<String, String> regions = Map.of();

        private Window(SeatedRoom room, Runnable news) {
            this.room = room;
            this.subscription = room.drill().subscribe(news);
            this.stay = presence.enter(room.id(), room.person().id(), news);
        }

        /** Every region by id, as markup. */
        Map<String, String> regions() {
            var drill = room.drill().drill();
            var now = new LinkedHashMap<>(regions);
            now.put("team", team(drill, room));
            if (drill.version() != version) {
                version = drill.version();
                now.putAll(own(drill, room));
            }
            regions = now;
            return regions;
        }

        @Override
        public void close() {
            stay.close();
            subscription.close();
        }
    }

    /** What one person alone sees. */
    private Map<String, String> own(Drill drill, SeatedRoom room) {
        var own = new LinkedHashMap<String, String>();
        var mine = mine(drill, room);
        own.put("mine", render("mine", Map.of("mine", mine)));
        for (var duty : MineView.duties()) {
            own.put("not-" + duty, render("not", Map.of("mine", mine, "duty", duty)));
        }
        var probe = ProbeView.of(drill, room.person().id(), room.drill().now());
        own.put("probe", render("probe", Map.of("probe", probe)));
        return own;
    }

    /** All that a room shows in addition, as markup; nothing for a room of one's own. */
    List<String> regions(Room room) {
        if (!(room instanceof SeatedRoom seated)) {
            return List.of();
        }
        var drill = seated.drill().drill();
        var all = new ArrayList<>(own(drill, seated).values());
        all.add(team(drill, seated));
        return all;
    }

    /** A window is opened; nothing for a room of one's own. */
    Optional<Window> enter(Room room, Runnable news) {
        return room instanceof SeatedRoom seated ? Optional.of(new Window(seated, news)) : Optional.empty();
    }

    private synchronized String team(Drill drill, SeatedRoom room) {
        var here = presence.in(room.id());
        var before = shared.get(room.id());
        if (before != null
                && before.version() == drill.version()
                && before.here().equals(here)) {
            return before.markup();
        }
        var markup = render("team", Map.of("team", RosterView.of(drill, room.team(), here)));
        shared.put(room.id(), new Shared(drill.version(), here, markup));
        return markup;
    }

    private String render(String part, Map<String, Object> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.put("oob", true);
        return templates.render("drill/" + part + ".jte", all);
    }
}
