package mayday.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Status;

/**
 * A program that appends as fast as it can until it is killed, and prints {@code incident sequence .} for each append
 * as soon as that was acknowledged.
 */
final class KilledWriter {
    static final int WRITERS = 16;

    private KilledWriter() {}

    public static void main(String[] arguments) throws DataUnusable {
        var journal = Journal.open(Path.of(arguments[0]), InstantSource.fixed(JournalTest.NOON));
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var writer = 0; writer < WRITERS; writer++) {
                var id = new IncidentId(arguments[1] + writer);
                threads.execute(() -> write(journal, id));
            }
        }
    }

    private static void write(Journal journal, IncidentId id) {
        acknowledge(id, journal.open(id, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON)));
        var going = true;
        for (var sequence = 2L; going; sequence++) {
            var event = new Event.MessageReceived("Support", "Message " + sequence + " of incident " + id);
            var events = List.of(JournalTest.recorded(sequence, event));
            going = acknowledge(id, journal.append(id, sequence - 1, events, Status.OPEN));
        }
    }

    private static boolean acknowledge(IncidentId id, Append outcome) {
        if (outcome instanceof Append.Appended(var version)) {
            System.out.println(id + " " + version + " .");
            return true;
        }
        System.err.println(outcome);
        return false;
    }
}
