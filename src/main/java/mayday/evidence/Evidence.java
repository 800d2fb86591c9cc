package mayday.evidence;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Signal;

/**
 * What an answer put on the board.
 *
 * @param title short, such as {@code checkout error ratio}
 * @param source where it comes from, such as {@code Metric · eu-west}
 * @param asOf the incident time up to which it speaks
 */
public record Evidence(EvidenceId id, String title, String source, Instant asOf, Body body) {

    /** The content, by kind. */
    public sealed interface Body {

        /** As in the API: {@code chart}, {@code log}, {@code command}, {@code changes}, {@code table}, {@code trace}, {@code note}. */
        default String kind() {
            return switch (this) {
                case Chart _ -> "chart";
                case Log _ -> "log";
                case Output _ -> "command";
                case Changes _ -> "changes";
                case Table _ -> "table";
                case Trace _ -> "trace";
                case Note _ -> "note";
            };
        }
    }

    /**
     * One or more lines over time, on one scale.
     *
     * @param lines at most {@value #MOST_LINES}
     * @param threshold a line to compare with, such as an alert's; NaN for none
     */
    public record Chart(Signal.Unit unit, List<Line> lines, double threshold) implements Body {
        public static final int MOST_LINES = 6;

        public Chart {
            lines = List.copyOf(lines);
        }
    }

    /** A named line of a chart; points at most {@value #MOST_POINTS}, in order of time. */
    public record Line(String name, List<Point> points) {
        public static final int MOST_POINTS = 200;

        public Line {
            points = List.copyOf(points);
        }
    }

    /** A value at an instant. */
    public record Point(long epochSeconds, double value) {}

    /**
     * An excerpt of a log.
     *
     * @param entries in order of time, at most {@value #MOST_ENTRIES}
     * @param matching how many lines the excerpt stands for, itself included
     */
    public record Log(List<Entry> entries, long matching) implements Body {
        public static final int MOST_ENTRIES = 60;

        public Log {
            entries = List.copyOf(entries);
        }

        public record Entry(Instant at, String level, String host, String text) {}
    }

    /** What a command printed. */
    public record Output(String host, String command, List<String> lines) implements Body {
        public Output {
            lines = List.copyOf(lines);
        }
    }

    /** Changes, newest first. */
    public record Changes(List<Item> items) implements Body {
        public Changes {
            items = List.copyOf(items);
        }

        public record Item(Instant at, String kind, String service, String what, String where, String by) {}
    }

    /** Rows and columns of text. */
    public record Table(List<String> columns, List<List<String>> rows) implements Body {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** One request's way through the services, as spans. */
    public record Trace(List<Span> spans) implements Body {
        public Trace {
            spans = List.copyOf(spans);
        }

        /**
         * One piece of work.
         *
         * @param depth nesting, the request itself being 0
         * @param startMillis from the start of the request
         * @param failure why it failed; empty if it did not
         */
        public record Span(int depth, String service, String what, long startMillis, long millis, String failure) {}
    }

    /** A few sentences: a runbook, a status page, a colleague's words. */
    public record Note(List<String> paragraphs) implements Body {
        public Note {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
