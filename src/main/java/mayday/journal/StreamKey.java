package mayday.journal;

/**
 * What is appended to as one: works on the same stream come one after another, on all nodes, and whoever listens is told of it.
 *
 * @param kind such as {@code incident}
 * @param id within its kind, at most {@value #MOST_CHARACTERS} characters
 */
record StreamKey(String kind, String id) implements Comparable<StreamKey> {
    /** PostgreSQL carries 8,000 bytes in a notification. */
    static final int MOST_CHARACTERS = 200;

    static final String INCIDENT = "incident";
    static final String AFTERWORDS = "afterwords";
    static final String RESULT = "result";
    static final String EDITIONS = "editions";
    static final String ACCOUNTS = "accounts";
    static final String AUDIT = "audit";
    static final String DRILL = "drill";

    StreamKey {
        if (kind.isEmpty() || kind.length() + id.length() > MOST_CHARACTERS || kind.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("no name of a stream: " + kind + " " + id);
        }
    }

    @Override
    public int compareTo(StreamKey other) {
        var byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
