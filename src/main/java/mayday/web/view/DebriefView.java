package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Elapsed;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Phase;
import mayday.scenario.Words;

/**
 * The debrief of an ended incident, ready for its template.
 *
 * @param mode {@code practice} or {@code live}
 * @param statement the learner's closing words; empty if the time ran out
 */
public record DebriefView(
        String id,
        String scenario,
        String title,
        String mode,
        Instant openedAt,
        String statement,
        Truth truth,
        int score,
        List<Part> parts,
        Times times,
        List<Cost> costs,
        String slo,
        SliDrawing sli,
        List<Row> rows) {
    public DebriefView {
        parts = List.copyOf(parts);
        costs = List.copyOf(costs);
        rows = List.copyOf(rows);
    }

    /** The true cause. */
    public record Truth(String title, String explanation, String faultClass, String target, String began) {}

    /**
     * A scored part.
     *
     * @param weightPercent of all parts together
     */
    public record Part(String title, int score, int weightPercent, List<Finding> findings) {
        public Part {
            findings = List.copyOf(findings);
        }
    }

    /** A reason, with the rows of the timeline that it rests on. */
    public record Finding(String text, int points, String better, List<Row> rows) {
        public Finding {
            rows = List.copyOf(rows);
        }
    }

    /** When what was reached, {@code 17:50} or {@code never}. */
    public record Times(String acknowledge, String detect, String mitigate) {}

    /** What it cost, and what doing nothing would have cost. */
    public record Cost(String what, String actual, String doNothing) {}

    /**
     * An entry of the timeline.
     *
     * @param sign as on the chart; empty if it is not on it
     */
    public record Row(long sequence, String time, String sign, String kind, String text, String detail) {

        /** How a finding refers to it. */
        public String name() {
            return sign.isEmpty() ? time.substring(0, 5) : sign;
        }
    }

    public static DebriefView of(IncidentId id, Incident incident, Debrief debrief) {
        var sli = SliDrawing.of(incident, debrief.curves());
        var rows = debrief.timeline().stream().map(entry -> row(entry, sli)).toList();
        return new DebriefView(
                id.value(),
                incident.scenario().id().value(),
                incident.scenario().title(),
                Words.kebab(incident.opened().mode()),
                incident.opened().wallClock(),
                incident.phase() instanceof Phase.Closed closed ? closed.statement() : "",
                truth(debrief.truth()),
                debrief.structure().score(),
                parts(debrief.structure().parts(), rows),
                new Times(
                        length(debrief.time().acknowledge()),
                        length(debrief.time().detect()),
                        length(debrief.time().mitigate())),
                costs(debrief.impact()),
                debrief.impact().sloTitle(),
                sli,
                rows);
    }

    private static Row row(Debrief.Entry entry, SliDrawing sli) {
        return new Row(
                entry.sequence(),
                Format.clock(entry.at()),
                sli.sign(entry.sequence()),
                entry.kind(),
                entry.text(),
                entry.detail());
    }

    private static Truth truth(Debrief.Truth truth) {
        return new Truth(
                truth.title(),
                truth.explanation(),
                truth.faultClass().replace('-', ' '),
                truth.target(),
                Format.clock(truth.beganAt()));
    }

    private static List<Part> parts(List<Debrief.Part> parts, List<Row> rows) {
        var weights = Math.max(1, parts.stream().mapToInt(Debrief.Part::weight).sum());
        return parts.stream()
                .map(part -> new Part(
                        part.title(),
                        part.score(),
                        100 * part.weight() / weights,
                        part.findings().stream()
                                .map(finding -> finding(finding, rows))
                                .toList()))
                .toList();
    }

    private static Finding finding(Debrief.Finding finding, List<Row> rows) {
        return new Finding(
                finding.text(),
                finding.points(),
                finding.better(),
                rows.stream()
                        .filter(row -> finding.moves().contains(row.sequence()))
                        .toList());
    }

    private static List<Cost> costs(Debrief.Impact impact) {
        var actual = impact.actual();
        var nothing = impact.doNothing();
        var costs = new ArrayList<Cost>();
        costs.add(new Cost(
                "Failed requests", Format.count(actual.failedRequests()), Format.count(nothing.failedRequests())));
        costs.add(new Cost(
                "Error budget burned", Format.percent(actual.budgetBurned()), Format.percent(nothing.budgetBurned())));
        impact.others()
                .forEach(each ->
                        costs.add(new Cost(each.title(), Format.count(each.actual()), Format.count(each.doNothing()))));
        return costs;
    }

    private static String length(Elapsed elapsed) {
        return switch (elapsed) {
            case Elapsed.After(var length) -> Format.length(length);
            case Elapsed.Never() -> "never";
        };
    }
}
