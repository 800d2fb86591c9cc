package mayday.simulation;

/** What is recorded of an edge in each sample: rates per second and means over the sample, and levels as they are at its end. */
enum EdgeColumn {
    ATTEMPTS,
    FAILED,
    TIMED_OUT,
    REFUSED,
    TLS,
    NAME,
    /** Time of an attempt times attempts. */
    TIME,
    LOOKUPS,
    /** Time of a look-up times look-ups. */
    LOOKUP_TIME,
    POOL_IN_USE,
    POOL_WAITING,
    /** From here on: levels. */
    POOL_SIZE,
    LOSS;

    static final int COUNT = values().length;

    /** Where the column stands among the others; frames live in memory only, so the order of declaration may change. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    boolean isLevel() {
        return compareTo(POOL_SIZE) >= 0;
    }
}
