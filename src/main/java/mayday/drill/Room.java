package mayday.drill;

import java.util.List;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;

/** One incident, open to commands: they are decided one after another, journalled, folded, and told to subscribers. */
public interface Room {

    IncidentId id();

    /** The participant who opened it. */
    Participant owner();

    /** The incident now: what fell due has happened. */
    Incident incident();

    /** The incident time now. */
    java.time.Instant now();

    /** Decides a command at the present incident time. */
    Decision submit(Command command);

    /** Understands a question and asks it: {@link Command.Ask} with the interpreter's reading. */
    Decision ask(Participant by, String words);

    /**
     * Tells {@code subscriber} of every event after {@code version}, first those that are there already, then each batch after it was
     * journalled. A subscriber that throws is dropped.
     */
    Subscription subscribe(long version, Subscriber subscriber);

    /** Receives events in order; called on the thread that made them, so it must not block. */
    interface Subscriber {
        void happened(List<Recorded> events, Incident after);
    }

    /** Stops the telling when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
