package mayday.recording;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mayday.recording.Recording.Entry;

/** Reads recordings. */
public final class Recordings {
    private Recordings() {}

    /**
     * The recording that a text holds.
     *
     * @param around an instant of it, for times that do not say their year or day; empty if none is known
     * @param timeKey the column or key that has the times; empty to find it
     */
    public static Recording read(Format format, String text, Optional<Instant> around, String timeKey) throws Broken {
        try {
            return read(format, new StringReader(text), new Times(around), timeKey);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    static Recording read(Format format, Reader text, Times times, String timeKey) throws Broken, IOException {
        return switch (format) {
            case PROMETHEUS -> PrometheusReader.read(text);
            case CSV -> CsvReader.read(text, times, timeKey);
            case PLAIN, JSON_LINES, LOGFMT -> log(new TextLines(text), new LogLines(format, times, timeKey));
        };
    }

    private static Recording log(TextLines lines, LogLines reader) throws Broken, IOException {
        var entries = new ArrayList<Entry>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            switch (reader.read(line.get(), lines.number())) {
                case LogLines.Line.Blank() -> {}
                case LogLines.Line.Of(var entry) -> entries.add(entry);
                case LogLines.Line.Continued(var text) -> {
                    if (entries.isEmpty()) {
                        throw reader.withoutTime(line.get(), lines.number());
                    }
                    entries.add(continued(entries.removeLast(), text));
                }
            }
            if (entries.size() > Recording.MOST_LINES) {
                throw Broken.at(
                        lines.number(),
                        1,
                        "the log has more than %,d entries".formatted(Recording.MOST_LINES),
                        "`mayday import` keeps a fair part of it");
            }
        }
        if (entries.isEmpty()) {
            throw Broken.at(1, 1, "there is nothing in it", "");
        }
        entries.sort(Comparator.comparing(Entry::at));
        return new Recording.Log(List.copyOf(entries));
    }

    private static Entry continued(Entry entry, String text) {
        var whole = entry.text().endsWith("…")
                ? entry.text()
                : LogLines.bounded(entry.text() + "\n" + text.stripTrailing());
        return new Entry(entry.at(), entry.level(), entry.host(), whole);
    }

    /** An instant as a recording may write it, with its day; empty if it is none. */
    public static Optional<Instant> instant(String text) {
        return new Times(Optional.empty()).of(text);
    }

    /** When the first and last of it was recorded. */
    public static Recording.Span span(Recording recording) {
        var instants = switch (recording) {
            case Recording.Metrics(var series, var _) ->
                series.stream()
                        .flatMap(each -> each.samples().stream().map(Recording.Sample::at))
                        .toList();
            case Recording.Log(var entries) -> entries.stream().map(Entry::at).toList();
        };
        var span = new Recording.Span(instants.getFirst(), instants.getFirst());
        for (var at : instants) {
            span = span.with(at);
        }
        return span;
    }
}
