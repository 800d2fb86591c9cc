package mayday.studio;

import java.util.List;
import java.util.Optional;
import mayday.compiler.Problem;
import mayday.proof.Proved;

/**
 * What proofs have shown of a text by now.
 *
 * @param remark why they will not come, in a sentence; else empty
 * @param proved what playing it has shown; empty until that is known
 */
public record ProofsSoFar(State state, List<Problem> problems, String remark, Optional<Proved> proved) {
    /** Of a text that cannot be proved, since it does not compile or is a system. */
    static final ProofsSoFar NONE = new ProofsSoFar(State.NONE, List.of(), "", Optional.empty());

    /** How far the proofs are. Names in the API. */
    public enum State {
        /** They are on their way: ask again. */
        PENDING,
        DONE,
        /** They will not come, for a reason that the remark tells. */
        NONE
    }

    public ProofsSoFar {
        problems = List.copyOf(problems);
    }

    static ProofsSoFar of(Proving.Outcome outcome) {
        return switch (outcome) {
            case Proving.Outcome.Waiting _, Proving.Outcome.Quick _ ->
                new ProofsSoFar(State.PENDING, outcome.problems(), "", Optional.empty());
            case Proving.Outcome.Done(var problems, var proved) ->
                new ProofsSoFar(State.DONE, problems, "", Optional.of(proved));
            case Proving.Outcome.GivenUp(var why) -> new ProofsSoFar(State.NONE, List.of(), why, Optional.empty());
        };
    }
}
