package mayday.scenario;

/** Which region's replica of a dependency a caller talks to. */
public enum Route {
    /** The caller's own region. */
    SAME_REGION,
    /** The callee's primary region, from wherever the caller is. */
    PRIMARY
}
