package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mayday.debrief.OpenScope;
import mayday.debrief.SoFar;
import mayday.exercise.Assessment;
import mayday.exercise.Drill;
import mayday.exercise.DrillTeam;
import mayday.exercise.Milestone;
import mayday.exercise.Role;
import mayday.exercise.Seat;
import mayday.exercise.TeamState;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Verdict;

/**
 * A team on the facilitator's console. All of it is the truth: nothing of it is for those who play.
 *
 * @param incident id of its incident; empty in the lobby
 * @param health {@code ok}, {@code warn}, {@code bad}, {@code unk} or {@code run}, with {@code state} as the word
 * @param chart the SLI as it is, at most one: none in the lobby
 * @param held hypotheses that are not ruled out, the surest first
 * @param uncertainty at most one: none until it is worked out
 * @param unasked parts of the scope that nobody has asked about
 * @param left of its time, in words; empty while it is that of the drill
 */
public record TeamView(
        String id,
        String name,
        String incident,
        String health,
        String state,
        boolean paused,
        boolean over,
        String left,
        List<ChartDrawing> chart,
        List<Step> steps,
        List<Held> held,
        List<Uncertainty> uncertainty,
        Updates updates,
        List<String> unasked,
        List<Move> moves,
        List<Sitting> seats) {
    private static final int MOST_HELD = 3;

    /** A first word within ten minutes, and then every quarter of an hour: what the score of communication asks for. */
    private static final Duration FIRST_UPDATE = Duration.ofMinutes(10);

    private static final Duration CADENCE = Duration.ofMinutes(15);

    public TeamView {
        chart = List.copyOf(chart);
        steps = List.copyOf(steps);
        held = List.copyOf(held);
        uncertainty = List.copyOf(uncertainty);
        unasked = List.copyOf(unasked);
        moves = List.copyOf(moves);
        seats = List.copyOf(seats);
    }

    /**
     * A step on the way.
     *
     * @param look {@code done}, {@code now} or empty
     */
    public record Step(String title, String look) {}

    public record Held(String text, int confidence) {}

    public record Uncertainty(String left, String unknown, String percent) {}

    /**
     * When it told anybody how it stands.
     *
     * @param text such as {@code 14:07, next due in 2:28}
     */
    public record Updates(String text, boolean late) {}

    /**
     * A move.
     *
     * @param told what came of it, such as {@code 0.7 bit}; may be empty
     */
    public record Move(String at, String text, String told, String by) {}

    public record Sitting(String role, String name) {}

    /** In the lobby, or before its incident can be opened. */
    public static TeamView waiting(Drill drill, DrillTeam team) {
        return new TeamView(
                team.id().value(),
                team.name(),
                "",
                "unk",
                drill.isOver() ? "Never began" : "Waits",
                false,
                drill.isOver(),
                "",
                List.of(),
                steps(List.of()),
                List.of(),
                List.of(),
                new Updates("–", false),
                List.of(),
                List.of(),
                seats(drill, team));
    }

    /**
     * A team at work.
     *
     * @param incident its room guards it while this is made
     * @param now incident time
     */
    public static TeamView of(
            Drill drill, DrillTeam team, String id, Incident incident, Optional<Assessment> assessed, Instant now) {
        var at = incident.isOver() ? incident.now() : now;
        var state = TeamState.of(incident, assessed, at);
        return new TeamView(
                team.id().value(),
                team.name(),
                id,
                health(state),
                words(state),
                drill.conduct().clock(team.id()).filter(each -> each.paused()).isPresent(),
                incident.isOver(),
                left(drill, incident, at),
                List.of(TrueSli.drawn(incident, at)),
                steps(Milestone.reached(incident)),
                held(incident),
                assessed.map(each -> uncertainty(each.soFar())).stream().toList(),
                updates(incident, at),
                OpenScope.of(incident).stream().map(OpenScope::title).toList(),
                LatestMoves.of(incident, assessed),
                seats(drill, team));
    }

    private static String health(TeamState state) {
        return switch (state) {
            case TeamState.Over over -> over.mitigated() ? "ok" : "bad";
            case TeamState.Paused _, TeamState.AtWork _ -> "unk";
            case TeamState.Clear _, TeamState.OnPace _ -> "ok";
            case TeamState.Worse _ -> "bad";
            case TeamState.Acting _ -> "run";
            case TeamState.Quiet _, TeamState.Behind _ -> "warn";
        };
    }

    private static String words(TeamState state) {
        return switch (state) {
            case TeamState.Over over -> over.mitigated() ? "Over, mitigated" : "Over, not mitigated";
            case TeamState.Paused _ -> "Paused";
            case TeamState.Clear _ -> "Clear";
            case TeamState.Worse _ -> "Made it worse";
            case TeamState.Acting _ -> "Acting";
            case TeamState.Quiet(var length) -> "Quiet " + length.toMinutes() + " min";
            case TeamState.OnPace _ -> "On pace";
            case TeamState.Behind _ -> "Behind";
            case TeamState.AtWork _ -> "At work";
        };
    }

    private static String left(Drill drill, Incident incident, Instant at) {
        var extended = incident.limit().compareTo(drill.plan().limit()) != 0;
        var left = Duration.between(at, incident.endsAt());
        return incident.isOver() || (!extended && !incident.clock().isPaused())
                ? ""
                : Format.length(left.isNegative() ? Duration.ZERO : left) + " left of "
                        + Format.length(incident.limit());
    }

    private static List<Step> steps(List<Milestone> reached) {
        var next = Arrays.stream(Milestone.values())
                .filter(each -> !reached.contains(each))
                .findFirst();
        return Arrays.stream(Milestone.values())
                .map(each -> new Step(
                        each.title(),
                        reached.contains(each)
                                ? "done"
                                : next.filter(each::equals).isPresent() ? "now" : ""))
                .toList();
    }

    private static List<Held> held(Incident incident) {
        return incident.board().hypotheses().stream()
                .filter(each -> each.verdict() != Verdict.RULED_OUT)
                .map(each -> new Held(Phrases.shortened(Phrases.hypothesis(each)), each.confidence()))
                .sorted(Comparator.comparingInt(Held::confidence).reversed())
                .limit(MOST_HELD)
                .toList();
    }

    private static Uncertainty uncertainty(SoFar soFar) {
        var share = soFar.unknown() <= 0 ? 0 : Math.clamp(soFar.left() / soFar.unknown(), 0, 1);
        return new Uncertainty(
                Format.tenth(soFar.left()),
                Format.tenth(soFar.unknown()),
                String.format(Locale.ROOT, "%.1f", share * 100));
    }

    private static Updates updates(Incident incident, Instant at) {
        var last = incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.UpdatePosted)
                .map(Recorded::at)
                .findFirst();
        var due = last.map(each -> each.plus(CADENCE))
                .orElseGet(() -> incident.scenario().pagedAt().plus(FIRST_UPDATE));
        var when = last.map(Format::minute).orElse("None yet");
        if (incident.isOver()) {
            return new Updates(
                    last.map(each -> "Last at " + Format.minute(each)).orElse("None"), last.isEmpty());
        }
        var late = at.isAfter(due);
        return new Updates(
                late
                        ? when + ", " + Format.length(Duration.between(due, at)) + " late"
                        : when + ", next due in " + Format.length(Duration.between(at, due)),
                late);
    }

    private static List<Sitting> seats(Drill drill, DrillTeam team) {
        var seats = drill.seatsOf(team.id());
        var sitting = new ArrayList<Sitting>();
        for (var role : Role.values()) {
            var names = seats.stream()
                    .filter(each -> each.role() == role)
                    .map(Seat::person)
                    .map(each -> each.name())
                    .toList();
            if (role != Role.OBSERVER || !names.isEmpty()) {
                sitting.add(new Sitting(role.abbreviation(), names.isEmpty() ? "–" : String.join(", ", names)));
            }
        }
        return sitting;
    }
}
