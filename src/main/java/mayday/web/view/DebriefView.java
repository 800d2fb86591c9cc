package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.debrief.Debrief;
import mayday.debrief.Par;
import mayday.incident.Forks;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Phase;
import mayday.scenario.Words;

/**
 * The debrief of an ended incident, ready for its template.
 *
 * @param mode {@code practice} or {@code live}
 * @param statement the learner's closing words; empty if the time ran out
 * @param unknown how many bits there were to find out
 * @param hints whether hints could be taken
 * @param lastMinute the last whole minute after the page at which somebody else could have taken over
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
        List<TimeAgainstPar> times,
        List<Cost> costs,
        String slo,
        SliDrawing sli,
        String unknown,
        List<Row> rows,
        List<ConfidenceDrawing> confidence,
        List<ExpertView> expert,
        HelpTaken help,
        boolean hints,
        int lastMinute) {
    public DebriefView {
        times = List.copyOf(times);
        confidence = List.copyOf(confidence);
        expert = List.copyOf(expert);
        parts = List.copyOf(parts);
        costs = List.copyOf(costs);
        rows = List.copyOf(rows);
    }

    /** The true cause. */
    public record Truth(String title, String explanation, String faultClass, String target, String began) {}

    /**
     * A scored part.
     *
     * @param par the expert's score; 0 if it is not known
     */
    public record Part(String title, int score, int par, List<Finding> findings) {
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

    /** What it cost, what it cost the expert, if that is known, and what doing nothing would have cost. */
    public record Cost(String what, String actual, String par, String doNothing) {}

    /**
     * An entry of the timeline.
     *
     * @param anchor its place on the page: {@code m} and its number in the transcript
     * @param turn its place in the conversation; empty if it has none
     * @param sign as on the chart; empty if it is not on it
     * @param told what the answer told about the cause
     * @param isMove whether somebody made a move there, before which the incident can be forked
     */
    public record Row(
            String anchor,
            String turn,
            String time,
            String sign,
            String kind,
            String text,
            String detail,
            Told told,
            boolean isMove) {

        /** How a finding refers to it: by its sign on the chart, or by its minute, with the hypothesis that it is about. */
        public String name() {
            var minute = time.substring(0, 5);
            var hypothesis = HYPOTHESIS.matcher(text);
            return !sign.isEmpty() ? sign : hypothesis.lookingAt() ? hypothesis.group(1) + " " + minute : minute;
        }

        /** The first of those that go by the same name: they stand close together. */
        static List<Row> named(Stream<Row> rows) {
            var named = new LinkedHashMap<String, Row>();
            rows.forEach(row -> named.putIfAbsent(row.name(), row));
            return List.copyOf(named.values());
        }

        private static final Pattern HYPOTHESIS = Pattern.compile("(H\\d+) ");
    }

    /**
     * What an answer told about the cause; of other moves nothing.
     *
     * @param bits such as {@code 0.9}; empty if it is no answer
     * @param percent of all that there was to find out, 0 to 100
     * @param left what was still unknown
     * @param ruledOut causes that the answer struck out
     * @param best the question that would have told most per minute, if another one would; empty if none
     * @param bestBits what that one would have told
     * @param bestRulesOut causes that it would have struck out
     * @param wasBest whether no other question would have told noticeably more
     */
    public record Told(
            String bits,
            int percent,
            String left,
            List<String> ruledOut,
            String best,
            String bestBits,
            List<String> bestRulesOut,
            boolean wasBest) {
        static final Told NOTHING = new Told("", 0, "", List.of(), "", "", List.of(), false);

        public Told {
            ruledOut = List.copyOf(ruledOut);
            bestRulesOut = List.copyOf(bestRulesOut);
        }

        static Told of(Debrief.Told told, double unknown) {
            var better = told.isBetterKnown();
            return new Told(
                    bits(told.bits()),
                    (int) Math.round(100 * Math.clamp(told.bits() / Math.max(unknown, LEAST), 0, 1)),
                    bits(told.left()),
                    told.ruledOut(),
                    better ? told.best() : "",
                    better ? bits(told.bestBits()) : "",
                    better ? told.bestRulesOut() : List.of(),
                    !better && told.bits() > Debrief.Told.NOTICEABLE_BITS);
        }

        static String bits(double bits) {
            return String.format(Locale.ROOT, "%.1f", Math.max(0, bits));
        }

        private static final double LEAST = 0.01;
    }

    public static DebriefView of(IncidentId id, Incident incident, Debrief debrief) {
        var sli = SliDrawing.of(incident, debrief);
        var rows = rows(incident, debrief, sli);
        return new DebriefView(
                id.value(),
                incident.scenario().id().value(),
                incident.scenario().title(),
                Words.kebab(incident.opened().mode()),
                incident.opened().wallClock(),
                incident.phase() instanceof Phase.Closed closed ? closed.statement() : "",
                truth(debrief.truth()),
                debrief.structure().score(),
                parts(debrief, rows),
                TimeAgainstPar.of(debrief),
                costs(debrief),
                debrief.impact().sloTitle(),
                sli,
                Told.bits(debrief.unknown()),
                List.copyOf(rows.values()),
                ConfidenceDrawing.of(debrief),
                debrief.par().map(par -> ExpertView.of(par, incident)).stream().toList(),
                HelpTaken.of(incident),
                incident.opened().terms().hints(),
                WhatIfView.lastMinute(incident));
    }

    /** The timeline by the journal's sequences, in order. On the page they give way to the numbers that learners know. */
    private static Map<Long, Row> rows(Incident incident, Debrief debrief, SliDrawing sli) {
        var numbers = PublicStream.numbers(incident);
        var turns = Transcript.of(incident).stream().map(Turn::sequence).collect(Collectors.toSet());
        var told = debrief.told().stream().collect(Collectors.toMap(Debrief.Told::sequence, Function.identity()));
        var rows = new LinkedHashMap<Long, Row>();
        for (var entry : debrief.timeline()) {
            var sequence = entry.sequence();
            var known = numbers.containsKey(sequence);
            var turn = known && turns.contains(numbers.get(sequence)) ? "t" + numbers.get(sequence) : "";
            rows.put(
                    sequence,
                    new Row(
                            known ? "m" + numbers.get(sequence) : "hidden-" + rows.size(),
                            turn,
                            Format.clock(entry.at()),
                            sli.sign(sequence),
                            entry.kind(),
                            entry.text(),
                            entry.detail(),
                            told.containsKey(sequence) ? Told.of(told.get(sequence), debrief.unknown()) : Told.NOTHING,
                            Forks.isMove(incident.history(), sequence)));
        }
        return rows;
    }

    private static Truth truth(Debrief.Truth truth) {
        return new Truth(
                truth.title(),
                truth.explanation(),
                truth.faultClass().replace('-', ' '),
                truth.target(),
                Format.clock(truth.beganAt()));
    }

    private static List<Part> parts(Debrief debrief, Map<Long, Row> rows) {
        return debrief.structure().parts().stream()
                .map(part -> new Part(
                        part.title(),
                        part.score(),
                        debrief.par()
                                .map(par -> par.parts().getOrDefault(part.id(), 0))
                                .orElse(0),
                        part.findings().stream()
                                .map(finding -> finding(finding, rows))
                                .toList()))
                .toList();
    }

    private static Finding finding(Debrief.Finding finding, Map<Long, Row> rows) {
        return new Finding(
                finding.text(),
                finding.points(),
                finding.better(),
                Row.named(finding.moves().stream().filter(rows::containsKey).map(rows::get)));
    }

    private static List<Cost> costs(Debrief debrief) {
        var impact = debrief.impact();
        var par = debrief.par().map(Par::impact);
        var actual = impact.actual();
        var nothing = impact.doNothing();
        var costs = new ArrayList<Cost>();
        costs.add(new Cost(
                "Failed requests",
                Format.count(actual.failedRequests()),
                par.map(expert -> Format.count(expert.failedRequests())).orElse(""),
                Format.count(nothing.failedRequests())));
        costs.add(new Cost(
                "Error budget burned",
                Format.percent(actual.budgetBurned()),
                par.map(expert -> Format.percent(expert.budgetBurned())).orElse(""),
                Format.percent(nothing.budgetBurned())));
        impact.others()
                .forEach(each -> costs.add(
                        new Cost(each.title(), Format.count(each.actual()), "", Format.count(each.doNothing()))));
        return costs;
    }
}
