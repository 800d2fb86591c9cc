package mayday.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file of a real incident holds, on the clock of that incident. */
public sealed interface Recording {
    /** Series that are kept of a file; the others are counted. */
    int MOST_SERIES = 20;

    /** Samples that are kept of a series; where there are more, neighbours are averaged. */
    int MOST_SAMPLES = 5_000;

    /** Lines that are kept of a log. */
    int MOST_LINES = 10_000;

    /** Characters that are kept of an entry of a log, with the lines that belong to it. */
    int MOST_ENTRY_CHARACTERS = 1_000;

    /**
     * Quantities over time.
     *
     * @param series at least one, at most {@link #MOST_SERIES}, each with a sample
     * @param all how many series the file has, those that are not kept included
     */
    record Metrics(List<Series> series, int all) implements Recording {
        public Metrics {
            series = List.copyOf(series);
        }
    }

    /**
     * One quantity over time.
     *
     * @param labels in the order of the file; the column's name stands under {@code column} in a CSV file
     * @param samples in order of time, at most {@link #MOST_SAMPLES}
     * @param all how many samples the file has of it
     */
    record Series(Map<String, String> labels, List<Sample> samples, int all) {
        public Series {
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
            samples = List.copyOf(samples);
        }
    }

    /** A finite value at an instant. */
    record Sample(Instant at, double value) {}

    /** What was logged, at least one entry, in order of time. */
    record Log(List<Entry> entries) implements Recording {
        public Log {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry of a log.
     *
     * @param level {@code ERROR}, {@code WARN} or {@code INFO}
     * @param host who wrote it; empty if the line does not say
     * @param text its message, and what stands below it without a time of its own
     */
    record Entry(Instant at, String level, String host, String text) {}

    /** The first and the last instant. */
    record Span(Instant from, Instant until) {
        public Duration length() {
            return Duration.between(from, until);
        }

        Span with(Instant at) {
            return new Span(at.isBefore(from) ? at : from, at.isAfter(until) ? at : until);
        }
    }
}
