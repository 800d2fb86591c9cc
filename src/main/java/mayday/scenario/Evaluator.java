package mayday.scenario;

/** What an author's formula comes to, given its inputs in their order. Pure; never fails. */
@FunctionalInterface
public interface Evaluator {
    /** A number; of something that is true or false, 1 or 0. */
    double of(double[] inputs);
}
