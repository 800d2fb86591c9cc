package mayday.player;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Suppositions;
import mayday.evidence.Interpretation;
import mayday.evidence.Observation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Command;
import mayday.incident.CommonPast;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Limits;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.incident.StartedAction;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.ServiceId;
import mayday.scenario.Severity;

/** Where a player sits: makes moves through the same commands as people do, and waits for what comes of them. */
final class Seat {
    /** No player goes on for longer than so many moves. */
    private static final int MOST_MOVES = 400;

    private static final Duration AFTER_AN_ACTION = Duration.ofSeconds(5);

    private final Participant player;
    private final CommonPast past;
    private final Optional<Bearings> bearings;
    private Incident incident;
    private Optional<Suppositions> supposed = Optional.empty();
    private int moves;

    /**
     * @param past shared with others who play the same scenario and seed
     * @param bearings of these, if they are known
     */
    Seat(Incident incident, Participant player, CommonPast past, Optional<Bearings> bearings) {
        this.incident = incident;
        this.player = player;
        this.past = past;
        this.bearings = bearings;
    }

    /** Thinks about what has come so far. */
    Reasoning reasoning() {
        return new Reasoning(incident, suppositions(), bearings);
    }

    /** What is supposed of the incident as it is. */
    Suppositions suppositions() {
        var suppositions = supposed.orElseGet(() -> new Suppositions(incident, past));
        suppositions.follow(incident);
        supposed = Optional.of(suppositions);
        return suppositions;
    }

    Incident incident() {
        return incident;
    }

    Participant player() {
        return player;
    }

    boolean isOver() {
        return incident.isOver() || moves >= MOST_MOVES;
    }

    /** Makes a move; whether it was made. */
    boolean make(Command command) {
        if (isOver()) {
            return false;
        }
        moves++;
        var decision = Decider.decide(incident.scenario(), incident, command, incident.now());
        incident = decision.after();
        return decision instanceof Decision.Accepted;
    }

    /** Nothing is waited for any more: what is left of the time passes. */
    void finish() {
        var end = incident.endsAt();
        if (!incident.isOver()) {
            until(end);
        }
    }

    void letPass(Duration length) {
        var most = Limits.longestWait(incident.scenario());
        make(new Command.Wait(player, length.compareTo(most) > 0 ? most : length));
    }

    private void until(Instant at) {
        incident = Decider.decide(incident.scenario(), incident, new Command.Observe(), at)
                .after();
    }

    void acknowledge() {
        make(new Command.Acknowledge(player));
    }

    void declare(Severity severity) {
        make(new Command.DeclareSeverity(player, severity));
    }

    void tell(Audience audience, String text) {
        make(new Command.PostUpdate(player, audience, text));
    }

    /** Closes; where there is a coach, who may ask whether it is really over, it is closed all the same. */
    void close(String statement) {
        var close = new Command.Close(player, statement);
        if (!make(close)) {
            make(close);
        }
    }

    /** Asks about the incident as a whole, and waits for the answer. */
    void ask(Dimension dimension) {
        ask(new Interpretation(dimension, List.of(), new Window.Usual(), 1, ""), dimension.question());
    }

    /** Asks about one service, and waits for the answer. */
    void ask(Dimension dimension, ServiceId service) {
        ask(
                new Interpretation(dimension, List.of(new Target.OfService(service)), new Window.Usual(), 1, ""),
                dimension.words() + " of " + service + "?");
    }

    void ask(Interpretation read, String words) {
        if (!make(new Command.Ask(player, words, Understanding.answered(List.of(read))))) {
            return;
        }
        var due = incident.history().reversed().stream()
                .map(Recorded::event)
                .filter(Event.QuestionAsked.class::isInstance)
                .map(event -> ((Event.QuestionAsked) event).answerDue())
                .findFirst();
        due.ifPresent(this::until);
    }

    /** Starts an action and waits until it is done; whether it was. A consent that it needs is waited for. */
    boolean act(Action action, String expectation) {
        if (!make(new Command.Act(player, action, expectation))) {
            return false;
        }
        while (!isOver() && !incident.people().pending().isEmpty()) {
            letPass(Duration.ofMinutes(1));
        }
        var started = incident.actions().stream()
                .filter(each -> each.action().equals(action))
                .reduce((_, later) -> later);
        if (started.isEmpty()) {
            // They did not consent.
            return incident.people().approved().contains(action) && make(new Command.Act(player, action, expectation));
        }
        waitFor(started.get());
        return true;
    }

    private void waitFor(StartedAction action) {
        var left = Duration.between(incident.now(), action.completesAt());
        if (!isOver() && !left.isNegative() && !left.isZero()) {
            letPass(left.plus(AFTER_AN_ACTION));
        }
    }

    /** Whether the service is healthy by what was last seen of it. */
    boolean looksHealthy(ServiceId service) {
        var seen = incident.board().observations().get(service);
        return seen != null && seen.health() == Observation.Health.HEALTHY;
    }

    /** Whether there is enough time left for {@code length} more. */
    boolean hasTimeFor(Duration length) {
        return incident.now().plus(length).isBefore(incident.endsAt());
    }
}
