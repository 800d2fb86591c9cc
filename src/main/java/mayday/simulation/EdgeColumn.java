package mayday.simulation;

/** What is recorded of an edge in each sample: rates per second and levels, means over the sample. */
enum EdgeColumn {
    ATTEMPTS,
    FAILED,
    TIMED_OUT,
    REFUSED,
    TLS,
    NAME,
    /** Time of an attempt times attempts. */
    TIME,
    POOL_IN_USE,
    POOL_SIZE,
    POOL_WAITING,
    LOSS;

    static final int COUNT = values().length;

    /** Where the column stands among the others; frames live in memory only, so the order of declaration may change. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
