package mayday.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mayday.exercise.Drill;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecider;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillEvolution;
import mayday.exercise.DrillRecorded;
import mayday.exercise.DrillStory;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
import mayday.exercise.Probe;
import mayday.exercise.Role;
import mayday.incident.IncidentId;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.journal.Codec;
import mayday.scenario.CauseId;
import mayday.scenario.Tool;
import org.junit.jupiter.api.Test;

/** What is done in drills by people and facilitators who do anything at any time, while the clock jumps: no drill breaks by it. */
class HostileDrillTest {
    private static final int ROUNDS = 60;
    private static final int COMMANDS = 120;

    @Test
    void neverBreaksADrill() {
        Fuzz.rounds(ROUNDS, random -> new Round(random).play());
    }

    private static final class Round {
        private static final List<Participant> PEOPLE =
                List.of(DrillStory.INES, DrillStory.TOMASZ, DrillStory.MARA, DrillStory.DELE, DrillStory.PRIYA);

        private final Random random;
        private Drill drill;
        private Instant clock = DrillStory.NOON;

        Round(Random random) {
            this.random = random;
            var roles = Plan.RoleRule.values();
            this.drill = DrillStory.lobby().drill();
            if (random.nextBoolean()) {
                drill = DrillDecider.create(
                                drill.id(),
                                DrillStory.plan(roles[random.nextInt(roles.length)]),
                                List.of("Kestrel", "Heron", "kestrel"),
                                DrillStory.INES,
                                clock,
                                random)
                        .after();
            }
        }

        void play() {
            for (var i = 0; i < COMMANDS; i++) {
                clock = clock.plusSeconds(random.nextInt(12) == 0 ? random.nextInt(7_200) - 3_600 : random.nextInt(60));
                make(next());
            }
            var stream = Codec.readBackDrill(drill.history());
            assertThat(stream).isEqualTo(drill.history());
            assertThat(DrillEvolution.replay(drill.id(), stream)).isEqualTo(drill);
        }

        private void make(DrillCommand command) {
            var before = drill;
            var decision = DrillDecider.decide(before, command, clock);
            drill = decision.after();
            var sequence = before.version();
            var at = before.now();
            for (DrillRecorded each : decision.recorded()) {
                assertThat(each.sequence()).isEqualTo(++sequence);
                assertThat(each.at()).isAfterOrEqualTo(at);
                at = each.at();
            }
            assertThat(drill.version()).isEqualTo(sequence);
            if (decision instanceof DrillDecision.Refused(var refusal, var _, var _)) {
                assertThat(refusal.reason()).isNotBlank();
            }
            assertThat(drill.ran(clock).isNegative()).isFalse();
        }

        private DrillCommand next() {
            var by = one(PEOPLE);
            return switch (random.nextInt(24)) {
                case 0 -> new DrillCommand.AddTeam(by, text("Osprey"));
                case 1, 2 -> new DrillCommand.TakeSeat(by, one(List.of("", "kestrel", "heron", odd())), role());
                case 3 -> new DrillCommand.Leave(by);
                case 4 -> new DrillCommand.BeReady(by, random.nextBoolean());
                case 5 -> new DrillCommand.GiveIntel(by, any(Role.class), text("Look at the cache."));
                case 6 -> new DrillCommand.Say(by, text("Ten minutes left."));
                case 7 -> new DrillCommand.Start(by, DrillStory.REVISION, incidents());
                case 8 -> new DrillCommand.Pause(by, teams());
                case 9 -> new DrillCommand.Resume(by, teams());
                case 10 -> new DrillCommand.Extend(by, teams(), length());
                case 11 ->
                    new DrillCommand.Throw(by, teams(), inject(), random.nextBoolean() ? List.of() : List.of(length()));
                case 12 -> new DrillCommand.WithdrawInject(by, random.nextInt(-1, 5));
                case 13 -> new DrillCommand.SendHint(by, team(), text("Ask."), random.nextInt(-2, 14));
                case 14 -> new DrillCommand.AnswerByHand(by, team(), new QuestionId(text("Q1")), text("Yes."));
                case 15 -> new DrillCommand.HandOver(by, one(PEOPLE).id());
                case 16 -> new DrillCommand.StartProbe(by, questions(), List.of());
                case 17, 18 -> new DrillCommand.AnswerProbe(by, choices());
                case 19 -> new DrillCommand.ShowBoard(by, any(Plan.Board.class));
                case 20 -> new DrillCommand.FreezeBoard(by, List.of());
                case 21 -> random.nextInt(6) == 0 ? new DrillCommand.End(by) : new DrillCommand.Observe();
                case 22 -> new DrillCommand.Reveal(by);
                default -> new DrillCommand.NameAction(by, text("Page earlier."));
            };
        }

        private List<Probe.Question> questions() {
            return random.nextBoolean()
                    ? List.of()
                    : List.of(new Probe.Question(any(Probe.Level.class), text("What now?"), List.of("this", "that")));
        }

        private List<Integer> choices() {
            var choices = new ArrayList<Integer>();
            for (var i = random.nextInt(4); i > 0; i--) {
                choices.add(random.nextInt(-1, 6));
            }
            return choices;
        }

        private List<IncidentId> incidents() {
            var ids = new ArrayList<IncidentId>();
            for (var i = random.nextInt(5) == 0
                            ? random.nextInt(5)
                            : drill.teams().size();
                    i > 0;
                    i--) {
                ids.add(new IncidentId("i" + i));
            }
            return ids;
        }

        private Inject inject() {
            return switch (random.nextInt(4)) {
                case 0 -> new Inject.Message(text("Kenji"), text("How is it?"), List.of(length()));
                case 1 -> new Inject.Alert(text("Disk > 90 %"));
                case 2 -> new Inject.ToolOutage(any(Tool.class), length());
                default -> new Inject.Fault(new CauseId(text("emptied-record")));
            };
        }

        private Duration length() {
            return one(List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(-1),
                    Duration.ofSeconds(Long.MAX_VALUE),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofDays(9)));
        }

        private List<DrillTeamId> teams() {
            return random.nextBoolean() ? List.of() : List.of(team());
        }

        private DrillTeamId team() {
            return random.nextInt(5) == 0
                    ? new DrillTeamId(odd())
                    : one(drill.teams()).id();
        }

        private String role() {
            return one(List.of("", "incident-commander", "operations", "scribe", "communications", odd()));
        }

        private String text(String usual) {
            return random.nextInt(5) == 0 ? odd() : usual;
        }

        private String odd() {
            return one(Damage.ODD);
        }

        private <E extends Enum<E>> E any(Class<E> words) {
            return one(List.of(words.getEnumConstants()));
        }

        private <T> T one(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
