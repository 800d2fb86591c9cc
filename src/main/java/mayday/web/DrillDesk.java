package mayday.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mayday.drill.DrillRoom;
import mayday.drill.Drills;
import mayday.exercise.Drill;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillId;
import mayday.exercise.DrillRefusal;
import mayday.exercise.DrillTeam;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Seat;
import mayday.exercise.Stage;
import mayday.incident.Participant;
import mayday.web.view.LobbyView;
import mayday.web.view.MineView;

/** What pages and API of drills share: which drill is meant, and who is asking. The one place that knows who may see which drill. */
final class DrillDesk {
    private static final String NO_DRILL =
            "There is no such drill here, or you have no seat in it. Join with its code.";

    private final Site site;

    DrillDesk(Site site) {
        this.site = site;
    }

    Drills drills() {
        return site.drills();
    }

    RandomGenerator randomness() {
        return site.randomness();
    }

    /**
     * A drill as somebody sees it.
     *
     * @param seat theirs, if they have one
     */
    record Visit(DrillRoom room, Optional<Seat> seat, boolean isFacilitator) {
        Drill drill() {
            return room.drill();
        }

        /** Whoever has a seat. */
        Participant person() {
            return seat.map(Seat::person)
                    .orElseThrow(() -> refused(new DrillRefusal(
                            "no-seat", "You have no seat in this drill. Join it with its code first.")));
        }
    }

    Templates templates() {
        return site.templates;
    }

    /** A drill as everybody in it may know it. */
    LobbyView lobby(Drill drill) {
        return LobbyView.of(drill, site.scenario(drill.plan().scenario()));
    }

    /** What is somebody's own. Their team's incident is open when this returns, if the drill is on: they may go there at once. */
    MineView mine(Visit visit) {
        var drill = visit.drill();
        var seat = visit.seat().flatMap(each -> drill.seat(each.person().id()));
        if (drill.stage() instanceof Stage.Running) {
            seat.ifPresent(each -> visit.room().incident(each.team()));
        }
        return MineView.of(drill, seat, visit.isFacilitator());
    }

    /** The drill that the path names, for those who have a seat in it and for facilitators; to everybody else it does not exist. */
    Visit visit(Context ctx) {
        var id = ctx.pathParam("drill");
        var room = id.matches("[A-Za-z0-9_-]{1,64}") ? drills().find(new DrillId(id)) : Optional.<DrillRoom>empty();
        return room.flatMap(found -> visit(ctx, found)).orElseThrow(() -> Failure.notFound(NO_DRILL));
    }

    private Optional<Visit> visit(Context ctx, DrillRoom room) {
        var seat = site.learners.known(ctx).flatMap(caller -> room.drill().seat(caller.id()));
        var isFacilitator = site.facilitator.is(ctx);
        return seat.isPresent() || isFacilitator ? Optional.of(new Visit(room, seat, isFacilitator)) : Optional.empty();
    }

    /** The drill that the path names, led by the caller, who has to be a facilitator. */
    Visit led(Context ctx) {
        var _ = site.facilitator.enter(ctx);
        return visit(ctx);
    }

    /** How long a visitor may go on listening: whoever has a seat always, a facilitator until their session ends. */
    Clients.Stay stay(Context ctx, Visit visit) {
        return visit.seat().isPresent()
                ? Clients.Stay.ALWAYS
                : site.facilitator.of(ctx).map(site.facilitator::stay).orElse(Clients.Stay.ALWAYS);
    }

    /** In whose name a facilitator's moves are made. */
    Participant facilitator(Context ctx) {
        return site.facilitating(ctx);
    }

    /** The team that the path names. */
    DrillTeam team(Context ctx, Visit visit) {
        var id = ctx.pathParam("team");
        return visit.drill()
                .team(new DrillTeamId(id))
                .orElseThrow(() -> Failure.notFound("There is no such team in this drill."));
    }

    /** Makes a move; a refusal ends the request. */
    static Drill make(DrillRoom room, DrillCommand command) {
        return switch (room.submit(command)) {
            case DrillDecision.Accepted accepted -> accepted.after();
            case DrillDecision.Refused refused -> throw refused(refused.refusal());
        };
    }

    static Failure refused(DrillRefusal refusal) {
        return new Failure(Failure.Problem.of(refusal.id(), status(refusal), "Refused", refusal.reason()));
    }

    private static int status(DrillRefusal refusal) {
        return switch (refusal.id()) {
            case DrillRefusal.NOT_STORED -> 503;
            case DrillRefusal.UNKNOWN, "out-of-range", "empty", "too-long", "unknown-choice" -> 422;
            case "no-seat", "commander-only", "not-your-role", "observers-watch" -> 403;
            default -> 409;
        };
    }
}
