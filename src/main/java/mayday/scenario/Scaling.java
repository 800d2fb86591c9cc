package mayday.scenario;

/** Who decides how many replicas of a service run. */
public sealed interface Scaling {

    /** People: the number stays until somebody changes it. */
    record Fixed() implements Scaling {}

    /**
     * An autoscaler that tracks processor use: it wants {@code replicas x use / target}, rounded up.
     *
     * @param target processor use that it aims at, above 0 to 1
     * @param least fewest replicas per region
     * @param most most replicas per region
     * @param reactionSeconds how often it decides, on the mean use since it last did
     * @param coolDownSeconds how long after a change it does not take replicas away
     */
    record Automatic(double target, int least, int most, double reactionSeconds, double coolDownSeconds)
            implements Scaling {}
}
