package mayday.proof;

import java.util.List;
import mayday.compiler.Sources;
import mayday.compiler.Written;
import mayday.incident.Openings;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;

/**
 * A scenario that something is to be proved of.
 *
 * @param written where its parts are written; what cannot be proved is reported there
 * @param interruption whether it is still waited for
 * @param openings its incidents
 */
record Draft(Scenario scenario, Written written, Interruption interruption, Openings openings) {

    /** Every incident of a proof is played with this seed: the same scenario always gives the same proofs. */
    static final long SEED = 7;

    static Draft of(Sources sources, Scenario scenario) {
        var openings = Openings.of(scenario, SEED);
        return new Draft(scenario, Written.of(sources), new Interruption(Thread.currentThread()), openings);
    }

    /** The causes that an incident can have; one that is never drawn is there for others to be made of. */
    List<Cause> causes() {
        return scenario.causes().stream().filter(cause -> cause.weight() > 0).toList();
    }

    /** The same with questions that nothing is required for: whoever does what is required is answered. */
    Draft unconditional() {
        return as(Variants.unconditional(scenario));
    }

    /** The same with time to look what becomes of late states, and nobody whose consent is needed. */
    Draft lasting() {
        return as(Variants.lasting(scenario));
    }

    private Draft as(Scenario variant) {
        return new Draft(variant, written, interruption, openings.with(variant));
    }

    /** Reports something at a part of the scenario, as in {@link Written}. */
    void report(List<String> part, String id, String message, String suggestion) {
        written.warning(part, id, message, suggestion);
    }

    /** Reports something about a cause, at its name. */
    void report(Cause cause, String id, String message, String suggestion) {
        report(List.of("causes", cause.id().value()), id, message, suggestion);
    }
}
