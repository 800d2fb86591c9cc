package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Debrief;
import mayday.evidence.Evidence;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Reports;
import mayday.scenario.Signal;
import mayday.scenario.Words;
import mayday.simulation.Series;

/**
 * The debrief of an ended incident, ready for its template.
 *
 * @param statement the learner's closing words; empty if the time ran out
 * @param sli the SLI as it went, and as it would have gone without any move
 * @param marks the moves on it
 */
public record DebriefView(
        String id,
        String scenario,
        String title,
        String mode,
        Instant openedAt,
        boolean timedOut,
        String statement,
        Debrief debrief,
        ChartDrawing sli,
        List<Mark> marks,
        List<Row> rows) {
    private static final int MOST_POINTS = 400;
    private static final int ROWS = 3;
    private static final int SIGN_WIDTH = 18;

    public DebriefView {
        marks = List.copyOf(marks);
        rows = List.copyOf(rows);
    }

    /**
     * A move on the chart.
     *
     * @param row 0 to 2: signs that lie close together stand above each other
     * @param sign one or two characters: {@code P} page, {@code A} acknowledged, numbers for questions, and so on
     * @param look {@code act} for changes to the system, {@code good} for the end of impact; else empty
     */
    public record Mark(long at, String x, int row, String sign, String look, String text) {}

    /** An entry of the timeline, with its sign on the chart; the sign may be empty. */
    public record Row(Debrief.Entry entry, String sign) {}

    private record Signed(long sequence, Instant at, String sign, String look, String text) {}

    public static DebriefView of(IncidentId id, Incident incident, Debrief debrief) {
        var signed = signed(incident);
        var lines = List.of(
                line("as it went", debrief.curves().actual()),
                line("without any move", debrief.curves().doNothing()));
        var until = Instant.ofEpochSecond(lines.getFirst().points().getLast().epochSeconds());
        return new DebriefView(
                id.value(),
                incident.scenario().id().value(),
                incident.scenario().title(),
                Words.kebab(incident.opened().mode()),
                incident.opened().wallClock(),
                incident.status().equals("timed-out"),
                statement(incident),
                debrief,
                ChartDrawing.wide(
                        debrief.curves().title(),
                        Signal.Unit.RATIO,
                        lines,
                        debrief.curves().threshold(),
                        until),
                marks(signed, lines, until),
                debrief.timeline().stream()
                        .map(entry -> new Row(entry, sign(signed, entry.sequence())))
                        .toList());
    }

    private static List<Mark> marks(List<Signed> signed, List<Evidence.Line> lines, Instant until) {
        var marks = new ArrayList<Mark>();
        var free = new double[ROWS];
        for (var each : signed) {
            if (!each.at().isAfter(until)) {
                var x = ChartDrawing.wideX(lines, until, each.at());
                var row = 0;
                while (row < ROWS - 1 && x < free[row]) {
                    row++;
                }
                free[row] = x + SIGN_WIDTH;
                marks.add(new Mark(
                        each.at().getEpochSecond(), Format.point(x), row, each.sign(), each.look(), each.text()));
            }
        }
        return marks;
    }

    private static String sign(List<Signed> signed, long sequence) {
        return signed.stream()
                .filter(each -> each.sequence() == sequence)
                .map(Signed::sign)
                .findFirst()
                .orElse("");
    }

    private static String statement(Incident incident) {
        return incident.phase() instanceof mayday.incident.Phase.Closed closed ? closed.statement() : "";
    }

    private static List<Signed> signed(Incident incident) {
        var signed = new ArrayList<Signed>();
        var questions = 0;
        for (var recorded : incident.history()) {
            var at = recorded.at();
            var sequence = recorded.sequence();
            switch (recorded.event()) {
                case Event.AlertFired fired -> {
                    if (fired.alert().equals(incident.scenario().page().id())) {
                        signed.add(new Signed(sequence, at, "P", "", fired.text()));
                    }
                }
                case Event.Acknowledged _ -> signed.add(new Signed(sequence, at, "A", "", "acknowledged"));
                case Event.QuestionAsked asked -> {
                    questions++;
                    signed.add(new Signed(sequence, at, Integer.toString(questions), "", asked.words()));
                }
                case Event.ActionStarted started ->
                    signed.add(new Signed(
                            sequence,
                            at,
                            started.action().kind().title().substring(0, 1),
                            "act",
                            Reports.title(started.action())));
                case Event.UpdatePosted _ -> signed.add(new Signed(sequence, at, "U", "", "update"));
                case Event.Escalated _ -> signed.add(new Signed(sequence, at, "E", "", "escalation"));
                case Event.ImpactEnded ended ->
                    signed.add(new Signed(sequence, ended.since(), "M", "good", "customer impact ended"));
                case Event.IncidentOpened _,
                        Event.CauseAdvanced _,
                        Event.QuestionAnswered _,
                        Event.HypothesisStated _,
                        Event.HypothesisRevised _,
                        Event.HypothesisJudged _,
                        Event.EvidenceLinked _,
                        Event.EvidencePinned _,
                        Event.ActionCompleted _,
                        Event.ActionCancelled _,
                        Event.SeverityDeclared _,
                        Event.ReplyReceived _,
                        Event.MessageReceived _,
                        Event.Waited _,
                        Event.ImpactReturned _,
                        Event.IncidentClosed _,
                        Event.TimeRanOut _ -> {}
            }
        }
        return signed;
    }

    private static Evidence.Line line(String name, Series series) {
        var stride = Math.max(1, (series.size() + MOST_POINTS - 1) / MOST_POINTS);
        var points = new ArrayList<Evidence.Point>();
        for (var index = 0; index < series.size(); index += stride) {
            points.add(new Evidence.Point(series.timeOf(index).getEpochSecond(), series.value(index)));
        }
        return new Evidence.Line(name, points);
    }

    static List<List<Number>> points(Series series) {
        return line("", series).points().stream()
                .map(point -> List.<Number>of(point.epochSeconds(), point.value()))
                .toList();
    }

    /** {@code 17:50} or {@code never}. */
    public static String length(Debrief.Elapsed elapsed) {
        return seconds(elapsed).map(Format::length).orElse("never");
    }

    static Optional<Long> seconds(Debrief.Elapsed elapsed) {
        return switch (elapsed) {
            case Debrief.Elapsed.After(Duration length) -> Optional.of(length.toSeconds());
            case Debrief.Elapsed.Never() -> Optional.empty();
        };
    }

    /** The rows on which a finding rests, by their signs or times. */
    public List<Row> restingOn(Debrief.Finding finding) {
        return rows.stream()
                .filter(row -> finding.moves().contains(row.entry().sequence()))
                .toList();
    }
}
