package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.exercise.DrillEvent;
import mayday.exercise.DrillTeam;
import mayday.exercise.DrillTeamId;
import mayday.exercise.JoinCode;
import mayday.exercise.Plan;
import mayday.exercise.Probe;
import mayday.exercise.Role;
import mayday.exercise.Standing;
import mayday.exercise.TeamIncident;
import mayday.incident.IncidentId;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Terms;
import mayday.scenario.CauseId;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stored text of drills is a promise, as that of incidents is: a file that exists is never changed. */
class DrillCodecTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved/drills");
    private static final Participant INES = new Participant("f-ines", "Ines");
    private static final Participant MARA = new Participant("p-mara", "Mara");
    private static final DrillTeamId KESTREL = new DrillTeamId("kestrel");
    private static final Plan PLAN = new Plan(
            "Thursday drill",
            new ScenarioId("dns-failures"),
            -7,
            new CauseId("emptied-record"),
            Plan.RoleRule.ENFORCED,
            Plan.Board.EVERYONE,
            Duration.ofMinutes(20),
            new Terms("default", true, Terms.Coaching.SPARSE, 2, Duration.ofMinutes(30)));

    static Stream<DrillEvent> samples() {
        var question = new Probe.Question(Probe.Level.PROJECTION, "In ten minutes?", List.of("better", "worse"));
        return Stream.of(
                new DrillEvent.Created(PLAN, new JoinCode("KTMQRV"), List.of(new DrillTeam(KESTREL, "Kestrel")), INES),
                new DrillEvent.TeamAdded(new DrillTeam(new DrillTeamId("heron"), "Heron"), INES),
                new DrillEvent.Joined(MARA, KESTREL, Role.INCIDENT_COMMANDER),
                new DrillEvent.SeatTaken(MARA, KESTREL, Role.SCRIBE),
                new DrillEvent.Left(MARA),
                new DrillEvent.ReadyChanged(MARA, true),
                new DrillEvent.IntelGiven(Role.COMMUNICATIONS, "The director is on a plane.", INES),
                new DrillEvent.Said(INES, "we start at two sharp"),
                new DrillEvent.Started(
                        new Revision("9f86d081884c7d65"),
                        List.of(new TeamIncident(KESTREL, new IncidentId("i-1"))),
                        INES),
                new DrillEvent.Paused(List.of(KESTREL), INES),
                new DrillEvent.Resumed(List.of(KESTREL), INES),
                new DrillEvent.Extended(List.of(KESTREL), Duration.ofMinutes(5), INES),
                new DrillEvent.HintSent(1, KESTREL, "Who else uses it?", 3, INES),
                new DrillEvent.AnsweredByHand(KESTREL, new QuestionId("q3"), "Nobody has changed it.", INES),
                new DrillEvent.Injected(
                        2,
                        List.of(KESTREL),
                        new Inject.Message("Kim (director)", "How does it stand?", List.of(Duration.ofMinutes(3))),
                        List.of(Duration.ofMinutes(12)),
                        INES),
                new DrillEvent.InjectWithdrawn(2, INES),
                new DrillEvent.CommandHandedOver(KESTREL, INES, MARA),
                new DrillEvent.ProbeStarted(
                        1,
                        Instant.parse("2026-03-05T12:06:00Z"),
                        List.of(question),
                        List.of(new Probe.Truth(KESTREL, List.of(1))),
                        INES),
                new DrillEvent.ProbeAnswered(1, MARA, List.of(Probe.DO_NOT_KNOW)),
                new DrillEvent.ProbeEnded(1),
                new DrillEvent.BoardShown(Plan.Board.EVERYONE, INES),
                new DrillEvent.BoardFrozen(
                        List.of(new Standing(KESTREL, 71, 60, List.of(Duration.ofSeconds(754)), 18_230, 1.75, 0.49)),
                        INES),
                new DrillEvent.Ended(INES),
                new DrillEvent.Revealed(2, INES),
                new DrillEvent.ActionNamed(MARA, "Ask for the scope first."));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesWhatWasApproved(DrillEvent event) throws IOException {
        var file = APPROVED.resolve(DrillCodec.type(event) + ".json");
        assertThat(DrillCodec.encode(event) + "\n").isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatItWrote(DrillEvent event) {
        assertThat(DrillCodec.decode(DrillCodec.type(event), DrillCodec.FORMAT, DrillCodec.encode(event)))
                .isEqualTo(event);
    }

    @Test
    void everyEventHasASample() {
        var sampled = samples().<Class<?>>map(DrillEvent::getClass).collect(Collectors.toSet());
        assertThat(sampled).isEqualTo(Set.copyOf(Arrays.asList(DrillEvent.class.getPermittedSubclasses())));
    }

    @Test
    void whatIsNoEventIsSaidToBeNone() {
        assertThatThrownBy(() -> DrillCodec.decode("drill-won", DrillCodec.FORMAT, "{}"))
                .isInstanceOf(JsonShapes.Unreadable.class)
                .hasMessage("\"drill-won\" is no kind of DrillEvent");
        assertThatThrownBy(() -> DrillCodec.decode("left", DrillCodec.FORMAT, "{}"))
                .hasMessage("`person` is missing");
    }
}
