package mayday.journal;

import java.util.List;
import java.util.Optional;
import mayday.exercise.Drill;
import mayday.exercise.DrillEvent;
import mayday.exercise.DrillId;
import mayday.exercise.DrillRecorded;
import mayday.exercise.JoinCode;
import mayday.exercise.Stage;
import mayday.journal.DrillHeading.DrillStage;

/** The drills of a journal. Safe for use by several threads; reads throw {@link JournalUnavailable} when they fail. */
public final class DrillJournal {
    private final Journal journal;

    DrillJournal(Journal journal) {
        this.journal = journal;
    }

    /** Stores a new drill with its first event; a conflict if there is one with its id or its code. */
    public Append create(Drill drill) {
        var rows = DrillRows.of(drill.id(), drill.history());
        var first = drill.history().getFirst();
        return journal.write(key(drill.id()), handle -> {
            var taken = DrillRows.heading(handle, drill.code());
            if (taken.isPresent() || DrillRows.version(handle, drill.id()) != 0) {
                return new Append.VersionConflict(1);
            }
            DrillRows.create(handle, drill.id(), (DrillEvent.Created) first.event(), first.at());
            return rows.add(handle, DrillStage.LOBBY);
        });
    }

    /**
     * Stores more events of a drill.
     *
     * @param expectedVersion the version to which they were decided
     * @param after the drill with them
     */
    public Append append(long expectedVersion, List<DrillRecorded> events, Drill after) {
        if (events.isEmpty() || events.getFirst().sequence() != expectedVersion + 1) {
            throw new IllegalArgumentException("the events do not follow version " + expectedVersion);
        }
        var rows = DrillRows.of(after.id(), events);
        var stage = stage(after.stage());
        return journal.write(key(after.id()), handle -> {
            var version = DrillRows.version(handle, after.id());
            return version == expectedVersion ? rows.add(handle, stage) : new Append.VersionConflict(version);
        });
    }

    private static StreamKey key(DrillId id) {
        return new StreamKey(StreamKey.DRILL, id.value());
    }

    /** As {@link Journal#isShared}. */
    public boolean isShared() {
        return journal.isShared();
    }

    /** As {@link Journal#listen}, of drills. */
    public void listen(Journal.Listener listener) {
        journal.listen(StreamKey.DRILL, listener);
    }

    /** The number of a drill's events; 0 if it is not there. */
    public long version(DrillId id) {
        return journal.query(handle -> DrillRows.version(handle, id));
    }

    private static DrillStage stage(Stage stage) {
        return switch (stage) {
            case Stage.Lobby _ -> DrillStage.LOBBY;
            case Stage.Running _ -> DrillStage.RUNNING;
            case Stage.Over _ -> DrillStage.OVER;
        };
    }

    /** The events of a drill after {@code version}, in order; none if there is no such drill. */
    public List<DrillRecorded> read(DrillId id, long version) {
        return journal.query(handle -> DrillRows.events(handle, id, version));
    }

    public Optional<DrillHeading> find(DrillId id) {
        return journal.query(handle -> DrillRows.heading(handle, id));
    }

    public Optional<DrillHeading> find(JoinCode code) {
        return journal.query(handle -> DrillRows.heading(handle, code));
    }

    /** All drills, newest first, at most {@code most}. */
    public List<DrillHeading> all(int most) {
        return journal.query(handle -> DrillRows.all(handle, most));
    }

    /** The drills in which somebody had a seat, newest first, at most {@code most}. */
    public List<DrillHeading> of(String personId, int most) {
        return journal.query(handle -> DrillRows.of(handle, personId, most));
    }
}
