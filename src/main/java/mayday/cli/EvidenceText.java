package mayday.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.evidence.Evidence;
import mayday.evidence.Evidence.Changes;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Log;
import mayday.evidence.Evidence.Note;
import mayday.evidence.Evidence.Output;
import mayday.evidence.Evidence.Table;
import mayday.evidence.Evidence.Trace;
import mayday.web.view.Format;

/** Writes a piece of evidence as lines of text. */
final class EvidenceText {
    private static final String BODY = " ".repeat(4);

    private EvidenceText() {}

    static List<String> lines(Evidence evidence) {
        return lines(evidence, 0);
    }

    /** @param width how many characters a chart has room for; 0 for as many as it likes. Logs and tables are left as they are */
    static List<String> lines(Evidence evidence, int width) {
        var lines = new ArrayList<String>();
        lines.add(evidence.id() + "  " + evidence.title() + "  (" + evidence.source() + ", as of "
                + Format.clock(evidence.asOf()) + ")");
        body(evidence, Math.max(0, width - BODY.length())).forEach(line -> lines.add(BODY + line));
        return lines;
    }

    private static List<String> body(Evidence evidence, int width) {
        return switch (evidence.body()) {
            case Chart chart -> TextChart.draw(chart, width);
            case Log log -> log(log);
            case Output output -> output(output);
            case Changes changes ->
                columns(
                        List.of("when", "kind", "service", "what", "where", "by"),
                        changes.items().stream()
                                .map(item -> List.of(
                                        Format.moment(item.at(), evidence.asOf()),
                                        item.kind(),
                                        item.service(),
                                        item.what(),
                                        item.where(),
                                        item.by()))
                                .toList());
            case Table table -> columns(table.columns(), table.rows());
            case Trace trace ->
                trace.spans().stream()
                        .map(span -> String.format(
                                Locale.ROOT,
                                "%s%s %s  +%d ms  %d ms  %s",
                                "  ".repeat(span.depth()),
                                span.service(),
                                span.what(),
                                span.startMillis(),
                                span.millis(),
                                span.failure()))
                        .toList();
            case Note note -> note.paragraphs();
        };
    }

    private static List<String> log(Log log) {
        var lines = new ArrayList<String>();
        for (var entry : log.entries()) {
            var text = Format.clock(entry.at()) + " " + entry.level() + " " + entry.host() + " " + entry.text();
            text.lines().forEach(lines::add);
        }
        var more = log.matching() - log.entries().size();
        if (more > 0) {
            lines.add(String.format(Locale.ROOT, "… %,d more lines like these", more));
        }
        return lines;
    }

    private static List<String> output(Output output) {
        var lines = new ArrayList<String>();
        lines.add(output.host() + " $ " + output.command());
        lines.addAll(output.lines());
        return lines;
    }

    /** Rows under their headings, each column as wide as its widest cell. */
    static List<String> columns(List<String> headings, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(headings);
        all.addAll(rows);
        var lines = new ArrayList<String>();
        for (var row : all) {
            var line = new StringBuilder();
            for (var column = 0; column < row.size(); column++) {
                var at = column;
                var width = all.stream()
                        .filter(each -> each.size() > at)
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
