package mayday.simulation;

/** What is recorded of a node in each sample: rates per second and means over the sample, and levels as they are at its end. */
enum NodeColumn {
    ARRIVED,
    COMPLETED,
    FAILED_OWN,
    REJECTED,
    TIMED_OUT,
    FAILED_DEPENDENCY,
    FAILED_NAME,
    FAILED_TLS,
    RETRIED,
    SERVED,
    /** Mean time to the answer, seconds. */
    ANSWER_MEAN,
    /** Its standard deviation. */
    ANSWER_DEVIATION,
    CPU,
    BUSIEST_CORE,
    /** Collecting garbage, share of the cores' time. */
    GC,
    BUSY,
    WAITING,
    /** Look-ups of a cache or resolver. */
    LOOKUPS,
    /** Those that found what they were looking for. */
    ANSWERED,
    /** From here on: levels. */
    MEMORY,
    READY,
    WANTED,
    DISK,
    /** Share of the cores that foreign processes take. */
    STOLEN,
    LOSS,
    CERTIFICATE;

    static final int COUNT = values().length;

    /** Where the column stands among the others; frames live in memory only, so the order of declaration may change. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    boolean isLevel() {
        return compareTo(MEMORY) >= 0;
    }
}
