package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.TinyShop;

/** Given an incident, when commands are given, then events follow: the stories of the engine's tests. */
final class Playing {
    static final Participant SAM = new Participant("p1", "Sam");
    static final long SEED = 42;

    private final Scenario scenario;
    private Incident incident;
    private List<Recorded> latest;
    private Decision decision;

    private Playing(Scenario scenario, CauseId cause, ClockMode mode, Terms terms) {
        this.scenario = scenario;
        var opened = Decider.open(scenario, SEED, cause, mode, Instant.EPOCH, SAM, terms);
        incident = opened.after();
        latest = opened.recorded();
        decision = opened;
    }

    static Playing practice(CauseId cause) {
        return practice(TinyShop.scenario(), cause);
    }

    static Playing practice(Scenario scenario, CauseId cause) {
        return with(scenario, cause, ClockMode.PRACTICE, Terms.UNAIDED);
    }

    static Playing live(CauseId cause) {
        return with(TinyShop.scenario(), cause, ClockMode.LIVE, Terms.UNAIDED);
    }

    static Playing with(Scenario scenario, CauseId cause, ClockMode mode, Terms terms) {
        return new Playing(scenario, cause, mode, terms);
    }

    /** At the incident's own time, as the practice clock has it. */
    Playing when(Command command) {
        return whenAt(incident.now(), command);
    }

    Playing whenAt(Instant now, Command command) {
        decision = Decider.decide(scenario, incident, command, now);
        latest = decision.recorded();
        incident = decision.after();
        return this;
    }

    Playing then(Event... events) {
        assertThat(latest).extracting(Recorded::event).containsExactly(events);
        return this;
    }

    Playing thenAt(Instant at, Event event) {
        assertThat(latest).anySatisfy(each -> {
            assertThat(each.event()).isEqualTo(event);
            assertThat(each.at()).isEqualTo(at);
        });
        return this;
    }

    Playing thenRefused(Refusal refusal) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
        return this;
    }

    Incident incident() {
        return incident;
    }

    List<Recorded> latest() {
        return latest;
    }

    static Instant minute(int minutes) {
        return TinyShop.PAGED_AT.plus(Duration.ofMinutes(minutes));
    }

    static Command ask(String words, Dimension dimension) {
        return new Command.Ask(SAM, words, understood(dimension));
    }

    static Understanding understood(Dimension dimension) {
        return Understanding.answered(List.of(new Interpretation(dimension, List.of(), new Window.Usual(), 1, "")));
    }

    static Command waitFor(Duration length) {
        return new Command.Wait(SAM, length);
    }
}
