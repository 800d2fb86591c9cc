package mayday.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of a room's page that change while it is open. Each is one element with an id, and takes the place of the element with
 * that id when it reaches the browser.
 */
final class Regions {
    private final Templates templates;

    Regions(Templates templates) {
        this.templates = templates;
    }

    /** Every region by id, as markup. */
    Map<String, String> of(KeptRoom.Rendered rendered) {
        var regions = new LinkedHashMap<String, String>();
        var room = rendered.view();
        var incident = room.incident();
        regions.put("severity", render("severity", Map.of("incident", incident)));
        regions.put("vitals", render("vitals", Map.of("room", room)));
        if (!incident.guide().isEmpty()) {
            regions.put("guide", render("guide", Map.of("incident", incident)));
        }
        regions.put("turns", render("turns", Map.of("room", room, "turns", rendered.turns())));
        regions.put("map-body", render("map", Map.of("incident", incident, "map", room.map())));
        regions.put("cards", render("cards", Map.of("room", room, "shown", rendered.cards())));
        regions.put("hyp-list", render("hypotheses", Map.of("room", room)));
        regions.put("running", render("running", Map.of("incident", incident, "running", room.running())));
        count(
                regions,
                "map-count",
                room.map().asked() + " of " + room.map().nodes().size() + " asked about");
        count(regions, "cards-count", Integer.toString(room.cards().size()));
        count(regions, "hyps-count", Integer.toString(incident.hypotheses().size()));
        return regions;
    }

    /** What is wrong with a form of the page, in its place. */
    String mistake(String id, String text) {
        return render("mistake", Map.of("id", id, "text", text));
    }

    private void count(Map<String, String> regions, String id, String text) {
        regions.put(id, render("count", Map.of("id", id, "text", text)));
    }

    private String render(String part, Map<String, Object> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.put("oob", true);
        return templates.render("room/" + part + ".jte", all);
    }
}
