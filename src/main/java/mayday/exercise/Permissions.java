package mayday.exercise;

import java.util.Locale;
import java.util.Optional;

/** Who may make which moves in a team's incident: the one place that knows. */
public final class Permissions {
    /** Why somebody without a seat in the team makes no move in its incident. */
    public static final DrillRefusal ONLOOKER = new DrillRefusal(
            "onlookers-watch",
            "You have no seat in this team, so you see its incident and change nothing in it. Facilitators lead from the"
                    + " console.");

    private Permissions() {}

    /** Why somebody may not do something in their team's incident; empty if they may. */
    public static Optional<DrillRefusal> refusal(Drill drill, Seat seat, Duty duty) {
        if (seat.role() == Role.OBSERVER) {
            return Optional.of(
                    new DrillRefusal("observers-watch", "You are an observer: you see everything and change nothing."));
        }
        return switch (drill.plan().roles()) {
            case ADVISED -> Optional.empty();
            case ENFORCED -> enforced(drill, seat, duty);
        };
    }

    private static Optional<DrillRefusal> enforced(Drill drill, Seat seat, Duty duty) {
        if (duty.isOf(seat.role())) {
            return Optional.empty();
        }
        var team = drill.seatsOf(seat.team());
        var isDone = team.stream().anyMatch(each -> duty.isOf(each.role()));
        var hasCommander = drill.commander(seat.team()).isPresent();
        // An empty seat's duties go to the commander, and without one to whoever is there.
        var inherits = seat.role() == Role.INCIDENT_COMMANDER || !hasCommander;
        if (!isDone && inherits) {
            return Optional.empty();
        }
        return Optional.of(new DrillRefusal(
                "not-your-role",
                duty.title() + " is for " + whose(drill, seat.team(), duty, isDone) + " in this drill; you are "
                        + seat.role().title().toLowerCase(Locale.ROOT) + "."));
    }

    private static String whose(Drill drill, DrillTeamId team, Duty duty, boolean isDone) {
        if (isDone) {
            return duty.holder().title().toLowerCase(Locale.ROOT);
        }
        return drill.commander(team)
                .map(seat -> "the incident commander, since nobody has that role,")
                .orElse("nobody");
    }
}
