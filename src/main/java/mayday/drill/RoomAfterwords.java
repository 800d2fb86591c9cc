package mayday.drill;

import java.util.List;
import mayday.incident.Participant;
import mayday.journal.Afterword;
import mayday.journal.Append;
import mayday.journal.Journal;

/**
 * What people write about a room's incident after its end. It lies in the journal and nowhere else, so there is nothing to guard: the room's
 * lock is held only while it is asked whether the incident is over.
 */
final class RoomAfterwords {
    private final JournaledRoom room;
    private final Journal journal;

    RoomAfterwords(JournaledRoom room, Journal journal) {
        this.room = room;
        this.journal = journal;
    }

    /** In order. */
    List<Afterword> all() {
        return journal.afterwords().of(room.id());
    }

    /** As {@link Room#write}. */
    Room.Written write(
            String kind, String subject, Participant by, String body, long expected, Afterword.Earlier earlier) {
        if (!room.asStored().isOver()) {
            return new Room.Written.Refused("The incident is still open: there is nothing to write about it yet.");
        }
        if (body.length() > Afterword.MOST_CHARACTERS) {
            return new Room.Written.Refused("The text has " + body.length() + " characters, more than the "
                    + Afterword.MOST_CHARACTERS + " that are kept. Shorten it; what was stored before is still there.");
        }
        if (journal.afterwords().count(room.id()) >= Room.MOST_AFTERWORDS) {
            return new Room.Written.Refused(
                    "There are " + Room.MOST_AFTERWORDS + " texts about this incident already; no more are kept.");
        }
        return switch (journal.afterwords().write(room.id(), kind, subject, by, body, expected, earlier)) {
            case Append.Appended(var number) -> new Room.Written.Stored(number);
            case Append.VersionConflict(var latest) -> new Room.Written.Outdated(latest);
            case Append.Busy() -> new Room.Written.Refused(JournaledRoom.BUSY);
            case Append.StoreFailure _ -> new Room.Written.Refused(Room.NOT_STORED);
            case Append.Unknown _ -> new Room.Written.Refused(JournaledRoom.NOT_KNOWN);
        };
    }
}
