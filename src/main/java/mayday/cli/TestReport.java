package mayday.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.compiler.Problem;
import mayday.playthrough.Performance;
import mayday.playthrough.Performance.Mismatch;
import mayday.playthrough.Script;

/** Tells how playthroughs came out. */
final class TestReport {
    private static final String INDENT = "    ";

    private TestReport() {}

    /**
     * How one came out.
     *
     * @param millis how long it took
     */
    record Result(Performance performance, long millis) {
        boolean passed() {
            return performance.passed();
        }

        Script script() {
            return performance.script();
        }
    }

    /** One line for each; of what failed, what was expected and what happened, with what had happened up to there. */
    static List<String> lines(List<Problem> problems, List<Result> results) {
        var lines = new ArrayList<String>();
        for (var result : results) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s  %s  (%s) %.1f s",
                    result.passed() ? "ok    " : "FAILED",
                    result.script().file(),
                    result.script().title(),
                    result.millis() / 1000.0));
            if (!result.passed()) {
                lines.add("");
                failure(result).forEach(line -> lines.add(line.isEmpty() ? "" : INDENT + line));
                lines.add("");
            }
        }
        var passed = results.stream().filter(Result::passed).count();
        lines.add(passed + " passed, " + (results.size() - passed) + " failed"
                + (problems.isEmpty()
                        ? "."
                        : ", and " + problems.size() + (problems.size() == 1 ? " error" : " errors")
                                + " in the files; what cannot be read was not played."));
        return lines;
    }

    /** Every mismatch, and what had happened until the first. */
    static List<String> failure(Result result) {
        var lines = new ArrayList<String>();
        var mismatches = result.performance().mismatches();
        for (var mismatch : mismatches) {
            lines.add(where(result.script(), mismatch));
            lines.add("  expected: " + mismatch.expected());
            lines.add("  happened: " + mismatch.happened());
        }
        lines.add("");
        lines.add("What happened up to line " + mismatches.getFirst().line() + ":");
        transcript(result.performance(), mismatches.getFirst().version())
                .forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
        return lines;
    }

    static String where(Script script, Mismatch mismatch) {
        return script.file() + ":" + mismatch.line();
    }

    /** What a learner would have been told, up to the event of that number. */
    private static List<String> transcript(Performance performance, long version) {
        var text = new StringWriter();
        var history = performance.after().history();
        Telling.inBrief(new PrintWriter(text)).tell(history.subList(0, (int) Math.min(version, history.size())));
        return text.toString().lines().toList();
    }

    /** The whole report, for machines. */
    record Report(long passed, long failed, List<Problem> problems, List<Told> playthroughs) {}

    /** One playthrough in it. */
    record Told(
            String scenario, String file, String title, boolean passed, double seconds, List<ToldMismatch> failures) {}

    /** One mismatch in it. */
    record ToldMismatch(int line, String expected, String happened) {}

    static Report json(List<Problem> problems, List<Result> results) {
        var passed = results.stream().filter(Result::passed).count();
        var told = results.stream()
                .map(each -> new Told(
                        each.script().scenario().value(),
                        each.script().file(),
                        each.script().title(),
                        each.passed(),
                        each.millis() / 1000.0,
                        each.performance().mismatches().stream()
                                .map(it -> new ToldMismatch(it.line(), it.expected(), it.happened()))
                                .toList()))
                .toList();
        return new Report(passed, results.size() - passed, problems, told);
    }
}
