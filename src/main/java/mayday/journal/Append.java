package mayday.journal;

/** What became of events that were to be stored. */
public sealed interface Append {
    /**
     * They are on the disk.
     *
     * @param version the incident's version with them
     */
    record Appended(long version) implements Append {}

    /**
     * Nothing was stored: the incident is not at the expected version.
     *
     * @param stored the version that it has
     */
    record VersionConflict(long stored) implements Append {}

    /** Nothing was stored: {@link Journal#MOST_WAITING} appends wait already. */
    record Busy() implements Append {}

    /**
     * The connection to the database broke at the moment of storing, and the database could not be asked since: it may be stored or
     * not. Who reads the stream again will see.
     */
    record Unknown(String why) implements Append {}

    /**
     * The database failed. Nothing was stored, as far as it can tell.
     *
     * @param why what is wrong and how to mend it, for people
     */
    record StoreFailure(String why) implements Append {}
}
