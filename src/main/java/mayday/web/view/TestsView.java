package mayday.web.view;

import java.util.List;
import mayday.playthrough.Performance.Mismatch;
import mayday.scenario.Words;
import mayday.studio.Tested;
import mayday.studio.Tested.Outcome;

/**
 * How a scenario's playthroughs came out.
 *
 * @param standing {@code current}, {@code outdated} or {@code unplayed}
 * @param problems of those that cannot be read
 */
public record TestsView(String standing, long passed, long failed, List<Test> tests, List<ProblemView> problems) {
    public static final TestsView NONE = new TestsView("unplayed", 0, 0, List.of(), List.of());

    public TestsView {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /**
     * A playthrough.
     *
     * @param outcome {@code passed}, {@code failed} or {@code unplayed}
     */
    public record Test(String file, String title, String cause, String outcome, List<Failed> failures) {
        public Test {
            failures = List.copyOf(failures);
        }

        public String health() {
            return switch (outcome) {
                case "passed" -> "ok";
                case "failed" -> "bad";
                default -> "unk";
            };
        }

        public String word() {
            return switch (outcome) {
                case "passed" -> "Pass";
                case "failed" -> "Fail";
                default -> "Not run";
            };
        }
    }

    /** Something that was not as the playthrough has it. */
    public record Failed(int line, String expected, String happened) {
        static Failed of(Mismatch mismatch) {
            return new Failed(mismatch.line(), mismatch.expected(), mismatch.happened());
        }
    }

    /** Those that failed first. */
    public static TestsView of(Tested tested) {
        var tests = tested.results().stream()
                .sorted(java.util.Comparator.comparing(each -> each.outcome() != Outcome.FAILED))
                .map(each -> new Test(
                        each.file(),
                        each.title(),
                        each.cause(),
                        Words.kebab(each.outcome()),
                        each.mismatches().stream().map(Failed::of).toList()))
                .toList();
        return new TestsView(
                Words.kebab(tested.standing()),
                tested.count(Outcome.PASSED),
                tested.count(Outcome.FAILED),
                tests,
                ProblemView.of(tested.problems()));
    }

    public String told() {
        if (tests.isEmpty() && problems.isEmpty()) {
            return "none yet: keep a wording, or record an incident";
        }
        var count = passed + " of " + tests.size() + " pass";
        return switch (standing) {
            case "current" -> count;
            case "outdated" -> count + ", before the last change";
            default -> tests.size() == 1 ? "1, not run yet" : tests.size() + ", not run yet";
        };
    }
}
