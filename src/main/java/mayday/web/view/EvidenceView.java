package mayday.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mayday.evidence.Evidence;
import mayday.incident.Card;
import mayday.scenario.Words;

/** A piece of revealed evidence, as the API sends it. */
public record EvidenceView(
        String id, String kind, String title, String source, Instant asOf, boolean pinned, Object body) {

    public static EvidenceView of(Card card) {
        var evidence = card.evidence();
        return new EvidenceView(
                evidence.id().value(),
                evidence.body().kind(),
                evidence.title(),
                evidence.source(),
                evidence.asOf(),
                card.pinned(),
                body(evidence.body()));
    }

    private static Object body(Evidence.Body body) {
        return switch (body) {
            case Evidence.Chart chart -> chart(chart);
            case Evidence.Log log -> log;
            case Evidence.Output output -> output;
            case Evidence.Changes changes -> changes;
            case Evidence.Table table -> table;
            case Evidence.Trace trace -> trace;
            case Evidence.Note note -> note;
        };
    }

    private record Line(String name, List<List<Number>> points) {}

    private static Map<String, Object> chart(Evidence.Chart chart) {
        var body = new TreeMap<String, Object>();
        body.put("unit", Words.kebab(chart.unit()));
        if (!Double.isNaN(chart.threshold())) {
            body.put("threshold", chart.threshold());
        }
        body.put("series", chart.lines().stream().map(EvidenceView::line).toList());
        return body;
    }

    private static Line line(Evidence.Line line) {
        return new Line(
                line.name(),
                line.points().stream()
                        .map(point -> List.<Number>of(point.epochSeconds(), point.value()))
                        .toList());
    }
}
