package mayday.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.StartedAction;
import mayday.scenario.Words;
import mayday.web.view.Format;
import mayday.web.view.GuideView;
import mayday.web.view.IncidentView;
import mayday.web.view.RoomView;

/** What the panels of an incident's page show, as lines of text. */
final class BoardText {
    /** A terminal has one incident. */
    private static final IncidentId HERE = new IncidentId("terminal");

    private BoardText() {}

    /** Evidence, hypotheses, actions and updates so far. */
    static List<String> board(Incident incident) {
        var room = RoomView.of(HERE, incident, incident.now());
        var view = room.incident();
        var lines = new ArrayList<String>();
        section(
                lines,
                "Evidence",
                room.cards().reversed().stream()
                        .map(each -> each.id() + "  " + each.title() + bearing(each))
                        .toList());
        section(lines, "Hypotheses", hypotheses(room));
        section(
                lines,
                "Actions",
                incident.actions().stream().map(each -> action(each, view)).toList());
        section(
                lines,
                "Updates",
                view.updates().stream()
                        .map(each -> Format.minute(each.at()) + "  to "
                                + each.audience().replace('-', ' ') + ": " + each.text())
                        .toList());
        return lines.isEmpty()
                ? List.of(
                        "The board is empty: nothing was asked yet. Ask something, such as: Which services are failing?")
                : lines;
    }

    private static void section(List<String> lines, String title, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.add(title);
            rows.forEach(row -> lines.add("  " + row));
        }
    }

    private static List<String> hypotheses(RoomView room) {
        var rows = new ArrayList<>(room.incident().hypotheses().stream()
                .map(each -> each.id() + "  " + each.confidence() + " %  " + each.title() + "  "
                        + each.status().replace('-', ' ') + evidence("; for it", each.supporting())
                        + evidence("; against it", each.contradicting()))
                .toList());
        if (!rows.isEmpty() && room.unthoughtOf() > 0) {
            rows.add("--  " + room.unthoughtOf() + " %  something not thought of yet");
        }
        return rows;
    }

    private static String evidence(String words, List<String> ids) {
        return ids.isEmpty() ? "" : words + " " + String.join(", ", ids);
    }

    private static String bearing(RoomView.CardView card) {
        var links = card.links().stream()
                .map(each -> (each.supports() ? "for " : "against ") + each.hypothesis())
                .collect(Collectors.joining(", "));
        return links.isEmpty() ? "" : "  (" + links + ")";
    }

    private static String action(StartedAction action, IncidentView view) {
        var seen = IncidentView.ActionView.of(action, view.clock().now());
        return seen.id() + "  " + seen.name() + "  " + Words.kebab(action.progress())
                + (seen.running()
                        ? ", " + Format.length(seen.elapsedSeconds()) + " of " + Format.length(seen.durationSeconds())
                        : "");
    }

    /** The services from the entry to the data stores, and what is known of each. */
    static List<String> map(Incident incident) {
        var map = RoomView.of(HERE, incident, incident.now()).map();
        var rows = map.nodes().stream()
                .map(node -> List.of(
                        node.id(), node.known() ? node.word() : "not asked", node.asOf(), node.old() ? "old" : ""))
                .toList();
        var lines = new ArrayList<>(EvidenceText.columns(List.of("service", "what is known", "as of", ""), rows));
        lines.add(map.asked() + " of " + map.nodes().size() + " asked about; old after 5 min");
        return lines;
    }

    /** The steps of the guide, a line each; none unless one leads. */
    static List<String> guide(Incident incident) {
        return steps(incident).stream()
                .map(step -> (step.done() ? "[x] " : "[ ] ") + step.number() + "  " + step.title())
                .toList();
    }

    /** The steps of the guide; none unless one leads. */
    static List<GuideView> steps(Incident incident) {
        return GuideView.steps(HERE, incident);
    }
}
