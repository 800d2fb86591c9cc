package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mayday.debrief.Criterion.Step;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** What rubrics judge by, each read off a small incident. */
class MeasuringTest {
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final Command ROLL_BACK =
            new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), "");
    private static final Command DRAIN = new Command.Act(SAM, new Action.DrainRegion(TinyShop.EAST), "");
    private static final Command CLOSE = new Command.Close(SAM, "Done.");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Criterion RUNBOOK = new Criterion.AskedInOrder(
            List.of(new Step(Set.of(Dimension.DEPENDENCY_STATUS)), new Step(Set.of(Dimension.RECENT_DEPLOYS))));

    @Test
    void aRunbookInItsOrderIsWorthAll() {
        var reading = scored(RUNBOOK, ask(Dimension.DEPENDENCY_STATUS), ask(Dimension.RECENT_DEPLOYS), CLOSE);

        assertThat(reading.score()).isEqualTo(100);
        assertThat(reading.text())
                .isEqualTo("You asked about dependency status (14:00), then recent deploys (14:00)."
                        + " The runbook's order is: dependency status, then recent deploys.");
        assertThat(reading.moves()).hasSize(2);
    }

    @Test
    void theOtherWayRoundIsWorthHalfOneStepAQuarterAndNoneNothing() {
        assertThat(scored(RUNBOOK, ask(Dimension.RECENT_DEPLOYS), ask(Dimension.DEPENDENCY_STATUS), CLOSE)
                        .score())
                .isEqualTo(50);
        var one = scored(RUNBOOK, ask(Dimension.RECENT_DEPLOYS), CLOSE);
        assertThat(one.score()).isEqualTo(25);
        assertThat(one.text()).startsWith("You asked about recent deploys (14:00), never about dependency status.");
        var none = scored(RUNBOOK, CLOSE);
        assertThat(none.score()).isZero();
        assertThat(none.text()).isEqualTo("None of it was asked: dependency status, then recent deploys.");
    }

    @Test
    void faultsCountIfTheyWereThoughtOfBeforeTheFirstAction() {
        var moves = new Command[] {
            suspect(FaultClass.BAD_RELEASE),
            suspect(FaultClass.FLAG_CHANGE),
            suspect(FaultClass.OTHER),
            ROLL_BACK,
            suspect(FaultClass.DATABASE),
            CLOSE
        };

        var classes = scored(new Criterion.FaultClasses(4), moves);
        assertThat(classes.score()).isEqualTo(50);
        assertThat(classes.text())
                .isEqualTo("Before the first action you had written down 2 kinds of fault that it could be"
                        + " (bad release, flag change); 4 are asked for.");
        assertThat(classes.moves()).hasSize(2);
        var layers = scored(new Criterion.Layers(2), moves);
        assertThat(layers.score()).isEqualTo(50);
        assertThat(layers.text()).isEqualTo("They lay in 1 layer of the system (code and settings); 2 are asked for.");
    }

    @Test
    void whoActsWithoutAThoughtHasNoImagination() {
        assertThat(scored(new Criterion.FaultClasses(1), ROLL_BACK, suspect(FaultClass.DATABASE), CLOSE)
                        .score())
                .isZero();
    }

    @Test
    void theWidestActionDecidesOnTheBlastRadius() {
        assertThat(scored(new Criterion.BlastRadius(2), ROLL_BACK, CLOSE).score())
                .isEqualTo(100);
        assertThat(scored(new Criterion.BlastRadius(3), ROLL_BACK, DRAIN, CLOSE).score())
                .isEqualTo(50);
        assertThat(scored(new Criterion.BlastRadius(2), DRAIN, ROLL_BACK, CLOSE).score())
                .isZero();
        assertThat(read(new Criterion.BlastRadius(2), CLOSE)).isEqualTo(new Reading.NotCounted("No action was taken."));
    }

    @Test
    void anUpdateFadesWhenItIsLate() {
        var within = new Criterion.UpdatedWithin(TEN_MINUTES);

        assertThat(scored(within, UPDATE, CLOSE).score()).isEqualTo(100);
        var late = scored(within, pause(20), UPDATE, CLOSE);
        assertThat(late.text())
                .isEqualTo("You posted your first update 20:30 min after the page; 10 minutes is asked for.");
        assertThat(late.score()).isEqualTo(48);
        assertThat(scored(within, pause(12), CLOSE))
                .isEqualTo(new Reading.Scored("You posted no update.", 0, List.of()));
    }

    @Test
    void helpIsAskedForOnlyWhereItTakesLongerThanTheWindow() {
        var within = new Criterion.EscalatedWithin(TEN_MINUTES);

        assertThat(scored(within, pause(4), CALL, pause(20), CLOSE).score()).isEqualTo(100);
        var late = scored(within, pause(15), CALL, CLOSE);
        assertThat(late.text())
                .isEqualTo("You called somebody else 15:20 min after the page; 10 minutes is asked for.");
        assertThat(late.score()).isEqualTo(73);
        assertThat(scored(within, pause(15), CLOSE).text()).isEqualTo("You called nobody else.");
        assertThat(read(within, ROLL_BACK, pause(8), CLOSE)).isInstanceOf(Reading.NotCounted.class);
    }

    @Test
    void mitigationIsMeasuredFromThePage() {
        var quick = scored(new Criterion.MitigatedWithin(TEN_MINUTES), ROLL_BACK, pause(8), CLOSE);
        assertThat(quick.score()).isEqualTo(100);
        assertThat(quick.text()).startsWith("Customer impact ended ").endsWith("; 10 minutes is asked for.");
        assertThat(quick.moves()).hasSize(1);
        assertThat(scored(new Criterion.MitigatedWithin(TEN_MINUTES), pause(5), CLOSE)
                        .score())
                .isZero();
    }

    @Test
    void failuresAreComparedWithDoingNothing() {
        var avoided = scored(new Criterion.FailuresAvoided(0.5), ROLL_BACK, pause(25), CLOSE);
        assertThat(avoided.score()).isEqualTo(100);
        assertThat(avoided.text())
                .contains("% of the requests that would have failed if nothing had been done did not");
        var nothing = scored(new Criterion.FailuresAvoided(0.5), pause(10), CLOSE);
        assertThat(nothing.score()).isZero();
        assertThat(nothing.text()).startsWith("As many requests failed as if nothing had been done (");
    }

    @Test
    void aFindingGivesTheShareOfItsPoints() {
        var late = scored(new Criterion.Earned(FindingKind.WHERE), ROLL_BACK, ask(Dimension.REGION_SCOPE), CLOSE);
        assertThat(late.score()).isEqualTo(50);
        assertThat(late.text()).endsWith("did you look into whether it is all regions or one.");
        assertThat(scored(new Criterion.Earned(FindingKind.CALIBRATION), CLOSE))
                .isEqualTo(new Reading.Scored("You wrote no hypothesis down.", 0, List.of()));
        assertThat(read(new Criterion.Earned(FindingKind.LAST_UPDATE), CLOSE))
                .isEqualTo(new Reading.NotCounted("There was no recovery to tell of."));
    }

    @Test
    void oneFaultHalvesAndSeveralTakeAllAndWhoDidNothingIsNotPraised() {
        var blind = new Criterion.Without(FindingKind.BLIND_ACTION);

        assertThat(scored(blind, ask(Dimension.START_TIME), ROLL_BACK, CLOSE))
                .isEqualTo(new Reading.Scored("Something had been asked before each action.", 100, List.of()));
        assertThat(scored(blind, ROLL_BACK, CLOSE).score()).isEqualTo(50);
        assertThat(scored(blind, ROLL_BACK, DRAIN, CLOSE).score()).isZero();
        assertThat(read(blind, CLOSE)).isEqualTo(new Reading.NotCounted("No action was taken."));
    }

    private static final Command UPDATE = new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "We are looking into it.");
    private static final Command CALL = new Command.Escalate(SAM, TinyShop.SHOP_TEAM, "Please help.");

    private static Reading.Scored scored(Criterion criterion, Command... moves) {
        return (Reading.Scored) read(criterion, moves);
    }

    private static Reading read(Criterion criterion, Command... moves) {
        var incident = played(TinyShop.BAD_RELEASE, moves);
        var debrief = Debriefs.of(incident);
        return new Measuring(incident, debrief, debrief.structure().parts()).read(criterion);
    }

    static Incident played(CauseId cause, Command... moves) {
        var incident = Decider.open(TinyShop.scenario(), 42, cause, ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
        for (var move : moves) {
            incident = Decider.decide(incident.scenario(), incident, move, incident.now())
                    .after();
        }
        return incident;
    }

    private static Command ask(Dimension dimension) {
        var read = new Interpretation(dimension, List.of(), new Window.Usual(), 1, "");
        return new Command.Ask(SAM, dimension.words() + "?", Understanding.answered(List.of(read)));
    }

    private static Command suspect(FaultClass faultClass) {
        return new Command.StateHypothesis(SAM, "", faultClass, "shop", 40);
    }

    private static Command pause(int minutes) {
        return new Command.Wait(SAM, Duration.ofMinutes(minutes));
    }
}
