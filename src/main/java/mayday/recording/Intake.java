package mayday.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.recording.Recording.Metrics;
import mayday.recording.Recording.Sample;
import mayday.recording.Recording.Series;
import mayday.recording.Recording.Span;
import tools.jackson.databind.json.JsonMapper;

/** Takes in a recording as it was exported: as much of it as a scenario can use, rid of what must not get out. */
public final class Intake {
    /** A file that is taken in has no more bytes. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    /** A log that is taken in has no more lines. */
    public static final long MOST_LINES = 1_000_000;

    /** What is written has no more bytes, as any file of a scenario. */
    public static final int MOST_WRITTEN = 1024 * 1024;

    private static final int DIGITS = 6;
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;?]{0,20}[A-Za-z]");

    /** Where the bytes of a file come from; opened more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * What is known of a file beforehand.
     *
     * @param format empty to find it out
     * @param around an instant of it, for times that do not say their year or day; empty if none is known
     * @param from nothing before it is taken
     * @param until nothing after it is taken
     * @param timeKey the column or key that has the times; empty to find it
     */
    public record Wishes(
            Optional<Format> format, Optional<Instant> around, Instant from, Instant until, String timeKey) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && !at.isAfter(until);
        }
    }

    /**
     * What was taken.
     *
     * @param format in which {@code text} is written: metrics become the JSON of Prometheus, logs stay as they were
     * @param series names of the series; none of a log
     * @param lines entries of the log that are kept; 0 of metrics
     * @param all lines or series of the file
     * @param remarks what its owner should know, in sentences
     */
    public record Taken(
            Format format, String text, Span span, List<String> series, int lines, long all, List<String> remarks) {
        public Taken {
            series = List.copyOf(series);
            remarks = List.copyOf(remarks);
        }
    }

    private final Source source;
    private final Wishes wishes;
    private final Scrubber scrubber;
    private final List<String> remarks = new ArrayList<>();

    private Intake(Source source, Wishes wishes, Scrubber scrubber) {
        this.source = source;
        this.wishes = wishes;
        this.scrubber = scrubber;
    }

    /**
     * Takes a file in.
     *
     * @param fileName from whose ending a format may be guessed
     */
    public static Taken take(String fileName, Source source, Wishes wishes, Scrubber scrubber)
            throws Broken, IOException {
        return new Intake(source, wishes, scrubber).take(fileName);
    }

    private Taken take(String fileName) throws Broken, IOException {
        Encoding encoding;
        try (var bytes = source.open()) {
            encoding = Encoding.of(bytes);
        }
        if (encoding.notUtf8() > 0) {
            remarks.add(
                    encoding.charset().name().startsWith("UTF-16")
                            ? "It is UTF-16 and was read as that; what is written is UTF-8."
                            : "Line " + encoding.notUtf8()
                                    + " is not UTF-8. The file was read as Windows-1252 (Latin-1); see that names look right.");
        }
        var format = wishes.format().isPresent() ? wishes.format().get() : Format.guess(fileName, head(encoding));
        try (var text = text(encoding)) {
            return format.isLog() ? log(format, text) : metrics(format, text);
        }
    }

    private Reader text(Encoding encoding) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(source.open(), encoding.charset()));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private String head(Encoding encoding) throws IOException {
        try (var text = text(encoding)) {
            var head = new char[Format.HEAD_CHARACTERS];
            return new String(head, 0, Math.max(0, text.read(head)));
        }
    }

    private Taken log(Format format, Reader text) throws Broken, IOException {
        var reader = new LogLines(format, new Times(wishes.around()), wishes.timeKey());
        var lines = new TextLines(text);
        var sample = new LogSample(MOST_WRITTEN - 64 * 1024);
        var span = Optional.<Span>empty();
        var isKept = false;
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            if (lines.number() > MOST_LINES) {
                throw Broken.at(
                        lines.number(),
                        1,
                        "the log has more than %,d lines".formatted(MOST_LINES),
                        "cut it first, for example with `head -n` or `grep`");
            }
            var line = plain(next.get());
            switch (reader.read(line, lines.number())) {
                case LogLines.Line.Blank() -> {}
                case LogLines.Line.Of(var entry) -> {
                    isKept = wishes.covers(entry.at());
                    span = Optional.of(
                            span.orElse(new Span(entry.at(), entry.at())).with(entry.at()));
                    if (isKept) {
                        sample.add(format == Format.JSON_LINES ? LogLines.shortened(line, entry) : line, entry.text());
                    }
                }
                case LogLines.Line.Continued(var below) -> {
                    if (span.isEmpty()) {
                        throw reader.withoutTime(line, lines.number());
                    }
                    if (isKept) {
                        sample.below(below);
                    }
                }
            }
        }
        return log(format, lines.number(), sample, span);
    }

    private Taken log(Format format, int lines, LogSample sample, Optional<Span> span) throws Broken {
        if (span.isEmpty()) {
            throw Broken.at(1, 1, "there is nothing in it", "");
        }
        var kept = sample.kept();
        if (kept.isEmpty()) {
            throw nothingBetween(span.get());
        }
        if (kept.size() < sample.all()) {
            remarks.add(
                    "Of %,d entries %,d are kept: some of each sort, and of the rest a fair part. Take less time with --from and --until to keep more of it."
                            .formatted(sample.all(), kept.size()));
        }
        var text = new StringBuilder();
        kept.forEach(entry -> text.append(scrubber.scrub(entry)).append('\n'));
        return new Taken(format, text.toString(), span.get(), List.of(), kept.size(), lines, remarks);
    }

    private Broken nothingBetween(Span span) {
        return Broken.inTime(
                1,
                1,
                "it has nothing from " + wishes.from() + " to " + wishes.until(),
                "it goes from " + span.from() + " to " + span.until());
    }

    /** A line without colours, and with a space for characters that have no place in a text. */
    private static String plain(String line) {
        var plain = line.indexOf('\u001B') < 0 ? line : COLOURS.matcher(line).replaceAll("");
        for (var i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (c != '\t' && (Character.isISOControl(c) || Character.isSurrogate(c) || c >= 0xFFFE || c == '\uFEFF')) {
                return plain.codePoints()
                        .map(each -> each != '\t' && !isText(each) ? ' ' : each)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return plain;
    }

    private static boolean isText(int c) {
        return !Character.isISOControl(c) && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
    }

    private Taken metrics(Format format, Reader text) throws Broken, IOException {
        var read = (Metrics) Recordings.read(format, text, new Times(wishes.around()), wishes.timeKey());
        var series = new ArrayList<Series>();
        for (var each : read.series()) {
            var within = each.samples().stream()
                    .filter(sample -> wishes.covers(sample.at()))
                    .toList();
            if (!within.isEmpty()) {
                series.add(new Series(scrubbed(each), within, each.all()));
            }
        }
        var span = Recordings.span(read);
        if (series.isEmpty()) {
            throw nothingBetween(span);
        }
        if (read.all() > read.series().size()) {
            remarks.add(
                    "Of %,d series the first %d that have a number are kept. Ask for fewer in the query to choose which."
                            .formatted(read.all(), read.series().size()));
        }
        var most = Recording.MOST_SAMPLES;
        var written = written(series, most);
        while (written.getBytes(StandardCharsets.UTF_8).length > MOST_WRITTEN) {
            most = most * 3 / 4;
            written = written(series, most);
        }
        var longest = read.series().stream().mapToInt(Series::all).max().orElse(0);
        if (longest > most) {
            remarks.add("A series has up to %,d samples; neighbours were averaged, and at most %,d of each are kept."
                    .formatted(longest, most));
        }
        return new Taken(
                Format.PROMETHEUS,
                written,
                span,
                List.copyOf(SeriesNames.of(series, List.of()).keySet()),
                0,
                read.all(),
                remarks);
    }

    private Map<String, String> scrubbed(Series series) {
        var labels = new LinkedHashMap<String, String>();
        series.labels().forEach((label, value) -> labels.put(scrubber.scrub(label), plain(scrubber.scrub(value))));
        return labels;
    }

    /** As Prometheus would have answered, a series on a line. */
    private static String written(List<Series> series, int most) {
        var text = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[\n");
        for (var i = 0; i < series.size(); i++) {
            text.append("{\"metric\":")
                    .append(JsonMapper.shared().writeValueAsString(series.get(i).labels()))
                    .append(",\"values\":[");
            var samples = Points.thinned(series.get(i).samples(), most);
            for (var j = 0; j < samples.size(); j++) {
                text.append(j == 0 ? "" : ",").append(written(samples.get(j)));
            }
            text.append("]}").append(i + 1 < series.size() ? ",\n" : "\n");
        }
        return text.append("]}}\n").toString();
    }

    private static String written(Sample sample) {
        var seconds = BigDecimal.valueOf(sample.at().toEpochMilli(), 3)
                .stripTrailingZeros()
                .toPlainString();
        var value = new BigDecimal(sample.value()).round(new MathContext(DIGITS));
        return "[" + seconds + ",\""
                + (value.signum() == 0 ? "0" : value.stripTrailingZeros().toString()) + "\"]";
    }
}
