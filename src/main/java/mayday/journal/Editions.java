package mayday.journal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the texts of scenarios and systems have been, as a journal keeps it. Safe for use by several threads. */
public final class Editions {
    private final Journal journal;
    private final InstantSource wallClock;

    Editions(Journal journal, InstantSource wallClock) {
        this.journal = journal;
        this.wallClock = wallClock;
    }

    /**
     * Notes what the texts of scenarios and systems are now, except those that are what was noted last: all or nothing.
     *
     * @param editions their numbers and times do not matter
     */
    public Append note(List<Edition.Text> editions) {
        var now = wallClock.instant();
        var noted =
                editions.stream().map(each -> EditionRows.Noted.of(each, now)).toList();
        return journal.write(new StreamKey(StreamKey.EDITIONS, ""), handle -> {
            var last = 0L;
            for (var each : noted) {
                last = EditionRows.note(handle, each);
            }
            return new Append.Appended(last);
        });
    }

    /** What was noted of an item, the newest first, at most {@code most}. */
    public List<Edition> of(String item, int most) {
        return journal.query(handle -> EditionRows.of(handle, item, most));
    }

    public Optional<Edition> find(String item, long number) {
        return journal.query(handle -> EditionRows.find(handle, item, number));
    }

    /** The latest edition of an item that learners were to have. */
    public Optional<Edition> published(String item) {
        return journal.query(handle -> EditionRows.published(handle, item));
    }
}
