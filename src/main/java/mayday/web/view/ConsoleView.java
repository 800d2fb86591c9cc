package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.exercise.Assessment;
import mayday.exercise.Drill;
import mayday.exercise.DrillLimits;
import mayday.exercise.DrillTeam;
import mayday.exercise.PreparedInject;
import mayday.exercise.Stage;
import mayday.exercise.TeamClock;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Inject;
import mayday.scenario.Scenario;
import mayday.scenario.Tool;
import mayday.scenario.Words;

/**
 * The facilitator's console, ready for its templates. It holds the truth.
 *
 * @param stage {@code lobby}, {@code running} or {@code over}
 * @param people how many there are, in words
 * @param stuck teams that may want help
 * @param questions that were not understood and not answered by hand, the oldest first
 * @param planned injects, the latest first
 * @param probe the probe that is being answered, in words; empty if none is
 * @param log what happened, the latest first
 */
public record ConsoleView(
        String id,
        String title,
        String scenario,
        String code,
        String people,
        String stage,
        Clock clock,
        List<TeamView> teams,
        StandingsView board,
        boolean everyone,
        List<Prepared> prepared,
        List<String> truth,
        List<Help> stuck,
        List<Unanswered> questions,
        List<Planned> planned,
        String probe,
        int probes,
        List<LogLine> log) {
    private static final int MOST_LINES = 60;
    private static final int MOST_QUESTIONS = 20;

    public ConsoleView {
        teams = List.copyOf(teams);
        prepared = List.copyOf(prepared);
        truth = List.copyOf(truth);
        stuck = List.copyOf(stuck);
        questions = List.copyOf(questions);
        planned = List.copyOf(planned);
        log = List.copyOf(log);
    }

    /**
     * The drill's clock.
     *
     * @param now incident time, in seconds since 1970
     * @param limit in seconds; that of the team with the least
     * @param standing whether all clocks stand
     */
    public record Clock(long now, long ran, long limit, boolean running, boolean standing, double speed) {
        public String at() {
            return Format.clock(Instant.ofEpochSecond(now));
        }

        public String left() {
            return Format.length(Math.max(0, limit - ran));
        }

        public String of() {
            return Format.length(limit);
        }

        public String times() {
            return java.math.BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString();
        }
    }

    /** A team that may want help, and words that may be sent. */
    public record Help(String team, String name, String why, String hint) {}

    /**
     * An event that can be sent as it is.
     *
     * @param cause id of the cause that it adds; empty if it is no fault
     */
    public record Prepared(String id, String title, String note, String cause) {}

    /** The tools that can be down. */
    public List<Choice> tools() {
        return Arrays.stream(Tool.values())
                .map(each -> new Choice(Words.kebab(each), each.title()))
                .toList();
    }

    /** A question that was not understood. */
    public record Unanswered(
            String team, String name, String question, String at, String by, String words, String reply) {}

    /**
     * An inject for a later minute.
     *
     * @param waits whether it can be withdrawn
     */
    public record Planned(int number, String text, String when, boolean waits) {}

    public record LogLine(String at, String text) {}

    /**
     * A team at work.
     *
     * @param view made while the room guarded the incident
     */
    public record AtWork(DrillTeam team, Incident incident, TeamView view) {}

    /** What a console shows at {@code now}, real time. */
    public static ConsoleView of(
            Drill drill, Optional<Scenario> scenario, List<AtWork> atWork, List<Assessment> assessments, Instant now) {
        var paged = scenario.map(Scenario::pagedAt).orElse(Instant.EPOCH);
        var latest = assessments.stream().map(Assessment::standing).toList();
        return new ConsoleView(
                drill.id().value(),
                drill.plan().title(),
                scenario.map(Scenario::title).orElse(drill.plan().scenario().value()),
                drill.code().spaced(),
                people(drill),
                stage(drill),
                clock(drill, paged, now),
                drill.teams().stream().map(team -> view(drill, team, atWork)).toList(),
                StandingsView.forFacilitators(drill, latest),
                drill.conduct().board() == mayday.exercise.Plan.Board.EVERYONE,
                scenario.map(each -> PreparedInject.of(each, drill.plan().cause())).orElse(List.of()).stream()
                        .map(ConsoleView::prepared)
                        .toList(),
                scenario.map(each -> each.cause(drill.plan().cause()))
                        .map(cause -> List.of(cause.title(), cause.explanation()))
                        .orElse(List.of(drill.plan().cause().value(), "")),
                stuck(drill, assessments),
                questions(drill, atWork),
                planned(drill, scenario, paged, now),
                probe(drill),
                drill.conduct().probes().size(),
                log(drill, atWork, paged));
    }

    private static Prepared prepared(PreparedInject each) {
        var cause = each.inject() instanceof Inject.Fault(var id) ? id.value() : "";
        return new Prepared(each.id(), each.title(), each.note(), cause);
    }

    private static TeamView view(Drill drill, DrillTeam team, List<AtWork> atWork) {
        return atWork.stream()
                .filter(each -> each.team().equals(team))
                .map(AtWork::view)
                .findFirst()
                .orElseGet(() -> TeamView.waiting(drill, team));
    }

    private static String people(Drill drill) {
        var people = drill.seats().size();
        var teams = drill.teams().size();
        return people + (people == 1 ? " person in " : " people in ") + teams + (teams == 1 ? " team" : " teams");
    }

    static String stage(Drill drill) {
        return switch (drill.stage()) {
            case Stage.Lobby _ -> "lobby";
            case Stage.Running _ -> "running";
            case Stage.Over _ -> "over";
        };
    }

    private static Clock clock(Drill drill, Instant paged, Instant now) {
        var ran = drill.ran(now).toSeconds();
        var clocks = drill.conduct().clocks();
        var extended = clocks.stream()
                .map(TeamClock::extended)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        var standing = !clocks.isEmpty() && clocks.stream().allMatch(TeamClock::stands);
        var limit = drill.plan().limit().plus(extended).toSeconds();
        var running = drill.stage() instanceof Stage.Running && !standing && ran < limit;
        var shown = Math.min(ran, limit);
        return new Clock(
                paged.getEpochSecond() + shown,
                shown,
                limit,
                running,
                standing,
                drill.plan().terms().speed());
    }

    private static List<Help> stuck(Drill drill, List<Assessment> assessments) {
        return drill.isOver()
                ? List.of()
                : assessments.stream()
                        .flatMap(each -> each.stuck().stream()
                                .map(stuck -> new Help(
                                        each.team().value(), name(drill, each.team()), stuck.why(), stuck.hint())))
                        .toList();
    }

    static String name(Drill drill, mayday.exercise.DrillTeamId team) {
        return drill.team(team).map(DrillTeam::name).orElse(team.value());
    }

    private static List<Unanswered> questions(Drill drill, List<AtWork> atWork) {
        if (drill.isOver()) {
            return List.of();
        }
        return atWork.stream()
                .flatMap(each -> unanswered(drill, each))
                .limit(MOST_QUESTIONS)
                .toList();
    }

    private static Stream<Unanswered> unanswered(Drill drill, AtWork at) {
        var answered = drill.conduct().answers().stream()
                .filter(each -> each.team().equals(at.team().id()))
                .map(each -> each.question())
                .toList();
        return at.incident().history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAsked)
                .filter(each -> isLost((Event.QuestionAsked) each.event())
                        && !answered.contains(((Event.QuestionAsked) each.event()).id()))
                .map(each -> {
                    var asked = (Event.QuestionAsked) each.event();
                    return new Unanswered(
                            at.team().id().value(),
                            at.team().name(),
                            asked.id().value(),
                            Format.minute(each.at()),
                            asked.by().name(),
                            asked.words(),
                            asked.understoodAs().reply());
                });
    }

    private static boolean isLost(Event.QuestionAsked asked) {
        return switch (asked.understoodAs().outcome()) {
            case ASK_BACK, TOO_VAGUE, ABSENT, OFF_TOPIC -> true;
            case ANSWERED, ACTION, HYPOTHESIS, NO_ANSWER_KEY -> false;
        };
    }

    private static List<Planned> planned(Drill drill, Optional<Scenario> scenario, Instant paged, Instant now) {
        var ran = drill.ran(now);
        var planned = new ArrayList<Planned>();
        for (var each : drill.conduct().injects().reversed()) {
            var injected = each.injected();
            var after = injected.after().stream().findFirst();
            var waits = !each.withdrawn()
                    && !drill.isOver()
                    && after.filter(at -> at.compareTo(ran) > 0).isPresent();
            if (after.isPresent() && (waits || each.withdrawn())) {
                planned.add(new Planned(
                        each.number(),
                        DrillLog.inject(scenario, injected.inject()) + ", to "
                                + DrillLog.teams(drill, injected.teams()),
                        each.withdrawn()
                                ? "withdrawn"
                                : "at " + Format.minute(paged.plus(after.get())) + ", minute "
                                        + after.get().toMinutes(),
                        waits));
            }
        }
        return planned;
    }

    private static String probe(Drill drill) {
        return drill.conduct()
                .openProbe()
                .map(probe -> "Probe " + probe.number() + " is being answered: "
                        + probe.answers().size() + " of " + drill.seats().size() + " so far, until "
                        + DrillLimits.PROBE.toSeconds() + " seconds are over. All clocks stand.")
                .orElse("");
    }

    private static List<LogLine> log(Drill drill, List<AtWork> atWork, Instant paged) {
        var lines = new ArrayList<>(DrillLog.of(drill, paged));
        for (var each : atWork) {
            each.incident()
                    .history()
                    .forEach(recorded -> DrillLog.ofTeam(each.team(), recorded).ifPresent(lines::add));
        }
        lines.sort(Comparator.comparing(DrillLog.Line::at).reversed());
        return lines.stream()
                .limit(MOST_LINES)
                .map(line -> new LogLine(Format.minute(line.at()), line.text()))
                .toList();
    }

    /** The seconds of a clock that runs, as the page's heartbeat sends them. */
    public long beat() {
        return clock.now();
    }
}
