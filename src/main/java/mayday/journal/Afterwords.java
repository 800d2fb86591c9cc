package mayday.journal;

import java.time.InstantSource;
import java.util.List;
import mayday.incident.IncidentId;
import mayday.incident.Participant;

/** What people wrote about the incidents of a journal after their end. Safe for use by several threads. */
public final class Afterwords {
    private final Journal journal;
    private final InstantSource wallClock;

    Afterwords(Journal journal, InstantSource wallClock) {
        this.journal = journal;
        this.wallClock = wallClock;
    }

    /** What was written about an incident after its end, in order. */
    public List<Afterword> of(IncidentId id) {
        return journal.query(handle -> AfterwordRows.of(handle, id));
    }

    /** How many texts were written about an incident after its end. */
    public int count(IncidentId id) {
        return journal.query(handle -> AfterwordRows.count(handle, id));
    }

    /**
     * Stores what somebody wrote about an incident, which must exist.
     *
     * @param expected the number of the latest afterword of that kind and subject that the writer knew, 0 for none: nothing is
     *     overwritten that they have not seen
     */
    public Append write(
            IncidentId id,
            String kind,
            String subject,
            Participant by,
            String body,
            long expected,
            Afterword.Earlier earlier) {
        if (body.length() > Afterword.MOST_CHARACTERS) {
            throw new IllegalArgumentException("the text has " + body.length() + " characters");
        }
        var words = new Afterword(0, kind, subject, by, body, wallClock.instant());
        return journal.write(new StreamKey(StreamKey.AFTERWORDS, id.value()), handle -> {
            var latest = AfterwordRows.latest(handle, id, kind, subject);
            if (latest != expected) {
                return new Append.VersionConflict(latest);
            }
            var number = AfterwordRows.add(handle, id, words);
            if (earlier == Afterword.Earlier.GIVES_WAY) {
                AfterwordRows.removeBefore(handle, id, kind, subject, number);
            }
            return new Append.Appended(number);
        });
    }
}
