package mayday.web.view;

import java.util.List;
import mayday.evidence.Evidence;

/** A trace as a waterfall. */
public record TraceDrawing(long totalMillis, List<Row> rows) {
    private static final int DEEPEST_INDENT = 6;

    public TraceDrawing {
        rows = List.copyOf(rows);
    }

    /**
     * A span and its bar.
     *
     * @param depth nesting, the request itself being 0; at most 6
     * @param failure why it failed; empty if it did not
     * @param x where the bar begins, in per cent of the whole
     * @param width in per cent of the whole, visible however short
     */
    public record Row(int depth, String service, String what, long millis, String failure, String x, String width) {}

    public static TraceDrawing of(Evidence.Trace trace) {
        var total = trace.spans().stream()
                .mapToLong(span -> span.startMillis() + span.millis())
                .max()
                .orElse(1);
        var whole = (double) Math.max(1, total);
        return new TraceDrawing(
                total,
                trace.spans().stream()
                        .map(span -> new Row(
                                Math.min(DEEPEST_INDENT, span.depth()),
                                span.service(),
                                span.what(),
                                span.millis(),
                                span.failure(),
                                Format.point(100 * (double) span.startMillis() / whole),
                                Format.point(Math.max(0.6, 100 * (double) span.millis() / whole))))
                        .toList());
    }
}
