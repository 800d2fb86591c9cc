package mayday.web.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A drill's debrief as files: CSV for a spreadsheet, one move a line; Markdown for people. */
public final class DrillExport {
    private DrillExport() {}

    /** One move a line, by RFC 4180. */
    public static String csv(DrillDebriefView view) {
        var lines = Stream.concat(
                Stream.of(List.of("team", "since page", "time", "kind", "by", "what")),
                view.lanes().stream()
                        .flatMap(lane -> lane.moves().stream()
                                .map(move -> List.of(
                                        lane.name(), move.minute(), move.at(), move.kind(), move.by(), move.text()))));
        return lines.map(cells -> cells.stream().map(DrillExport::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** What a spreadsheet would take for a formula is given to it as text. */
    private static String cell(String text) {
        var plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }

    public static String markdown(DrillDebriefView view) {
        var out = new StringBuilder();
        out.append("# ").append(md(view.title())).append("\n\n");
        out.append("**True cause.** ").append(md(view.cause())).append(". ").append(md(view.explanation()));
        out.append("\n");
        standings(view, out);
        for (var lane : view.lanes()) {
            out.append("\n## ")
                    .append(md(lane.name()))
                    .append(", ")
                    .append(lane.status())
                    .append("\n\n");
            for (var move : lane.moves()) {
                out.append("- ").append(move.minute()).append(" ").append(md(move.text()));
                out.append(move.by().isEmpty() ? "" : " (" + md(move.by()) + ")")
                        .append("\n");
            }
            people(lane, out);
        }
        rest(view, out);
        return out.toString();
    }

    private static void standings(DrillDebriefView view, StringBuilder out) {
        out.append("\n## Standings\n\n").append(view.standings().note()).append("\n\n");
        if (!view.standings().rows().isEmpty()) {
            out.append(
                    "| Place | Team | Mitigated after | Structure | Failed requests | Command and communication |\n");
            out.append("|---|---|---|---|---|---|\n");
        }
        for (var row : view.standings().rows()) {
            out.append("| %d | %s | %s | %d | %s | %d |%n"
                    .formatted(
                            row.place(),
                            md(row.name()),
                            row.mitigated(),
                            row.structure(),
                            row.failed(),
                            row.communication())
                    .replace("\r", ""));
        }
    }

    private static void people(DrillDebriefView.Lane lane, StringBuilder out) {
        out.append("\n| Who | Role | Questions | Actions | Updates | Hypotheses |\n|---|---|---|---|---|---|\n");
        for (var each : lane.people()) {
            out.append("| ")
                    .append(md(each.name()))
                    .append(" | ")
                    .append(each.role())
                    .append(" | ");
            out.append(each.questions()).append(" | ").append(each.actions()).append(" | ");
            out.append(each.updates()).append(" | ").append(each.hypotheses()).append(" |\n");
        }
    }

    private static void rest(DrillDebriefView view, StringBuilder out) {
        out.append("\n## Asked by some and never by others\n\n");
        for (var each : view.differences()) {
            out.append("- ").append(each.about()).append(" Asked: ").append(md(String.join(", ", each.asked())));
            out.append(". Never: ").append(md(String.join(", ", each.never()))).append(".\n");
        }
        for (var probe : view.probes()) {
            out.append("\n## Probe ").append(probe.number()).append("\n\n");
            out.append("| Team | Level | Answers | Shared | Right |\n|---|---|---|---|---|\n");
            for (var row : probe.rows()) {
                out.append("| ")
                        .append(md(row.team()))
                        .append(" | ")
                        .append(row.level())
                        .append(" | ");
                out.append(row.people()).append(" | ").append(row.shared()).append(" | ");
                out.append(row.right()).append(" |\n");
            }
        }
        out.append("\n## What people will do differently\n\n");
        for (var each : view.named()) {
            out.append("- ")
                    .append(md(each.person()))
                    .append(" (")
                    .append(md(each.team()))
                    .append("): ");
            out.append(md(each.text())).append("\n");
        }
    }

    /** People's words as plain text of Markdown. */
    private static String md(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replaceAll("\\s+", " ");
    }
}
