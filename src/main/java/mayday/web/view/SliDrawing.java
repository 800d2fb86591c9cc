package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.evidence.Evidence;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.scenario.Signal;
import mayday.simulation.Series;

/** The SLI as it went, and as it would have gone without any move, with the moves on it. */
public record SliDrawing(ChartDrawing chart, List<Mark> marks) {
    private static final int MOST_POINTS = 400;
    private static final int ROWS = 3;
    private static final int SIGN_WIDTH = 18;

    public SliDrawing {
        marks = List.copyOf(marks);
    }

    /**
     * A move.
     *
     * @param row 0 to 2: signs that lie close together stand below each other
     * @param sign {@code P} page, {@code A} acknowledged, a number for a question, its id for an action, and so on
     * @param look {@code act} for changes to the system, {@code good} for the end of impact; else empty
     */
    public record Mark(long sequence, long at, String x, int row, String sign, String look, String text) {}

    private record Signed(long sequence, Instant at, String sign, String look, String text) {}

    static SliDrawing of(Incident incident, Debrief debrief) {
        var curves = debrief.curves();
        var actual = line("as it went", curves.actual());
        var until = Instant.ofEpochSecond(actual.points().getLast().epochSeconds());
        var lines = new ArrayList<>(List.of(actual, line("without any move", curves.doNothing())));
        debrief.par().ifPresent(par -> lines.add(upTo(until, line("the expert", par.sli()))));
        var chart = ChartDrawing.wide(curves.title(), Signal.Unit.RATIO, lines, curves.threshold(), until);
        return new SliDrawing(chart, marks(signed(incident), lines, until));
    }

    /** The sign of an event; empty if it is not on the chart. */
    String sign(long sequence) {
        return marks.stream()
                .filter(mark -> mark.sequence() == sequence)
                .map(Mark::sign)
                .findFirst()
                .orElse("");
    }

    /** A curve as the API sends it. */
    static List<List<Number>> points(Series series) {
        return line("", series).points().stream()
                .map(point -> List.<Number>of(point.epochSeconds(), point.value()))
                .toList();
    }

    private static Evidence.Line upTo(Instant until, Evidence.Line line) {
        return new Evidence.Line(
                line.name(),
                line.points().stream()
                        .filter(point -> point.epochSeconds() <= until.getEpochSecond())
                        .toList());
    }

    static Evidence.Line line(String name, Series series) {
        var stride = Math.max(1, (series.size() + MOST_POINTS - 1) / MOST_POINTS);
        var points = new ArrayList<Evidence.Point>();
        for (var index = 0; index < series.size(); index += stride) {
            points.add(new Evidence.Point(series.timeOf(index).getEpochSecond(), series.value(index)));
        }
        return new Evidence.Line(name, points);
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
                        each.sequence(),
                        each.at().getEpochSecond(),
                        Format.point(x),
                        row,
                        each.sign(),
                        each.look(),
                        each.text()));
            }
        }
        return marks;
    }

    private static List<Signed> signed(Incident incident) {
        var signed = new ArrayList<Signed>();
        var questions = 0;
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.QuestionAsked asked) {
                questions++;
                signed.add(
                        new Signed(recorded.sequence(), recorded.at(), Integer.toString(questions), "", asked.words()));
            } else {
                sign(incident, recorded, signed);
            }
        }
        return signed;
    }

    private static void sign(Incident incident, Recorded recorded, List<Signed> signed) {
        var at = recorded.at();
        var sequence = recorded.sequence();
        switch (recorded.event()) {
            case Event.AlertFired fired -> {
                if (fired.alert().equals(incident.scenario().page().id())) {
                    signed.add(new Signed(sequence, at, "P", "", fired.text()));
                }
            }
            case Event.Acknowledged _ -> signed.add(new Signed(sequence, at, "A", "", "acknowledged"));
            case Event.ActionStarted started ->
                signed.add(new Signed(sequence, at, started.id().value(), "act", Reports.title(started.action())));
            case Event.UpdatePosted _ -> signed.add(new Signed(sequence, at, "U", "", "update"));
            case Event.MessageAnswered answered -> {
                if (answered.way() == Event.MessageAnswered.Way.REPLY) {
                    signed.add(new Signed(sequence, at, "R", "", "reply"));
                }
            }
            case Event.Escalated _ -> signed.add(new Signed(sequence, at, "E", "", "escalation"));
            case Event.ApprovalRequested asked ->
                signed.add(new Signed(sequence, at, "?", "", "approval asked: " + Reports.title(asked.action())));
            case Event.ImpactEnded ended ->
                signed.add(new Signed(sequence, ended.since(), "M", "good", "customer impact ended"));
            case Event.IncidentOpened _,
                    Event.QuestionAsked _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
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
                    Event.ApprovalGiven _,
                    Event.ApprovalRefused _,
                    Event.PersonWrote _,
                    Event.PersonReminded _,
                    Event.AnswerOverdue _,
                    Event.ClaimsJudged _,
                    Event.AccessLost _,
                    Event.AccessRegained _,
                    Event.LookupFailed _,
                    Event.FallbackTaken _,
                    Event.Waited _,
                    Event.HintTaken _,
                    Event.CoachSpoke _,
                    Event.ImpactReturned _,
                    Event.Facilitated _,
                    Event.Staged _,
                    Event.RoleHandedOver _,
                    Event.IncidentClosed _,
                    Event.TimeRanOut _ -> {
                // Not on the chart.
            }
        }
    }
}
