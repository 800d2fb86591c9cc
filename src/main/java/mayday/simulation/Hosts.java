package mayday.simulation;

/** Which of the hosts that carry a service's replicas. */
public enum Hosts {
    ALL,
    /** Those that are like each other. */
    ORDINARY,
    /** Those that effects made different from the others. */
    OUTLIERS
}
