package mayday.studio;

import java.util.List;
import mayday.compiler.Problem;
import mayday.playthrough.Performance.Mismatch;

/**
 * How a scenario's playthroughs came out.
 *
 * @param results in order of file
 * @param problems of those that cannot be read, which were not played
 * @param standing whether this is what would come out now
 */
public record Tested(List<Result> results, List<Problem> problems, Standing standing) {
    public Tested {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /** Whether results are of the text that is there. */
    public enum Standing {
        /** They are. */
        CURRENT,
        /** They are of an earlier text. */
        OUTDATED,
        /** None was played yet. */
        UNPLAYED
    }

    /** How a playthrough came out. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNPLAYED
    }

    /**
     * One playthrough.
     *
     * @param mismatches what was not as it has it, in order
     */
    public record Result(String file, String title, String cause, Outcome outcome, List<Mismatch> mismatches) {
        public Result {
            mismatches = List.copyOf(mismatches);
        }
    }

    public long count(Outcome outcome) {
        return results.stream().filter(each -> each.outcome() == outcome).count();
    }
}
