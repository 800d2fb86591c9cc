package mayday.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.scenario.CauseId;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;

/** A drill of two teams as a story: what was done, and what came of it. */
public final class DrillStory {
    public static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    public static final Participant INES = new Participant("f-ines", "Ines");
    public static final Participant TOMASZ = new Participant("p-tomasz", "Tomasz");
    public static final Participant MARA = new Participant("p-mara", "Mara");
    public static final Participant DELE = new Participant("p-dele", "Dele");
    public static final Participant PRIYA = new Participant("p-priya", "Priya");
    public static final DrillTeamId KESTREL = new DrillTeamId("kestrel");
    public static final DrillTeamId HERON = new DrillTeamId("heron");
    public static final Revision REVISION = new Revision("a".repeat(64));
    public static final Plan PLAN = plan(Plan.RoleRule.ADVISED);

    private Drill drill;
    private Instant now = NOON;
    private DrillDecision last;

    private DrillStory(Plan plan) {
        var created =
                DrillDecider.create(new DrillId("d1"), plan, List.of("Kestrel", "Heron"), INES, NOON, new Random(1));
        this.drill = created.after();
        this.last = created;
    }

    public static Plan plan(Plan.RoleRule roles) {
        return new Plan(
                "Thursday drill",
                new ScenarioId("dns-failures"),
                7,
                new CauseId("emptied-record"),
                roles,
                Plan.Board.FACILITATOR,
                Duration.ZERO,
                new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, Terms.REAL_TIME, Duration.ofMinutes(30)));
    }

    public static DrillStory lobby() {
        return new DrillStory(PLAN);
    }

    static DrillStory lobby(Plan plan) {
        return new DrillStory(plan);
    }

    /** Both teams at work: Tomasz commands Kestrel with Mara in operations, Priya commands Heron. */
    public static DrillStory running() {
        return running(PLAN);
    }

    static DrillStory running(Plan plan) {
        return lobby(plan).seated().when(start());
    }

    DrillStory seated() {
        return when(
                take(TOMASZ, "kestrel", "incident-commander"),
                take(MARA, "kestrel", "operations"),
                take(PRIYA, "heron", "incident-commander"));
    }

    static DrillCommand take(Participant person, String team, String role) {
        return new DrillCommand.TakeSeat(person, team, role);
    }

    static DrillCommand start() {
        return new DrillCommand.Start(INES, REVISION, List.of(new IncidentId("i-kestrel"), new IncidentId("i-heron")));
    }

    public DrillStory at(int minute, int second) {
        now = NOON.plusSeconds(minute * 60L + second);
        return this;
    }

    public DrillStory when(DrillCommand... commands) {
        for (var command : commands) {
            last = DrillDecider.decide(drill, command, now);
            drill = last.after();
        }
        return this;
    }

    /** The last command had exactly these events. */
    DrillStory then(DrillEvent... events) {
        assertThat(last).isInstanceOf(DrillDecision.Accepted.class);
        assertThat(last.recorded().stream().map(DrillRecorded::event)).isEqualTo(Arrays.asList(events));
        return this;
    }

    DrillStory thenRefused(String id, String reason) {
        assertThat(last).isInstanceOf(DrillDecision.Refused.class);
        assertThat(((DrillDecision.Refused) last).refusal()).isEqualTo(new DrillRefusal(id, reason));
        return this;
    }

    DrillStory thenRefused(String id) {
        assertThat(last).isInstanceOf(DrillDecision.Refused.class);
        assertThat(((DrillDecision.Refused) last).refusal().id()).isEqualTo(id);
        return this;
    }

    public Drill drill() {
        return drill;
    }

    Role roleOf(Participant person) {
        return drill.seat(person.id()).orElseThrow().role();
    }

    static List<Participant> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Participant("p" + i, "Person " + i))
                .toList();
    }
}
