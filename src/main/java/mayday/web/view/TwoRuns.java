package mayday.web.view;

import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Cost;
import mayday.debrief.Debrief.Time;
import mayday.debrief.Par;
import mayday.scenario.Signal;
import mayday.simulation.Series;

/**
 * Two runs of the same incident that part at some point: their error ratios in one chart, and what came of them.
 *
 * @param one what the first run is called, and {@code other} the second
 * @param narrow the chart as a phone shows it: whole, since what matters is where the runs part
 */
public record TwoRuns(String one, String other, ChartDrawing chart, ChartDrawing narrow, List<Row> rows) {
    public TwoRuns {
        rows = List.copyOf(rows);
    }

    /** A figure of both. */
    public record Row(String what, String one, String other) {}

    private record Run(String name, Series sli, Time time, Cost cost, int score) {}

    static TwoRuns of(String learner, Debrief run, String expert, Par other) {
        return of(
                run,
                new Run(learner, run.curves().actual(), run.time(), run.impact().actual(), score(run)),
                new Run(expert, other.sli(), other.time(), other.impact(), other.score()));
    }

    static TwoRuns of(String first, Debrief run, String second, Debrief other) {
        return of(
                run,
                new Run(first, run.curves().actual(), run.time(), run.impact().actual(), score(run)),
                new Run(
                        second,
                        other.curves().actual(),
                        other.time(),
                        other.impact().actual(),
                        score(other)));
    }

    private static int score(Debrief debrief) {
        return debrief.structure().score();
    }

    private static TwoRuns of(Debrief debrief, Run one, Run other) {
        var lines = List.of(SliDrawing.line(one.name(), one.sli()), SliDrawing.line(other.name(), other.sli()));
        var until = one.sli().size() > other.sli().size() ? one.sli() : other.sli();
        var curves = debrief.curves();
        var end = until.timeOf(until.size() - 1);
        var chart = ChartDrawing.wide(curves.title(), Signal.Unit.RATIO, lines, curves.threshold(), end);
        var narrow = ChartDrawing.narrow(curves.title(), Signal.Unit.RATIO, lines, curves.threshold(), end);
        return new TwoRuns(
                one.name(),
                other.name(),
                chart,
                narrow,
                List.of(
                        new Row(
                                "Mitigated after",
                                TimeAgainstPar.written(one.time().mitigate()),
                                TimeAgainstPar.written(other.time().mitigate())),
                        new Row(
                                "Failed requests",
                                Format.count(one.cost().failedRequests()),
                                Format.count(other.cost().failedRequests())),
                        new Row(
                                "Error budget burned",
                                Format.percent(one.cost().budgetBurned()),
                                Format.percent(other.cost().budgetBurned())),
                        new Row("Score", Integer.toString(one.score()), Integer.toString(other.score()))));
    }
}
