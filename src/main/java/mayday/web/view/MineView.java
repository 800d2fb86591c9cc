package mayday.web.view;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.exercise.Drill;
import mayday.exercise.DrillTeam;
import mayday.exercise.Duty;
import mayday.exercise.Permissions;
import mayday.exercise.Role;
import mayday.exercise.Seat;
import mayday.scenario.Words;

/**
 * What one person sees of a drill that others do not: their seat, what only their role is told, and what they may do.
 *
 * @param seat at most one; none for a facilitator who looks on
 * @param incident of their team, once there is one
 * @param intel what only their role knows; empty if there is nothing
 * @param refused why they may not do something in their team's incident, by sort of move
 * @param mates others of the team to whom command can be handed over
 */
public record MineView(
        String drill,
        String stage,
        List<SeatView> seat,
        String incident,
        String intel,
        Map<Duty, String> refused,
        List<Choice> mates,
        boolean commandIsFree,
        boolean facilitates,
        List<Choice> teams) {
    public MineView {
        seat = List.copyOf(seat);
        refused = Map.copyOf(refused);
        mates = List.copyOf(mates);
        teams = List.copyOf(teams);
    }

    /**
     * Where they sit.
     *
     * @param role such as {@code incident-commander}
     * @param duty what the role is for
     */
    public record SeatView(
            String person,
            String name,
            String team,
            String teamName,
            String role,
            String title,
            String duty,
            boolean ready) {}

    /** What {@code drill} is to whoever has {@code seat}, or to a facilitator. */
    public static MineView of(Drill drill, Optional<Seat> seat, boolean facilitates) {
        var team = seat.map(Seat::team);
        return new MineView(
                drill.id().value(),
                LobbyView.stage(drill.stage()),
                seat.map(each -> seat(drill, each)).stream().toList(),
                team.flatMap(drill::incident).map(id -> id.value()).orElse(""),
                seat.map(each -> drill.intelOf(each.role())).orElse(""),
                refused(drill, seat),
                seat.map(each -> mates(drill, each)).orElse(List.of()),
                team.filter(each -> drill.commander(each).isEmpty()).isPresent(),
                facilitates,
                drill.teams().stream()
                        .map(each -> new Choice(each.id().value(), each.name()))
                        .toList());
    }

    private static SeatView seat(Drill drill, Seat seat) {
        return new SeatView(
                seat.person().id(),
                LobbyView.nameOf(seat.person()),
                seat.team().value(),
                drill.team(seat.team()).map(DrillTeam::name).orElse(seat.team().value()),
                Words.kebab(seat.role()),
                seat.role().title(),
                seat.role().description(),
                seat.ready());
    }

    private static Map<Duty, String> refused(Drill drill, Optional<Seat> seat) {
        var refused = new EnumMap<Duty, String>(Duty.class);
        for (var duty : Duty.values()) {
            seat.map(each -> Permissions.refusal(drill, each, duty))
                    .orElse(Optional.of(Permissions.ONLOOKER))
                    .ifPresent(why -> refused.put(duty, why.reason()));
        }
        return refused;
    }

    private static List<Choice> mates(Drill drill, Seat seat) {
        return drill.seatsOf(seat.team()).stream()
                .filter(each -> !each.equals(seat) && each.role() != Role.OBSERVER)
                .map(each -> new Choice(
                        each.person().id(),
                        LobbyView.nameOf(each.person()) + ", " + each.role().title()))
                .toList();
    }

    /** Why they may not do something; empty if they may. */
    public String refusal(String duty) {
        return Words.parse(Duty.class, duty)
                .map(each -> refused.getOrDefault(each, ""))
                .orElse("");
    }

    /** All sorts of moves, as the page names them. */
    public static List<String> duties() {
        return Arrays.stream(Duty.values()).map(Words::kebab).toList();
    }

    private static boolean isIn(SeatView seat, Role role) {
        return seat.role().equals(Words.kebab(role));
    }

    public boolean commands() {
        return seat.stream().anyMatch(each -> isIn(each, Role.INCIDENT_COMMANDER));
    }

    /** Whether they can take command that nobody has. */
    public boolean mayTakeCommand() {
        return commandIsFree && seat.stream().anyMatch(each -> !isIn(each, Role.OBSERVER));
    }

    /** The roles to choose from. */
    public static List<Choice> roles() {
        return Arrays.stream(Role.values())
                .map(each -> new Choice(Words.kebab(each), each.title()))
                .toList();
    }
}
