package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.evidence.Evidence;

/** The content of a card, laid out for its template. */
public sealed interface CardBody {

    record Chart(ChartDrawing drawing) implements CardBody {}

    /**
     * A log excerpt.
     *
     * @param more how many lines like these there are beside it
     */
    record Log(List<Line> lines, List<String> levels, long more) implements CardBody {
        public Log {
            lines = List.copyOf(lines);
            levels = List.copyOf(levels);
        }
    }

    /** A line of a log. */
    record Line(String time, String level, String host, String text) {}

    record Output(String host, String command, List<String> lines) implements CardBody {
        public Output {
            lines = List.copyOf(lines);
        }
    }

    record Changes(List<Change> changes) implements CardBody {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** A change; {@code when} is short, {@code at} exact. */
    record Change(String when, String at, String kind, String service, String what, String where, String by) {}

    record Table(List<String> columns, List<List<String>> rows) implements CardBody {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    record Trace(TraceDrawing drawing) implements CardBody {}

    record Note(List<String> paragraphs) implements CardBody {
        public Note {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    static CardBody of(Evidence evidence) {
        return switch (evidence.body()) {
            case Evidence.Chart chart -> new Chart(ChartDrawing.card(evidence.title(), chart, evidence.asOf()));
            case Evidence.Log log -> log(log);
            case Evidence.Output output -> new Output(output.host(), output.command(), output.lines());
            case Evidence.Changes changes -> changes(changes, evidence.asOf());
            case Evidence.Table table -> new Table(table.columns(), table.rows());
            case Evidence.Trace trace -> new Trace(TraceDrawing.of(trace));
            case Evidence.Note note -> new Note(note.paragraphs());
        };
    }

    private static Log log(Evidence.Log log) {
        var lines = log.entries().stream()
                .map(entry -> new Line(Format.clock(entry.at()), entry.level(), entry.host(), entry.text()))
                .toList();
        var levels = lines.stream().map(Line::level).distinct().toList();
        return new Log(lines, levels, Math.max(0, log.matching() - lines.size()));
    }

    private static Changes changes(Evidence.Changes changes, Instant asOf) {
        return new Changes(changes.items().stream()
                .map(item -> new Change(
                        Format.moment(item.at(), asOf),
                        item.at().toString(),
                        item.kind(),
                        item.service(),
                        item.what(),
                        item.where(),
                        item.by()))
                .toList());
    }
}
