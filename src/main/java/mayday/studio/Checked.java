package mayday.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Problem;
import mayday.compiler.Sources;
import mayday.proof.Proved;
import mayday.scenario.Scenario;

/**
 * What is known to be wrong with a text.
 *
 * @param problems those of the compiler, and of the proofs as far as they are known
 * @param scenario what it compiles to; empty if it has errors, or is a system
 * @param sources the text and what it refers to
 * @param proofs how far the proofs are
 * @param proved what playing it has shown; empty until that is known
 */
public record Checked(
        List<Problem> problems,
        Optional<Scenario> scenario,
        Sources sources,
        Proofs proofs,
        String remark,
        Optional<Proved> proved) {
    /** How far the proofs are. Names in the API. */
    public enum Proofs {
        /** They are on their way: ask again. */
        PENDING,
        DONE,
        /** They will not come, for a reason that the remark tells. */
        NONE
    }

    public Checked {
        problems = List.copyOf(new LinkedHashSet<>(problems));
    }

    /** By the compiler alone. */
    static Checked compiled(Sources sources, List<Problem> problems) {
        return new Checked(problems, Optional.empty(), sources, Proofs.NONE, "", Optional.empty());
    }

    static Checked proving(Scenario scenario, Sources sources, List<Problem> compiled, Proving.Outcome outcome) {
        var all = new ArrayList<>(compiled);
        all.addAll(outcome.problems());
        return switch (outcome) {
            case Proving.Outcome.Waiting _, Proving.Outcome.Quick _ ->
                new Checked(all, Optional.of(scenario), sources, Proofs.PENDING, "", Optional.empty());
            case Proving.Outcome.Done(var _, var proved) ->
                new Checked(all, Optional.of(scenario), sources, Proofs.DONE, "", Optional.of(proved));
            case Proving.Outcome.GivenUp(var why) ->
                new Checked(all, Optional.of(scenario), sources, Proofs.NONE, why, Optional.empty());
        };
    }

    public long errors() {
        return count(problems, Problem.Severity.ERROR);
    }

    public long warnings() {
        return count(problems, Problem.Severity.WARNING);
    }

    public static long count(Collection<Problem> problems, Problem.Severity severity) {
        return problems.stream().filter(each -> each.severity() == severity).count();
    }
}
