package mayday.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import mayday.account.Accounts;
import mayday.compiler.Library;
import mayday.compiler.Listing;
import mayday.drill.Drills;
import mayday.drill.Room;
import mayday.drill.Rooms;
import mayday.drill.SeatedRoom;
import mayday.exercise.Drill;
import mayday.exercise.Seat;
import mayday.incident.IncidentId;
import mayday.incident.OpeningRequest;
import mayday.incident.Participant;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.studio.Studio;
import mayday.web.view.Visitor;

/** What the handlers of pages and API share: the scenarios, the rooms, and who may enter them. */
final class Site {
    private static final String NO_INCIDENT = "There is no such incident here. It may belong to somebody else.";

    private static final Pattern AN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final int JOIN_CODES_A_MINUTE = 10;

    private final Supplier<Premises> premises;
    final Learners learners;
    final Facilitator facilitator;
    final Doors doors = new Doors();

    /** Wrong codes of drills: somebody who mistypes theirs has enough tries, somebody who guesses has not. */
    final Guesses joinCodes;

    final Templates templates = new Templates();
    final KeptRooms kept = new KeptRooms(templates);
    final Results results = new Results(this);
    final DebriefShelf debriefs = new DebriefShelf(results::keep);
    final OpeningRequest.First first = FirstIncident.read();
    private final RandomGenerator randomness;
    private volatile boolean ready = false;

    /** @param behindProxy whether all requests come through a proxy, which says whose they are */
    Site(Supplier<Premises> premises, RandomGenerator randomness, InstantSource wallClock, boolean behindProxy) {
        Supplier<byte[]> key = () -> premises.get().key().bytes();
        Supplier<Accounts> accounts = () -> premises.get().accounts();
        var addresses = new Addresses(behindProxy);
        this.premises = premises;
        this.learners = new Learners(key, randomness);
        this.facilitator =
                new Facilitator(accounts, new Sessions(accounts, key, wallClock, randomness), addresses, wallClock);
        this.joinCodes = new Guesses(JOIN_CODES_A_MINUTE, wallClock, addresses, "Too many wrong codes. Wait a minute.");
        this.randomness = randomness;
    }

    Library library() {
        return premises.get().library();
    }

    /**
     * A scenario as learners play it now. Right after a start it is compiled by itself, while the others are still being read; one that is not
     * there is waited for, so that whoever asks must hold nothing that others need.
     */
    Optional<Scenario> scenario(ScenarioId id) {
        return studio().playableWith(id).find(id);
    }

    /** What the catalogue lists. */
    Listing listing() {
        return premises.get().studio().listing();
    }

    Studio studio() {
        return premises.get().studio();
    }

    Accounts accounts() {
        return premises.get().accounts();
    }

    /** Whom a page greets. */
    Visitor visitor(Context ctx) {
        var facilitating =
                facilitator.greeted(ctx).map(each -> each.participant().name());
        return new Visitor(learners.name(ctx), facilitating.orElse(""));
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
                        .or(() -> facilitator.of(ctx).map(Facilitating::participant))
                        .map(person -> new SeatedRoom(room, drill, whose.team(), person)));
    }

    private Optional<Room> find(IncidentId id) {
        return AN_ID.matcher(id.value()).matches() ? rooms().find(id) : Optional.empty();
    }

    boolean isOwner(Context ctx, Room room) {
        return learners.known(ctx)
                .filter(caller -> caller.id().equals(room.owner().id()))
                .isPresent();
    }

    /** How long who has entered {@code room} may stay there: its owner and its team always, a facilitator until their session ends. */
    Clients.Stay stay(Context ctx, Room room) {
        return isOwner(ctx, room) || hasSeat(ctx, room)
                ? Clients.Stay.ALWAYS
                : facilitator.of(ctx).map(facilitator::stay).orElse(Clients.Stay.ALWAYS);
    }

    private boolean hasSeat(Context ctx, Room room) {
        return room instanceof SeatedRoom seated
                && learners.known(ctx)
                        .filter(caller -> caller.id().equals(seated.person().id()))
                        .isPresent();
    }

    /** Who moves in {@code room}: its owner, somebody of its team, or a facilitator. */
    Participant mover(Context ctx, Room room) {
        if (room instanceof SeatedRoom seated) {
            return seated.person();
        }
        return isOwner(ctx, room)
                ? learners.of(ctx)
                : facilitator
                        .require(ctx, "Only its owner or a facilitator may move here.")
                        .participant();
    }

    /** In whose name a facilitator's moves are made; the caller has to be one. */
    Participant facilitating(Context ctx) {
        return facilitator.require(ctx, "Only facilitators lead drills.").participant();
    }

    RandomGenerator randomness() {
        return randomness;
    }

    /** What is to be opened, or what is wrong with the words. */
    OpeningRequest.Reading read(OpeningRequest request) {
        var wanted = request.orFirst(first);
        var library = studio().playableWith(new ScenarioId(wanted.scenario()));
        return wanted.read(library.scenarios(), library.rubricIds(), randomness.nextLong());
    }

    /** Opens an incident for the caller. */
    Room open(Context ctx, OpeningRequest.Parsed what) {
        return rooms().open(what.scenario(), what.seed(), what.cause(), what.mode(), what.terms(), learners.of(ctx));
    }
}
