package mayday.playthrough;

import java.util.List;
import mayday.incident.Outcome;
import mayday.incident.Status;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredId;
import mayday.scenario.CauseId;
import mayday.scenario.Condition;
import mayday.scenario.Dimension;
import mayday.scenario.StateId;

/** Something that must be so after a step. */
public sealed interface Expectation {

    /** What became of the question, such as {@code answered} or {@code ask-back}. */
    record Became(Outcome outcome) implements Expectation {}

    /** What the question was understood to ask: these kinds of things and no others. */
    record Asks(List<Dimension> dimensions) implements Expectation {
        public Asks {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** What it was understood to be about, as authors write it: {@code checkout@eu-west}. These and no others. */
    record IsAbout(List<String> targets) implements Expectation {
        public IsAbout {
            targets = List.copyOf(targets);
        }
    }

    /** It was understood as this question of the scenario's own. */
    record IsQuestion(AuthoredId question) implements Expectation {}

    /** Evidence was revealed in this step. */
    record Reveals(Shown shown) implements Expectation {}

    /** No such evidence was revealed in this step. */
    record Hides(Shown shown) implements Expectation {}

    /** Answers that arrived in this step say so, whatever their capital letters. */
    record AnswerHas(String words) implements Expectation {}

    /** They do not. */
    record AnswerLacks(String words) implements Expectation {}

    /** Somebody said or reported so in this step: people, alerts, actions, the coach. */
    record Hears(String words) implements Expectation {}

    /** The move was refused, for this reason: its id, or words of it; empty for any reason. */
    record Refused(String reason) implements Expectation {}

    /** A fault of the true cause is in this state. */
    record InState(CauseId fault, StateId state) implements Expectation {}

    /**
     * A condition holds, or does not.
     *
     * @param written as the author wrote it
     */
    record Holds(String written, Condition condition, boolean expected) implements Expectation {}

    record IsStatus(Status status) implements Expectation {}

    /** A piece of evidence as an author names it. */
    sealed interface Shown {
        /** Any of that kind, such as {@code chart}. */
        record OfKind(String kind) implements Shown {}

        /** One that the scenario's author wrote. */
        record Authored(AuthoredEvidence evidence) implements Shown {}

        default String words() {
            return switch (this) {
                case OfKind(var kind) -> kind;
                case Authored(var evidence) -> evidence.id().value();
            };
        }
    }
}
