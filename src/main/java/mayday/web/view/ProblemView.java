package mayday.web.view;

import java.util.Comparator;
import java.util.List;
import mayday.compiler.Problem;
import mayday.scenario.Words;

/**
 * A problem of a text.
 *
 * @param severity {@code error} or {@code warning}
 * @param file path within the folder of scenarios
 * @param line from 1
 * @param column from 1, in characters
 * @param suggestion how to mend it; empty if nothing can be said
 */
public record ProblemView(
        String severity, String id, String file, int line, int column, String message, String suggestion) {

    public static ProblemView of(Problem problem) {
        return new ProblemView(
                Words.kebab(problem.severity()),
                problem.id(),
                problem.file(),
                problem.line(),
                problem.column(),
                problem.message(),
                problem.suggestion());
    }

    /** Errors first, then by place. */
    public static List<ProblemView> of(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::severity)
                        .thenComparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column))
                .map(ProblemView::of)
                .toList();
    }

    /** {@code bad} or {@code warn}. */
    public String health() {
        return severity.equals("error") ? "bad" : "warn";
    }

    public String word() {
        return Phrases.capital(severity);
    }
}
