package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.exercise.Drill;
import mayday.exercise.DrillTeam;
import mayday.exercise.Plan;
import mayday.exercise.Role;
import mayday.exercise.Seat;
import mayday.exercise.Stage;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.Words;

/**
 * A drill as everybody in it may know it: who sits where, and what it is about. The same for all who look; nothing of the truth and no
 * private intel is in it.
 *
 * @param stage {@code lobby}, {@code running} or {@code over}
 * @param leader the display name of whoever made it
 * @param code as it is read out
 * @param seats how many the four roles of all teams make, more people in a role counted as well
 * @param news newest first
 * @param version the number of events so far
 */
public record LobbyView(
        String id,
        String title,
        String stage,
        String leader,
        String code,
        int seats,
        int taken,
        int ready,
        List<TeamView> teams,
        BriefView brief,
        List<PublicDrillEvent> news,
        long version) {
    private static final int MOST_NEWS = 30;

    public LobbyView {
        teams = List.copyOf(teams);
        news = List.copyOf(news);
    }

    /**
     * A team.
     *
     * @param rows in the order of the roles; a role that nobody has is a row as well
     */
    public record TeamView(String id, String name, List<Row> rows, int filled, boolean allReady) {
        public TeamView {
            rows = List.copyOf(rows);
        }

        static TeamView of(Drill drill, DrillTeam team) {
            var seats = drill.seatsOf(team.id());
            var rows = Arrays.stream(Role.values())
                    .flatMap(role -> rows(seats, role))
                    .toList();
            var filled = seats.stream()
                    .map(Seat::role)
                    .filter(role -> role != Role.OBSERVER)
                    .distinct()
                    .count();
            return new TeamView(
                    team.id().value(),
                    team.name(),
                    rows,
                    (int) filled,
                    filled == ROLES && seats.stream().allMatch(Seat::ready));
        }

        private static Stream<Row> rows(List<Seat> seats, Role role) {
            var of = seats.stream()
                    .filter(each -> each.role() == role)
                    .map(Row::of)
                    .toList();
            return of.isEmpty() && role != Role.OBSERVER ? Stream.of(Row.open(role)) : of.stream();
        }

        /** How many roles there are to fill. */
        public int roles() {
            return ROLES;
        }
    }

    private static final int ROLES = Role.values().length - 1;

    /**
     * A seat.
     *
     * @param role such as {@code incident-commander}
     * @param person id of who sits there; empty for an open seat
     */
    public record Row(String role, String title, String person, String name, boolean ready) {
        static Row of(Seat seat) {
            return new Row(
                    Words.kebab(seat.role()),
                    seat.role().title(),
                    seat.person().id(),
                    nameOf(seat.person()),
                    seat.ready());
        }

        static Row open(Role role) {
            return new Row(Words.kebab(role), role.title(), "", "", false);
        }

        public boolean open() {
            return person.isEmpty();
        }
    }

    /** What is known before the page. */
    public record BriefView(String system, String level, String clock, String scoreboard, String roles, String help) {
        static BriefView of(Drill drill, Optional<Scenario> scenario) {
            return new BriefView(
                    scenario.map(BriefView::system)
                            .orElse(drill.plan().scenario().value() + ", which is not in the library just now"),
                    scenario.map(BriefView::level).orElse("unknown"),
                    clock(drill.plan()),
                    scoreboard(drill),
                    switch (drill.plan().roles()) {
                        case ADVISED -> "Advice: everybody but observers may do everything";
                        case ENFORCED -> "Enforced: each role does its own";
                    },
                    help(drill.plan().terms()));
        }

        private static String system(Scenario scenario) {
            var system = scenario.system();
            var regions = system.regionIds().size();
            return system.title() + ", " + system.services().size() + " services, " + regions
                    + (regions == 1 ? " region" : " regions");
        }

        private static String level(Scenario scenario) {
            return (List.of(Level.values()).indexOf(scenario.level()) + 1) + " of " + Level.values().length;
        }

        private static String clock(Plan plan) {
            var speed = plan.terms().speed();
            return "Live, " + Format.length(plan.limit())
                    + (speed == Terms.REAL_TIME
                            ? ""
                            : ", at "
                                    + java.math.BigDecimal.valueOf(speed)
                                            .stripTrailingZeros()
                                            .toPlainString() + "×");
        }

        private static String scoreboard(Drill drill) {
            var freezes = drill.plan().freezesAfter();
            return switch (drill.conduct().board()) {
                case FACILITATOR -> "Hidden until the end";
                case EVERYONE ->
                    freezes.equals(Duration.ZERO)
                            ? "Shown to everybody"
                            : "Shown to everybody, frozen after " + freezes.toMinutes() + " min";
            };
        }

        private static String help(Terms terms) {
            var coach = switch (terms.coach()) {
                case OFF -> "";
                case SPARSE, USUAL, CLOSE -> "a coach";
                case GUIDE -> "a guide";
            };
            var hints = terms.hints() ? "hints at their price" : "";
            return hints.isEmpty() && coach.isEmpty()
                    ? "None"
                    : Phrases.capital(hints + (hints.isEmpty() || coach.isEmpty() ? "" : " and ") + coach);
        }
    }

    /** The drill as it is now, of a scenario as it is in the library, if it is. */
    public static LobbyView of(Drill drill, Optional<Scenario> scenario) {
        var teams = drill.teams().stream().map(team -> TeamView.of(drill, team)).toList();
        var rows = teams.stream()
                .flatMap(team -> team.rows().stream())
                .filter(row -> !isObserver(row))
                .toList();
        return new LobbyView(
                drill.id().value(),
                drill.plan().title(),
                stage(drill.stage()),
                nameOf(drill.created().by()),
                drill.code().spaced(),
                rows.size(),
                (int) rows.stream().filter(row -> !row.open()).count(),
                (int) rows.stream().filter(Row::ready).count(),
                teams,
                BriefView.of(drill, scenario),
                PublicDrillEvent.of(drill).reversed().stream().limit(MOST_NEWS).toList(),
                drill.version());
    }

    private static boolean isObserver(Row row) {
        return row.role().equals(Words.kebab(Role.OBSERVER));
    }

    /** How far it is, in one word. */
    public static String stage(Stage stage) {
        return switch (stage) {
            case Stage.Lobby _ -> "lobby";
            case Stage.Running _ -> "running";
            case Stage.Over _ -> "over";
        };
    }

    /** What it says at the top. */
    public String headline() {
        return switch (stage) {
            case "lobby" -> "Waiting for " + leader + " to start";
            case "running" -> "The drill is on";
            default -> "The drill is over";
        };
    }

    /** People who are not ready, observers left out. */
    public List<Row> unready() {
        return teams.stream()
                .flatMap(team -> team.rows().stream())
                .filter(row -> !row.open() && !row.ready() && !isObserver(row))
                .toList();
    }

    /** A role with what it is for. */
    public record RoleView(String title, String description, String icon) {
        static RoleView of(Role role) {
            return new RoleView(role.title(), role.description(), icon(role));
        }

        private static String icon(Role role) {
            return switch (role) {
                case INCIDENT_COMMANDER -> "target";
                case OPERATIONS -> "term";
                case COMMUNICATIONS -> "horn";
                case SCRIBE -> "pen";
                case OBSERVER -> "eye";
            };
        }
    }

    /** The roles that a team fills. */
    public static List<RoleView> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.OBSERVER)
                .map(RoleView::of)
                .toList();
    }

    static String nameOf(Participant person) {
        return person.name().isEmpty() ? "Somebody" : person.name();
    }

    /** When it happened, as the log shows it. */
    public static String at(Instant at) {
        return Format.minute(at);
    }
}
