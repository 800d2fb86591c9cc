package mayday.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.debrief.Debriefs;
import mayday.evidence.EvidenceId;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.incident.Verdict;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Incidents of the tiny shop that are over, and the words that are shipped. */
final class Ended {
    static final Wording WORDING = wording();
    private static final Participant SAM = new Participant("p1", "Samira");

    private Ended() {}

    /** Acknowledged, looked at, explained, rolled back, told and closed. */
    static Incident handled() {
        return played(
                TinyShop.BAD_RELEASE,
                new Command.Acknowledge(SAM),
                ask(Dimension.START_TIME),
                ask(Dimension.RECENT_DEPLOYS),
                new Command.DeclareSeverity(SAM, Severity.SEV2),
                new Command.StateHypothesis(SAM, "release 1.4.0 divides by zero", FaultClass.BAD_RELEASE, "shop", 80),
                new Command.JudgeHypothesis(
                        SAM, new HypothesisId("H1"), Verdict.CONFIRMED, List.of(new EvidenceId("E2"))),
                new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "A third of orders fails; we roll back.", List.of()),
                new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), ""),
                new Command.Wait(SAM, Duration.ofMinutes(10)),
                new Command.Close(SAM, "Release 1.4.0 was bad; rolled back."));
    }

    /** Nobody did anything until the time ran out. */
    static Incident untouched() {
        var incident = played(TinyShop.BAD_FLAG);
        return Decider.decide(
                        incident.scenario(),
                        incident,
                        new Command.Observe(),
                        incident.scenario().endsAt())
                .after();
    }

    static Facts facts(Incident incident) {
        return Facts.of(incident, Debriefs.of(incident));
    }

    private static Incident played(CauseId cause, Command... moves) {
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

    private static Wording wording() {
        var yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .build();
        try (var in = Ended.class.getResourceAsStream("/review/wording.yaml")) {
            return new Wording(yaml.readValue(in, Wording.Text.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
