package mayday.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Problem;
import mayday.compiler.Sources;
import mayday.scenario.Scenario;

/**
 * What is known to be wrong with a text.
 *
 * @param problems those of the compiler, and of the proofs as far as they are known
 * @param scenario what it compiles to; empty if it has errors, or is a system
 * @param sources the text and what it refers to
 * @param proofs what they have shown by now
 */
public record Checked(List<Problem> problems, Optional<Scenario> scenario, Sources sources, ProofsSoFar proofs) {
    public Checked {
        problems = List.copyOf(new LinkedHashSet<>(problems));
    }

    /** By the compiler alone. */
    static Checked compiled(Sources sources, List<Problem> problems) {
        return new Checked(problems, Optional.empty(), sources, ProofsSoFar.NONE);
    }

    static Checked proving(Scenario scenario, Sources sources, List<Problem> compiled, ProofsSoFar proofs) {
        var all = new ArrayList<>(compiled);
        all.addAll(proofs.problems());
        return new Checked(all, Optional.of(scenario), sources, proofs);
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
