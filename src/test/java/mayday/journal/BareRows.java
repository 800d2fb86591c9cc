package mayday.journal;

/** The least that a durable append can be: a row of text, by the journal's own writer, in a table that nothing else looks at. */
public final class BareRows {
    private static final StreamKey KEY = new StreamKey("bare", "");

    private final Journal journal;

    /** Makes the table in {@code journal}. */
    public BareRows(Journal journal) {
        this.journal = journal;
        stored(journal.write(KEY, handle -> {
            handle.execute("create table if not exists bare_row (id integer primary key, body text not null)");
            return new Append.Appended(1);
        }));
    }

    /** Stores a row; it is on the disk when this returns. */
    public void add(String body) {
        stored(journal.write(KEY, handle -> {
            handle.execute("insert into bare_row (body) values (?)", body);
            return new Append.Appended(1);
        }));
    }

    private static void stored(Append outcome) {
        if (!(outcome instanceof Append.Appended)) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
