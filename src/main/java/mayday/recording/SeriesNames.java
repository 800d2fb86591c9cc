package mayday.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mayday.recording.Recording.Series;

/** What series are called on a chart: by the labels in which they differ, or those that somebody chose. */
public final class SeriesNames {
    /** The label in which Prometheus has the name of the metric. */
    private static final String METRIC = "__name__";

    private SeriesNames() {}

    /**
     * The series by name, in their order.
     *
     * @param labels whose values make the name; empty to take those in which the series differ
     */
    public static Map<String, Series> of(List<Series> series, List<String> labels) {
        var telling = labels.isEmpty() ? telling(series) : labels;
        var named = new LinkedHashMap<String, Series>();
        for (var each : series) {
            var name = telling.stream()
                    .flatMap(label -> Optional.ofNullable(each.labels().get(label)).stream())
                    .filter(value -> !value.isBlank())
                    .collect(Collectors.joining(", "));
            var base = name.isEmpty() ? "series" : name;
            var unique = base;
            for (var number = 2; named.containsKey(unique); number++) {
                unique = base + " (" + number + ")";
            }
            named.put(unique, each);
        }
        return named;
    }

    private static List<String> telling(List<Series> series) {
        var labels = new TreeSet<String>();
        series.forEach(each -> labels.addAll(each.labels().keySet()));
        var telling = labels.stream()
                .filter(label -> series.stream()
                                .map(each -> each.labels().getOrDefault(label, ""))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        return telling.isEmpty() ? List.of(CsvReader.COLUMN, METRIC) : telling;
    }
}
