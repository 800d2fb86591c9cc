package mayday.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mayday.compiler.Library;
import mayday.compiler.Sources;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.journal.Place;
import mayday.question.Interpreters;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.TinyShop;

/**
 * Rooms of a journal, with a clock that the test moves and an interpreter that understands everything as one question.
 */
final class Ward implements AutoCloseable {
    static final Participant SAM = new Participant("p-sam", "Sam");
    static final Instant MORNING = Instant.parse("2026-05-04T09:00:00Z");
    static final long SEED = 42;

    private static final Sources SOURCES =
            new Sources("tiny/scenario.yaml", Map.of("tiny/scenario.yaml", "title: Tiny\n"));

    static final Scenario SCENARIO = ofRevision(TinyShop.scenario(), SOURCES);

    final Journal journal;
    final JournaledRooms rooms;
    /** How often something was understood. */
    final AtomicInteger understood = new AtomicInteger();

    private final AtomicLong millis = new AtomicLong();
    private final AtomicInteger drawn;

    final JournaledDrills drills;

    private Ward(Journal journal, Library library, int drawn) {
        this.journal = journal;
        this.drawn = new AtomicInteger(drawn);
        this.rooms = new JournaledRooms(journal, () -> library, interpreters(), this::now, this::fill);
        this.drills = new JournaledDrills(journal.drills(), rooms, this::now, new Random(drawn));
    }

    private Ward(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.drawn = new AtomicInteger(0);
        this.rooms = new JournaledRooms(journal, Ward::library, interpreters(), clock, this::fill);
        this.drills = new JournaledDrills(journal.drills(), rooms, clock, new Random(0));
    }

    /** With another clock; {@link #passes} does not move it. */
    static Ward at(Place place, InstantSource clock) throws DataUnusable {
        return new Ward(Journal.open(place, clock), clock);
    }

    static Ward in(Place place) throws DataUnusable {
        return in(place, library());
    }

    static Ward in(Place place, Library library) throws DataUnusable {
        return new Ward(Journal.open(place, () -> MORNING), library, 0);
    }

    /** A second set of rooms on the same journal, as another process would have. */
    Ward beside() {
        return new Ward(journal, library(), 1_000);
    }

    static Library library() {
        return new Library(List.of(SCENARIO), Map.of(SCENARIO.id(), SOURCES), List.of());
    }

    Room open(ClockMode mode) {
        return rooms.open(SCENARIO, SEED, TinyShop.BAD_RELEASE, mode, Terms.UNAIDED, SAM);
    }

    Instant now() {
        return MORNING.plusMillis(millis.get());
    }

    void passes(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    private Interpreters interpreters() {
        var reading = new Interpretation(
                Dimension.ERROR_RATE, List.of(new Target.OfService(TinyShop.SHOP)), new Window.Usual(), 0.9, "");
        return _ -> (_, _) -> {
            understood.incrementAndGet();
            return Understanding.answered(List.of(reading));
        };
    }

    private void fill(byte[] bytes) {
        bytes[0] = (byte) drawn.incrementAndGet();
        bytes[1] = (byte) (drawn.get() >> 8);
    }

    static Scenario ofRevision(Scenario tiny, Sources sources) {
        return new Scenario(
                tiny.id(),
                sources.revision(),
                tiny.title(),
                tiny.summary(),
                tiny.level(),
                tiny.tags(),
                tiny.system(),
                tiny.page(),
                tiny.pagedAt(),
                tiny.limit(),
                tiny.causes(),
                tiny.changes(),
                tiny.alerts(),
                tiny.messages(),
                tiny.replies(),
                tiny.questions(),
                tiny.mitigated(),
                tiny.durations());
    }

    @Override
    public void close() {
        drills.close();
        rooms.close();
        journal.close();
    }

    /** Writes down what it is told. */
    static final class Scribe implements Room.Subscriber {
        final List<Recorded> heard = Collections.synchronizedList(new ArrayList<>());
        volatile boolean dropped = false;

        @Override
        public void happened(List<Recorded> events, Incident after) {
            heard.addAll(events);
        }

        @Override
        public void dropped() {
            dropped = true;
        }
    }
}
