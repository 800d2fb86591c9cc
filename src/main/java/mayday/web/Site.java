package mayday.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import mayday.compiler.Library;
import mayday.drill.Drills;
import mayday.drill.Room;
import mayday.drill.Rooms;
import mayday.drill.SeatedRoom;
import mayday.exercise.Drill;
import mayday.exercise.Seat;
import mayday.incident.IncidentId;
import mayday.incident.OpeningRequest;
import mayday.incident.Participant;
import mayday.studio.Studio;

/** What the handlers of pages and API share: the scenarios, the rooms, and who may enter them. */
final class Site {
    private static final String NO_INCIDENT = "There is no such incident here. It may belong to somebody else.";

    private static final Participant FACILITATOR = new Participant("facilitator", "Facilitator");

    private final Supplier<Premises> premises;
    final Learners learners;
    final Facilitator facilitator;
    final Doors doors = new Doors();
    final Templates templates = new Templates();
    final Results results = new Results(this);
    final DebriefShelf debriefs = new DebriefShelf(results::keep);
    private final RandomGenerator randomness;
    private volatile boolean ready = false;

    Site(Supplier<Premises> premises, Learners learners, Facilitator facilitator, RandomGenerator randomness) {
        this.premises = premises;
        this.learners = learners;
        this.facilitator = facilitator;
        this.randomness = randomness;
    }

    Library library() {
        return premises.get().library();
    }

    Studio studio() {
        return premises.get().studio();
    }

    /**
     * Whether questions are answered without waiting for the question model. It stays so: a scenario that changes is made ready within a
     * second, which is no reason to send learners elsewhere.
     */
    boolean isReady() {
        if (!ready) {
            ready = premises.get().isReady();
        }
        return ready;
    }

    Rooms rooms() {
        return premises.get().rooms();
    }

    Drills drills() {
        return premises.get().drills();
    }

    /** The room that the path names, if the caller may be in it; to everybody else it does not exist. */
    Room room(Context ctx) {
        return visible(ctx, new IncidentId(ctx.pathParam("id"))).orElseThrow(() -> Failure.notFound(NO_INCIDENT));
    }

    /** The room of an incident, if there is one and the caller may be in it. */
    Optional<Room> visible(Context ctx, IncidentId id) {
        return find(id).flatMap(room -> Drill.ownership(room.owner())
                .map(whose -> seated(ctx, room, whose))
                .orElseGet(() -> Optional.of(room).filter(each -> isOwner(ctx, each) || facilitator.is(ctx))));
    }

    /** The room of a drill team, for those who have a seat in it and for facilitators. */
    private Optional<Room> seated(Context ctx, Room room, Drill.Ownership whose) {
        return drills().find(whose.drill())
                .flatMap(drill -> learners.known(ctx)
                        .flatMap(caller -> drill.drill().seat(caller.id()))
                        .filter(seat -> seat.team().equals(whose.team()))
                        .map(Seat::person)
                        .or(() -> facilitator.is(ctx) ? Optional.of(FACILITATOR) : Optional.empty())
                        .map(person -> new SeatedRoom(room, drill, whose.team(), person)));
    }

    private Optional<Room> find(IncidentId id) {
        return id.value().matches("[A-Za-z0-9_-]{1,64}") ? rooms().find(id) : Optional.empty();
    }

    boolean isOwner(Context ctx, Room room) {
        return learners.known(ctx)
                .filter(caller -> caller.id().equals(room.owner().id()))
                .isPresent();
    }

    /** Who moves in {@code room}: its owner, somebody of its team, or a facilitator. */
    Participant mover(Context ctx, Room room) {
        if (room instanceof SeatedRoom seated) {
            return seated.person();
        }
        return isOwner(ctx, room) ? learners.of(ctx) : FACILITATOR;
    }

    /** In whose name a facilitator's moves are made; the caller has to be one. */
    Participant facilitating(Context ctx) {
        if (!facilitator.is(ctx)) {
            throw facilitator.challenge(ctx);
        }
        return FACILITATOR;
    }

    RandomGenerator randomness() {
        return randomness;
    }

    /** What is to be opened, or what is wrong with the words. */
    OpeningRequest.Reading read(OpeningRequest request) {
        return request.read(library().scenarios(), library().rubricIds(), randomness.nextLong());
    }

    /** Opens an incident for the caller. */
    Room open(Context ctx, OpeningRequest.Parsed what) {
        return rooms().open(what.scenario(), what.seed(), what.cause(), what.mode(), what.terms(), learners.of(ctx));
    }
}
