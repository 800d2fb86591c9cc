package mayday.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.recording.Recording.Metrics;
import mayday.recording.Recording.Series;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads columns of numbers under a header. One column is the time; each other one is a series, or, where there are the columns
 * {@code series} and {@code value} beside it, each name in the former. Separated by commas, semicolons or tabs, as the header has it.
 */
final class CsvReader {
    /** The label under which a column's name stands. */
    static final String COLUMN = "column";

    private static final Set<String> TIMES =
            Set.of("time", "timestamp", "ts", "date", "datetime", "_time", "@timestamp", "at");
    private static final Set<String> NAMES = Set.of("series", "metric", "name");
    private static final Pattern NOTHING = Pattern.compile("|-|null|undefined|nan|n/a|none", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
    private static final int MOST_HEADER_CHARACTERS = 64 * 1024;

    private final Times times;
    private final char separator;
    private final Map<String, Points> points = new LinkedHashMap<>();
    private final Set<String> others = new HashSet<>();
    private List<String> header = List.of();
    private int time;
    private int name = -1;
    private int value = -1;

    private CsvReader(Times times, char separator) {
        this.times = times;
        this.separator = separator;
    }

    /** @param timeColumn the name of the column with the times; empty to find it */
    static Metrics read(Reader text, Times times, String timeColumn) throws Broken, IOException {
        var buffered = text instanceof BufferedReader already ? already : new BufferedReader(text);
        return new CsvReader(times, separator(buffered)).metrics(buffered, timeColumn);
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(MOST_HEADER_CHARACTERS);
        var head = new char[4_096];
        var read = Math.max(0, text.read(head));
        text.reset();
        var line = new String(head, 0, read).lines().findFirst().orElse("");
        var commas = line.chars().filter(c -> c == ',').count();
        if (line.indexOf('\t') >= 0 && commas == 0) {
            return '\t';
        }
        return line.chars().filter(c -> c == ';').count() > commas ? ';' : ',';
    }

    private Metrics metrics(Reader text, String timeColumn) throws Broken {
        var reader = CsvMapper.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .enable(CsvReadFeature.TRIM_SPACES)
                .enable(CsvReadFeature.SKIP_EMPTY_LINES)
                .build()
                .readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        try (MappingIterator<String[]> rows = reader.readValues(text)) {
            if (!rows.hasNextValue()) {
                throw Broken.at(1, 1, "there is nothing in it", "");
            }
            header(List.of(rows.nextValue()), timeColumn);
            while (rows.hasNextValue()) {
                // The parser still stands behind the row before.
                var line = rows.parser().currentTokenLocation().getLineNr() + 1;
                row(rows.nextValue(), line);
            }
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw Broken.at(
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    "this is no CSV: " + PrometheusReader.firstLine(broken.getOriginalMessage()),
                    "see that every quote that is opened is closed");
        }
        return kept();
    }

    private Metrics kept() throws Broken {
        var series = new ArrayList<Series>();
        points.forEach((column, read) -> {
            if (read.all() > 0) {
                series.add(new Series(Map.of(COLUMN, column), read.samples(Recording.MOST_SAMPLES), read.all()));
            }
        });
        if (series.isEmpty()) {
            throw Broken.at(
                    2,
                    1,
                    "below the header there are no numbers",
                    "see that the first line has the names of the columns");
        }
        return new Metrics(series, series.size() + others.size());
    }

    private void header(List<String> columns, String timeColumn) throws Broken {
        header = columns;
        time = timeColumn.isEmpty() ? among(TIMES) : columns.indexOf(timeColumn);
        if (time < 0 && !timeColumn.isEmpty()) {
            throw Broken.inTime(
                    1, 1, "there is no column `" + timeColumn + "`", "the columns are " + String.join(", ", columns));
        }
        time = Math.max(0, time);
        if (columns.size() < 2) {
            throw Broken.at(
                    1, 1, "there is one column only", "separate the time and the values by commas, semicolons or tabs");
        }
        if (columns.size() == 3 && among(NAMES) >= 0 && among(Set.of("value")) >= 0) {
            name = among(NAMES);
            value = among(Set.of("value"));
            return;
        }
        for (var i = 0; i < columns.size(); i++) {
            if (i != time) {
                points(columns.get(i).isEmpty() ? "column " + (i + 1) : columns.get(i));
            }
        }
    }

    private int among(Set<String> names) {
        for (var i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /** The points of a series, if it is one of those that are kept. */
    private List<Points> points(String series) {
        if (!points.containsKey(series) && points.size() >= Recording.MOST_SERIES) {
            others.add(series);
            return List.of();
        }
        return List.of(points.computeIfAbsent(series, _ -> new Points()));
    }

    private void row(String[] cells, int line) throws Broken {
        if (cells.length == 1 && cells[0].isBlank()) {
            return;
        }
        if (cells.length != header.size()) {
            throw Broken.at(
                    line,
                    1,
                    "this row has %d cells, the header %d".formatted(cells.length, header.size()),
                    "put a cell that has the separator in it between quotes");
        }
        var at = times.of(cells[time])
                .orElseThrow(() -> Broken.inTime(
                        line,
                        1,
                        "`" + cells[time] + "` is no time",
                        "write it like 2024-05-01T12:00:00Z, or as seconds since 1970"));
        if (value >= 0) {
            for (var each : points(cells[name])) {
                each.add(at, number(cells[value], line));
            }
            return;
        }
        for (var i = 0; i < cells.length; i++) {
            if (i != time) {
                var cell = cells[i];
                for (var each : points(header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i))) {
                    each.add(at, number(cell, line));
                }
            }
        }
    }

    /** A cell's number, its per cent sign left out; an empty cell is a gap. */
    private double number(String cell, int line) throws Broken {
        var plain = cell.strip();
        if (NOTHING.matcher(plain).matches()) {
            return Double.NaN;
        }
        var bare = plain.endsWith("%") ? plain.substring(0, plain.length() - 1).strip() : plain;
        var dotted = separator == ';' ? bare.replace(',', '.') : bare;
        if (!NUMBER.matcher(dotted).matches()) {
            throw Broken.at(
                    line, 1, "`" + cell + "` is no number", "leave the unit out of the cells, and say it with `unit`");
        }
        return Double.parseDouble(dotted);
    }
}
