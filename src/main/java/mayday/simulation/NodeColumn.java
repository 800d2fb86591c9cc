package mayday.simulation;

/** What is recorded of a node in each sample: rates per second and levels, means over the sample. */
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
    MEMORY,
    BUSY,
    WAITING,
    /** Look-ups of a cache or resolver. */
    LOOKUPS,
    /** Those that found what they were looking for. */
    ANSWERED,
    READY,
    WANTED,
    DISK,
    LOSS,
    CERTIFICATE;

    static final int COUNT = values().length;

    /** Where the column stands among the others; frames live in memory only, so the order of declaration may change. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
