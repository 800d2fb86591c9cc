package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.Action;
import mayday.scenario.Agent;
import mayday.scenario.AlertRule;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.Message;
import mayday.scenario.Scenario;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Trigger;
import mayday.simulation.Trajectory;

/**
 * Makes everything happen that falls due as incident time passes: states of the cause, finished actions, arriving answers, alerts,
 * messages, the end of customer impact, time running out.
 *
 * <p>All that is due at one instant is emitted before the next instant is looked for, and signals are looked at on a fixed grid of
 * ten seconds; so the stream depends on what was commanded, not on how often anybody looked.
 */
final class Deadlines {
    /** How long the SLI must be broken again before impact counts as returned. */
    private static final Duration RETURNED_AFTER = Duration.ofMinutes(1);

    private final Progress progress;
    private final Crowd crowd;

    private Deadlines(Progress progress) {
        this.progress = progress;
        this.crowd = new Crowd(progress);
    }

    /** Emits all that falls due after the last event up to and including {@code until}. */
    static void pass(Progress progress, Instant until) {
        var deadlines = new Deadlines(progress);
        var at = deadlines.next(progress.incident().now());
        while (!progress.incident().isOver() && !at.isAfter(until)) {
            deadlines.happen(at);
            at = deadlines.next(at);
        }
    }

    private Incident incident() {
        return progress.incident();
    }

    private Scenario scenario() {
        return incident().scenario();
    }

    /** The first instant after {@code at} at which anything may be due. */
    private Instant next(Instant at) {
        return Stream.of(
                        Stream.of(
                                nextSample(at), scenario().pagedAt(), scenario().endsAt()),
                        faults().stream().map(this::begins),
                        faults().stream().flatMap(this::afterTransitions).map(Due::at),
                        Agents.moments(scenario()),
                        incident().world().others().stream().map(StartedAction::completesAt),
                        incident().runningActions().stream().map(StartedAction::completesAt),
                        incident().pendingAnswers().stream().map(PendingAnswer::due),
                        incident().pendingReplies().stream().map(PendingReply::due),
                        scenario().messages().stream().map(this::arrival),
                        crowd.dues())
                .flatMap(each -> each)
                .filter(each -> each.isAfter(at))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** The grid is counted from the origin of the history, so that it never moves. */
    private Instant nextSample(Instant at) {
        var step = Trajectory.SAMPLE.toSeconds();
        var passed = Math.floorDiv(Duration.between(scenario().origin(), at).toSeconds(), step);
        return scenario().origin().plusSeconds((passed + 1) * step);
    }

    private void happen(Instant at) {
        faults().forEach(fault -> moves(fault, at));
        actionsComplete(at);
        othersFinish(at);
        if (isSample(at)) {
            signalsAreLookedAt(at);
        }
        if (at.equals(scenario().pagedAt())) {
            fire(scenario().page(), at);
        }
        agentsAct(at, Agents::actsByTheClock);
        answersArrive(at);
        repliesArrive(at);
        scenario().messages().stream()
                .filter(message -> arrival(message).equals(at))
                .forEach(message -> progress.emit(
                        at, new Event.MessageReceived(message.from(), Sayings.say(incident(), message.text(), at))));
        crowd.act(at, isSample(at));
        if (!at.isBefore(scenario().endsAt())) {
            progress.emit(at, new Event.TimeRanOut());
        }
    }

    private boolean isSample(Instant at) {
        return Duration.between(scenario().origin(), at).toSeconds() % Trajectory.SAMPLE.toSeconds() == 0;
    }

    private void moves(Cause fault, Instant at) {
        if (begins(fault).equals(at)) {
            progress.emit(
                    at, new Event.CauseAdvanced(fault.id(), fault.initial().id()));
            return;
        }
        afterTransitions(fault)
                .filter(due -> due.at().equals(at))
                .flatMap(due -> Turns.to(incident(), fault, due.transition(), at).stream())
                .findFirst()
                .ifPresent(to -> progress.emit(at, new Event.CauseAdvanced(fault.id(), to)));
    }

    private void actionsComplete(Instant at) {
        for (var action : incident().runningActions()) {
            if (action.completesAt().equals(at)) {
                var report = Sayings.say(incident(), Reports.done(scenario(), action.action()), at);
                consequences(action.action(), new Event.ActionCompleted(action.id(), report), at);
            }
        }
    }

    private void othersFinish(Instant at) {
        for (var action : incident().world().others()) {
            if (action.progress() == StartedAction.Progress.RUNNING
                    && action.completesAt().equals(at)) {
                consequences(action.action(), new Event.AgentFinished(action.id()), at);
            }
        }
    }

    /** Where each fault goes is decided as things stood before the action was done. */
    private void consequences(Action action, Event done, Instant at) {
        var moved = new ArrayList<Event>();
        for (var fault : faults()) {
            Undoing.next(incident(), fault, action, at)
                    .ifPresent(to -> moved.add(new Event.CauseAdvanced(fault.id(), to)));
        }
        progress.emit(at, done);
        moved.forEach(event -> progress.emit(at, event));
    }

    private void agentsAct(Instant at, Acts acts) {
        for (var agent : scenario().particulars().agents()) {
            if (acts.test(incident(), agent, at)) {
                var number = incident().world().others().size() + 1;
                var id = new ActionId("B" + number);
                var completes = at.plus(Decider.takes(incident(), agent.action(), id));
                progress.emit(at, new Event.AgentStarted(agent.id(), id, agent.action(), completes));
                if (!agent.says().isEmpty()) {
                    progress.emit(
                            at, new Event.MessageReceived(agent.title(), Sayings.say(incident(), agent.says(), at)));
                }
            }
        }
    }

    /** Whether an agent acts at an instant. */
    private interface Acts {
        boolean test(Incident incident, Agent agent, Instant at);
    }

    private void signalsAreLookedAt(Instant at) {
        faults().forEach(fault -> movesOnWhatHolds(fault, at));
        agentsAct(at, Agents::actsOnWhatItSees);
        for (var alert : scenario().alerts()) {
            if (!hasFired(alert) && Conditions.holds(incident(), alert.condition(), at)) {
                fire(alert, at);
            }
        }
        if (at.isAfter(scenario().pagedAt())) {
            impactIsMeasured(at);
        }
    }

    private void movesOnWhatHolds(Cause fault, Instant at) {
        for (var transition : transitions(fault)) {
            if (transition.trigger() instanceof Trigger.When(var condition)
                    && Conditions.holds(incident(), condition, at)) {
                var to = Turns.to(incident(), fault, transition, at);
                if (to.isPresent()) {
                    progress.emit(at, new Event.CauseAdvanced(fault.id(), to.get()));
                    return;
                }
            }
        }
    }

    private void impactIsMeasured(Instant at) {
        var mitigated = scenario().mitigated();
        switch (incident().impact()) {
            case Impact.Ongoing() -> {
                if (Conditions.holds(incident(), mitigated, at)) {
                    progress.emit(at, new Event.ImpactEnded(at.minus(mitigated.sustained())));
                }
            }
            case Impact.Ended _ -> {
                if (Conditions.brokenFor(incident(), mitigated, at, RETURNED_AFTER)) {
                    progress.emit(at, new Event.ImpactReturned());
                }
            }
        }
    }

    private void answersArrive(Instant at) {
        for (var pending : incident().pendingAnswers()) {
            if (pending.due().equals(at)) {
                Replies.answer(progress, pending.question(), pending.understoodAs(), at);
            }
        }
    }

    private void repliesArrive(Instant at) {
        for (var pending : incident().pendingReplies()) {
            if (pending.due().equals(at)) {
                progress.emit(at, Replies.reply(incident(), pending.team(), at));
            }
        }
    }

    private void fire(AlertRule alert, Instant at) {
        progress.emit(at, new Event.AlertFired(alert.id(), alert.text()));
    }

    private boolean hasFired(AlertRule alert) {
        return incident().history().stream()
                .anyMatch(each -> each.event() instanceof Event.AlertFired(var id, var _) && id.equals(alert.id()));
    }

    private List<Cause> faults() {
        return incident().cause().faults();
    }

    private Instant begins(Cause fault) {
        return scenario().pagedAt().minus(fault.beginsAgo());
    }

    private Instant arrival(Message message) {
        return scenario().pagedAt().plus(message.afterPage());
    }

    private List<Transition> transitions(Cause fault) {
        return Undoing.current(incident(), fault)
                .filter(state -> !state.id().equals(Cause.UNDONE))
                .map(CauseState::transitions)
                .orElse(List.of());
    }

    private Stream<Due> afterTransitions(Cause fault) {
        var dues = new ArrayList<Due>();
        for (var transition : transitions(fault)) {
            if (transition.trigger() instanceof Trigger.After(var delay)) {
                var entered =
                        incident().world().latest(fault.id()).orElseThrow().enteredAt();
                dues.add(new Due(entered.plus(delay), transition));
            }
        }
        return dues.stream();
    }

    private record Due(Instant at, Transition transition) {}
}
