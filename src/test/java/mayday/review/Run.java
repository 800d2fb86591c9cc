package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import mayday.web.ReviewerWording;

/** A run of the tiny shop, paged at 14:00, and its debrief. */
record Run(Incident incident, Debrief debrief) {
    static final Repertoire WORDING = new ReviewerWording().get();
    static final Participant SAM = new Participant("p1", "Sam");
    static final Command ROLL_BACK = act(new Action.RollBack(TinyShop.SHOP, Where.everywhere()), "errors gone by then");
    static final Command RESTART = act(new Action.Restart(TinyShop.EDGE, Where.in(TinyShop.EAST)), "");
    static final Command CLOSE = new Command.Close(SAM, "Release 1.4.0 was bad; rolled back.");
    static final Command RIGHT = believe(FaultClass.BAD_RELEASE, "shop", 70);
    static final Command WRONG = believe(FaultClass.DATABASE, "shop-db", 85);

    static Run of(Command... moves) {
        return of(TinyShop.BAD_RELEASE, moves);
    }

    static Run of(CauseId cause, Command... moves) {
        var incident = Decider.open(TinyShop.scenario(), 42, cause, ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
        for (var move : moves) {
            incident = Decider.decide(incident.scenario(), incident, move, incident.now())
                    .after();
        }
        if (!incident.isOver()) {
            incident = Decider.decide(
                            incident.scenario(),
                            incident,
                            new Command.Observe(),
                            incident.scenario().endsAt())
                    .after();
        }
        return new Run(incident, Debriefs.of(incident));
    }

    static Command act(Action action, String expectation) {
        return new Command.Act(SAM, action, expectation);
    }

    static Command believe(FaultClass faultClass, String target, int confidence) {
        return new Command.StateHypothesis(SAM, "", faultClass, target, confidence);
    }

    static Command ask(Dimension dimension) {
        var read = new Interpretation(dimension, List.of(), new Window.Usual(), 1, "");
        return new Command.Ask(SAM, dimension.words() + "?", Understanding.answered(List.of(read)));
    }

    static Command pause(int minutes) {
        return new Command.Wait(SAM, Duration.ofMinutes(minutes));
    }

    ReviewerQuestions questions() {
        return ReviewerQuestions.of(incident, debrief, WORDING);
    }
}
