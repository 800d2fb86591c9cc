package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mayday.exercise.Drill;
import mayday.exercise.DrillEvent;
import mayday.exercise.DrillRecorded;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Role;
import mayday.incident.Participant;
import mayday.scenario.Words;

/**
 * An event of a drill as everybody in it may know it. What is for one team or role alone, such as a hint or private intel, is none of
 * these; it reaches its own by other ways.
 *
 * @param number counts public events alone, from 1
 * @param type such as {@code joined}
 * @param text in words
 * @param about the ids and words that programs want, by name
 */
public record PublicDrillEvent(long number, Instant at, String type, String text, Map<String, Object> about) {
    public PublicDrillEvent {
        about = Map.copyOf(about);
    }

    private record Told(String type, String text, Map<String, Object> about) {}

    /** All of them, in order. */
    public static List<PublicDrillEvent> of(Drill drill) {
        var all = new ArrayList<PublicDrillEvent>();
        for (var recorded : drill.history()) {
            told(drill, recorded)
                    .ifPresent(told -> all.add(new PublicDrillEvent(
                            all.size() + 1L, recorded.at(), told.type(), told.text(), told.about())));
        }
        return all;
    }

    private static Optional<Told> told(Drill drill, DrillRecorded recorded) {
        return switch (recorded.event()) {
            case DrillEvent.Created created ->
                told(
                        "created",
                        nameOf(created.by()) + " made this drill",
                        Map.of("title", created.plan().title()));
            case DrillEvent.TeamAdded added ->
                told(
                        "team-added",
                        "Team " + added.team().name() + " was added",
                        Map.of("team", id(added.team().id())));
            case DrillEvent.Joined joined ->
                told(
                        "joined",
                        came(drill, joined.person(), joined.role(), joined.team(), " came as "),
                        seat(joined.person(), joined.role(), joined.team()));
            case DrillEvent.SeatTaken taken ->
                told(
                        "seat-taken",
                        came(drill, taken.person(), taken.role(), taken.team(), " took "),
                        seat(taken.person(), taken.role(), taken.team()));
            case DrillEvent.Left left -> told("left", nameOf(left.person()) + " left", person(left.person()));
            case DrillEvent.ReadyChanged changed ->
                told(
                        "ready-changed",
                        nameOf(changed.person()) + (changed.ready() ? " is ready" : " is not ready yet"),
                        Map.of("person", changed.person().id(), "ready", changed.ready()));
            case DrillEvent.Said said ->
                told(
                        "said",
                        nameOf(said.by()) + ": " + said.text(),
                        Map.of("person", said.by().id(), "words", said.text()));
            case DrillEvent.Started started -> told("started", nameOf(started.by()) + " started the drill", Map.of());
            case DrillEvent.Paused paused ->
                told("paused", "Clock paused: " + names(drill, paused.teams()), teams(paused.teams()));
            case DrillEvent.Resumed resumed ->
                told("resumed", "Clock runs on: " + names(drill, resumed.teams()), teams(resumed.teams()));
            case DrillEvent.Extended extended ->
                told(
                        "extended",
                        extended.more().toMinutes() + " minutes more: " + names(drill, extended.teams()),
                        with(teams(extended.teams()), "seconds", extended.more().toSeconds()));
            case DrillEvent.CommandHandedOver handed ->
                told(
                        "command-handed-over",
                        handed.by().equals(handed.to())
                                ? nameOf(handed.to()) + " took command of " + names(drill, List.of(handed.team()))
                                : nameOf(handed.by()) + " handed command of " + names(drill, List.of(handed.team()))
                                        + " over to " + nameOf(handed.to()),
                        Map.of("team", id(handed.team()), "person", handed.to().id()));
            case DrillEvent.ProbeStarted started ->
                told(
                        "probe-started",
                        "The clocks stand: everybody is asked something",
                        Map.of("probe", started.number(), "until", started.until()));
            case DrillEvent.ProbeAnswered answered ->
                told(
                        "probe-answered",
                        nameOf(answered.person()) + " answered",
                        Map.of(
                                "probe",
                                answered.number(),
                                "person",
                                answered.person().id()));
            case DrillEvent.ProbeEnded ended ->
                told("probe-ended", "The questions are over", Map.of("probe", ended.number()));
            case DrillEvent.BoardShown shown ->
                told(
                        "scoreboard-shown",
                        "The scoreboard is now for "
                                + switch (shown.to()) {
                                    case EVERYONE -> "everybody";
                                    case FACILITATOR -> "the facilitator alone";
                                },
                        Map.of("to", Words.kebab(shown.to())));
            case DrillEvent.BoardFrozen _ ->
                told("scoreboard-frozen", "The scoreboard stands still until the end", Map.of());
            case DrillEvent.Ended _ -> told("ended", "The drill is over", Map.of());
            case DrillEvent.Revealed revealed ->
                told("revealed", "The next place was shown", Map.of("places", revealed.places()));
            // For one role, one team or one person alone, or seen in the incident only.
            case DrillEvent.IntelGiven _,
                    DrillEvent.Injected _,
                    DrillEvent.InjectWithdrawn _,
                    DrillEvent.HintSent _,
                    DrillEvent.AnsweredByHand _,
                    DrillEvent.ActionNamed _ -> Optional.empty();
        };
    }

    private static Optional<Told> told(String type, String text, Map<String, Object> about) {
        return Optional.of(new Told(type, text, about));
    }

    private static String came(Drill drill, Participant person, Role role, DrillTeamId team, String how) {
        return nameOf(person) + how + role.title().toLowerCase(Locale.ROOT) + " in " + names(drill, List.of(team));
    }

    private static String names(Drill drill, List<DrillTeamId> teams) {
        return teams.size() == drill.teams().size() && teams.size() > 1
                ? "all teams"
                : String.join(
                        ", ",
                        teams.stream()
                                .map(each -> drill.team(each)
                                        .map(team -> team.name())
                                        .orElse(each.value()))
                                .toList());
    }

    private static Map<String, Object> seat(Participant person, Role role, DrillTeamId team) {
        return Map.of("person", person.id(), "name", person.name(), "team", id(team), "role", Words.kebab(role));
    }

    private static Map<String, Object> person(Participant person) {
        return Map.of("person", person.id());
    }

    private static Map<String, Object> teams(List<DrillTeamId> teams) {
        return Map.of("teams", teams.stream().map(PublicDrillEvent::id).toList());
    }

    private static Map<String, Object> with(Map<String, Object> about, String name, Object value) {
        var more = new HashMap<>(about);
        more.put(name, value);
        return more;
    }

    private static String id(DrillTeamId team) {
        return team.value();
    }

    private static String nameOf(Participant person) {
        return LobbyView.nameOf(person);
    }
}
