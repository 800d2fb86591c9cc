package mayday.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import mayday.compiler.Library;
import mayday.drill.Room;
import mayday.drill.Rooms;
import mayday.incident.IncidentId;
import mayday.incident.OpeningRequest;
import mayday.incident.Participant;

/** What the handlers of pages and API share: the scenarios, the rooms, and who may enter them. */
final class Site {
    private static final String NO_INCIDENT = "There is no such incident here. It may belong to somebody else.";

    private final Supplier<Premises> premises;
    final Learners learners;
    final Facilitator facilitator;
    final Templates templates = new Templates();
    final DebriefShelf debriefs = new DebriefShelf();
    private final RandomGenerator randomness;

    Site(Supplier<Premises> premises, Learners learners, Facilitator facilitator, RandomGenerator randomness) {
        this.premises = premises;
        this.learners = learners;
        this.facilitator = facilitator;
        this.randomness = randomness;
    }

    Library library() {
        return premises.get().library();
    }

    /** Whether questions are answered without waiting for the question model. */
    boolean isReady() {
        return premises.get().isReady();
    }

    Rooms rooms() {
        return premises.get().rooms();
    }

    /** The room that the path names, if the caller may be in it; to everybody else it does not exist. */
    Room room(Context ctx) {
        var id = new IncidentId(ctx.pathParam("id"));
        var room = find(id).orElseThrow(() -> Failure.notFound(NO_INCIDENT));
        if (!isOwner(ctx, room) && !facilitator.is(ctx)) {
            throw Failure.notFound(NO_INCIDENT);
        }
        return room;
    }

    private Optional<Room> find(IncidentId id) {
        return id.value().matches("[A-Za-z0-9_-]{1,64}") ? rooms().find(id) : Optional.empty();
    }

    private boolean isOwner(Context ctx, Room room) {
        return learners.known(ctx)
                .filter(caller -> caller.id().equals(room.owner().id()))
                .isPresent();
    }

    /** Who moves in {@code room}: its owner, or a facilitator. */
    Participant mover(Context ctx, Room room) {
        return isOwner(ctx, room) ? learners.of(ctx) : new Participant("facilitator", "Facilitator");
    }

    /** What is to be opened, or what is wrong with the words. */
    OpeningRequest.Reading read(OpeningRequest request) {
        return request.read(library().scenarios(), randomness.nextLong());
    }

    /** Opens an incident for the caller. */
    Room open(Context ctx, OpeningRequest.Parsed what) {
        return rooms().open(what.scenario(), what.seed(), what.cause(), what.mode(), what.terms(), learners.of(ctx));
    }
}
