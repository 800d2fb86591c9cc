package mayday.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.scenario.Action;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.StateId;
import mayday.scenario.Where;
import mayday.simulation.Series;

/**
 * How a cause goes if nobody does anything, or one thing at one time.
 *
 * @param from where the curve begins
 * @param until where it ends
 * @param passages the states of the cause's faults as they were entered
 * @param actsAt when the action was started; empty if there is none
 * @param refusal why the action cannot be taken then; empty if it can, or there is none
 */
public record Preview(
        Series series,
        Instant from,
        Instant until,
        List<Passage> passages,
        Optional<Instant> actsAt,
        Optional<Refusal> refusal) {
    /** The end of the slider: minutes after the page. */
    public static final int LAST_MINUTE = 30;

    private static final Duration BEFORE_PAGE = Duration.ofMinutes(10);
    private static final Duration AFTER_LAST_MINUTE = Duration.ofMinutes(15);
    private static final long SEED = 1;
    private static final Participant AUTHOR = new Participant("author", "Author");

    public Preview {
        passages = List.copyOf(passages);
    }

    /** A state that a fault was in from an instant on. */
    public record Passage(String fault, StateId state, Instant enteredAt) {}

    /** What is looked at. */
    public record Shown(Signal signal, ServiceId service) {}

    /**
     * Plays {@code cause}.
     *
     * @param action done at {@code minute} after the page; empty for nothing
     * @param minute 0 to {@link #LAST_MINUTE}
     */
    public static Preview of(Scenario scenario, Cause cause, Shown shown, Optional<Action> action, int minute) {
        var start = scenario.pagedAt();
        var incident = Decider.open(scenario, SEED, cause.id(), ClockMode.LIVE, start, AUTHOR)
                .after();
        var refusal = Optional.<Refusal>empty();
        var at = start.plus(Duration.ofMinutes(minute));
        if (action.isPresent()) {
            var decided = Decider.decide(scenario, incident, new Command.Act(AUTHOR, action.get(), ""), at);
            incident = decided.after();
            refusal = decided instanceof Decision.Refused refused ? Optional.of(refused.refusal()) : Optional.empty();
        }
        var until = earlier(start.plus(Duration.ofMinutes(LAST_MINUTE)).plus(AFTER_LAST_MINUTE), scenario.endsAt());
        incident =
                Decider.decide(scenario, incident, new Command.Observe(), until).after();
        var from = start.minus(earlierThan(cause)).minus(BEFORE_PAGE);
        var series =
                incident.world().trajectory().series(shown.signal(), shown.service(), Where.everywhere(), from, until);
        return new Preview(series, from, until, passages(incident), action.map(_ -> at), refusal);
    }

    private static Duration earlierThan(Cause cause) {
        var longest = Duration.ofMinutes(60);
        var begins = cause.faults().stream()
                .map(Cause::beginsAgo)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return begins.compareTo(longest) > 0 ? longest : begins;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<Passage> passages(Incident incident) {
        var passages = new ArrayList<Passage>();
        incident.world()
                .passages()
                .forEach(each -> passages.add(
                        new Passage(each.fault().value(), each.state().id(), each.enteredAt())));
        return passages;
    }
}
