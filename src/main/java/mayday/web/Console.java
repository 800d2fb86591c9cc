package mayday.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.drill.DrillRoom;
import mayday.drill.Room;
import mayday.exercise.Assessment;
import mayday.exercise.DrillTeam;
import mayday.scenario.Scenario;
import mayday.web.view.ConsoleView;
import mayday.web.view.TeamView;

/** A drill's console, rendered once for all facilitators who look at it. Safe for use by several threads. */
final class Console implements Shelf.Shown {
    /** Clocks, charts and assessments grow old by themselves. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** However much happens, it is not rendered more often than this. */
    private static final Duration FRESH = Duration.ofMillis(900);

    private final Site site;
    private final DrillRoom drill;
    private final InstantSource wallClock;
    private final Room.Subscription subscription;
    private volatile boolean newsCame = true;
    private Instant renderedAt = Instant.MIN;
    private Shown shown = new Shown(0, 0, "", Map.of());

    /**
     * A console as it was.
     *
     * @param edition differs from that of any other
     * @param now the drill's clock
     */
    record Shown(long edition, long now, String stage, Map<String, String> regions) {}

    Console(Site site, DrillRoom drill, InstantSource wallClock) {
        this.site = site;
        this.drill = drill;
        this.wallClock = wallClock;
        this.subscription = drill.subscribe(this::hear);
    }

    /** Something happened. It must not block: it is called by whoever made it happen. */
    private void hear() {
        newsCame = true;
    }

    Shown current() {
        return current(planned(site, drill));
    }

    private synchronized Shown current(Optional<Scenario> planned) {
        var at = wallClock.instant();
        var age = renderedAt.equals(Instant.MIN) ? LOOK : Duration.between(renderedAt, at);
        var due = age.isNegative() || age.compareTo(newsCame ? FRESH : LOOK) >= 0;
        if (due) {
            newsCame = false;
            renderedAt = at;
            var view = view(drill, planned);
            shown = new Shown(shown.edition() + 1, view.beat(), view.stage(), regions(view));
        }
        return shown;
    }

    static ConsoleView view(Site site, DrillRoom room) {
        return view(room, planned(site, room));
    }

    /** The scenario as it is in the library, as long as no team has an incident of it. It may have to be waited for, so nothing is locked. */
    private static Optional<Scenario> planned(Site site, DrillRoom room) {
        var drill = room.drill();
        return drill.stage().incidents().isEmpty() ? site.scenario(drill.plan().scenario()) : Optional.empty();
    }

    private static ConsoleView view(DrillRoom room, Optional<Scenario> planned) {
        var drill = room.drill();
        var assessments = room.assessments();
        var atWork = new ArrayList<ConsoleView.AtWork>();
        for (var team : drill.teams()) {
            room.incident(team.id()).ifPresent(at -> atWork.add(atWork(room, team, at, assessments)));
        }
        var scenario = atWork.stream()
                .findFirst()
                .map(each -> each.incident().scenario())
                .or(() -> planned);
        return ConsoleView.of(drill, scenario, atWork, assessments, room.now());
    }

    private static ConsoleView.AtWork atWork(
            DrillRoom room, DrillTeam team, Room incident, List<Assessment> assessments) {
        var drill = room.drill();
        var assessed = assessments.stream()
                .filter(each -> each.team().equals(team.id()))
                .findFirst();
        var now = incident.now();
        return incident.read(as -> new ConsoleView.AtWork(
                team, as, TeamView.of(drill, team, incident.id().value(), as, assessed, now)));
    }

    /** The parts of the page that change, by id. */
    private Map<String, String> regions(ConsoleView view) {
        var regions = new LinkedHashMap<String, String>();
        put(regions, "vitals", "clock", Map.of("view", view));
        put(regions, "lead", "lead", Map.of("view", view));
        for (var team : view.teams()) {
            put(regions, "team-" + team.id(), "team", Map.of("view", view, "team", team));
        }
        put(regions, "board", "board", Map.of("view", view));
        put(regions, "planned", "planned", Map.of("view", view));
        put(regions, "help", "help", Map.of("view", view));
        put(regions, "questions", "questions", Map.of("view", view));
        put(regions, "log", "log", Map.of("view", view));
        return regions;
    }

    private void put(Map<String, String> regions, String id, String part, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("oob", true);
        regions.put(id, site.templates.render("console/" + part + ".jte", all));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
