package mayday.drill;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.HintStep;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.journal.Afterword;

/** One incident, open to commands: they are decided one after another, journalled, folded, and told to subscribers. */
public interface Room {
    /** More than this is a machine gone wild, not people at work. */
    int MOVES_A_MINUTE = 200;

    /** Enough for a drill team of 50, each with a few windows open. */
    int MOST_SUBSCRIBERS = 256;

    /** What is kept of the writing about one incident; drafts that gave way to later ones do not count. */
    int MOST_AFTERWORDS = 1_000;

    /** What learners are told when the journal fails. Its own words name files, and are for the log. */
    String NOT_STORED = "The server cannot store anything just now, and nothing happened. Try again in a while;"
            + " whoever runs the server finds the reason in its log.";

    IncidentId id();

    /** The participant who opened it. */
    Participant owner();

    /**
     * The incident now: what fell due has happened, unless it cannot be stored just now. All of it may be read by any
     * thread, except its trajectory: see {@link #read}.
     */
    Incident incident();

    /**
     * What {@code reader} makes of the incident now, such as its debrief. Nothing else happens in the room meanwhile,
     * so the reader may ask the trajectory, and must not call the room for anything but {@link #now}.
     */
    <T> T read(Function<Incident, T> reader);

    /** The incident time now. */
    Instant now();

    /**
     * Decides a command at the present incident time. What was accepted is on the disk when this returns; what cannot
     * be stored is refused with {@link mayday.incident.Refusal.NotStored} and has not happened.
     */
    Decision submit(Command command);

    /** Understands a question and asks it: {@link Command.Ask} with the interpreter's reading. */
    Decision ask(Participant by, String words);

    /**
     * Words the next hint and takes it: {@link Command.TakeHint}. The price is that of {@link mayday.incident.HintOffer}.
     *
     * @param announced the step whose price was told; refused if the next one is another by now
     */
    Decision hint(Participant by, HintStep announced);

    /** What was written about the incident after its end, in order. */
    List<Afterword> afterwords();

    /**
     * Stores what somebody wrote about the incident after its end.
     *
     * @param kind what it is, such as {@code post-mortem}: a stored name
     * @param subject what of the debrief it is about; empty for all of it
     * @param body at most {@link Afterword#MOST_CHARACTERS}
     * @param expected the number of the latest afterword of that kind and subject that the writer knew, 0 for none
     */
    Written write(String kind, String subject, Participant by, String body, long expected, Afterword.Earlier earlier);

    /** What became of an afterword. */
    sealed interface Written {
        /** It is on the disk, under {@code number}. */
        record Stored(long number) implements Written {}

        /** Nothing was stored: somebody has written since; {@code latest} is the number of theirs. */
        record Outdated(long latest) implements Written {}

        /** Nothing was stored; {@code why} is for people. */
        record Refused(String why) implements Written {}
    }

    /**
     * Tells {@code subscriber} of every event after {@code version}, first those that are there already, then each
     * batch after it was journalled. A subscriber that throws is dropped; so is the oldest of more than {@link
     * #MOST_SUBSCRIBERS}.
     *
     * @param version what the subscriber knows already; 0 for nothing
     */
    Subscription subscribe(long version, Subscriber subscriber);

    /** Receives events in order, each once; called on the thread that made them or another's, so it must not block. */
    interface Subscriber {
        void happened(List<Recorded> events, Incident after);

        /** There will be no more, although the subscription was not closed. */
        default void dropped() {}
    }

    /** Stops the telling when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
