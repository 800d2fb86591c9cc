package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Action;
import mayday.scenario.Agent;
import mayday.scenario.AlertRule;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;
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

    /** The next instant that is not just a look at the signals, and the version of the incident for which it was found. */
    private Instant due = Instant.MIN;

    private long dueAsOf;

    private Deadlines(Progress progress) {
        this.progress = progress;
        this.crowd = new Crowd(progress);
    }

    /** Emits all that falls due after the last event up to and including {@code until}. */
    static void pass(Progress progress, Instant until) {
        var looked =
                progress.incident().world().looked().from(progress.incident().now());
        if (!until.isAfter(looked)) {
            return;
        }
        var deadlines = new Deadlines(progress);
        var at = deadlines.next(looked);
        while (!progress.incident().isOver() && !at.isAfter(until)) {
            deadlines.happen(at);
            at = deadlines.next(at);
        }
        progress.incident().world().looked().until(until);
    }

    private Incident incident() {
        return progress.incident();
    }

    private List<Cause> faults() {
        return incident().cause().faults();
    }

    private Scenario scenario() {
        return incident().scenario();
    }

    /** The first instant after {@code at} at which anything may be due. */
    private Instant next(Instant at) {
        if (!due.isAfter(at) || dueAsOf != incident().version()) {
            due = Dues.next(incident(), at);
            dueAsOf = incident().version();
        }
        var sample = nextSample(at);
        return sample.isBefore(due) ? sample : due;
    }

    /** The grid is counted from the origin of the history, so that it never moves. */
    private Instant nextSample(Instant at) {
        var step = Trajectory.SAMPLE.toSeconds();
        var passed = Math.floorDiv(Duration.between(scenario().origin(), at).toSeconds(), step);
        return scenario().origin().plusSeconds((passed + 1) * step);
    }

    private void happen(Instant at) {
        // Most instants are only looks at the signals.
        var isDue = at.equals(due);
        if (isDue) {
            faults().forEach(fault -> moves(fault, at));
            actionsComplete(at);
            othersFinish(at);
        }
        if (isSample(at)) {
            signalsAreLookedAt(at);
        }
        if (isDue) {
            falls(at);
        }
        crowd.act(at, isSample(at), isDue);
        if (isDue) {
            Injecting.fallDue(progress, at);
        }
        if (isDue) {
            Coach.speak(progress, at);
        }
        if (!at.isBefore(incident().endsAt())) {
            progress.emit(at, new Event.TimeRanOut());
        }
    }

    /** What the clock alone brings, after what the signals bring at the same instant. */
    private void falls(Instant at) {
        if (at.equals(scenario().pagedAt())) {
            fire(scenario().page(), at);
        }
        agentsAct(at, Agents::actsByTheClock);
        answersArrive(at);
        repliesArrive(at);
        for (var message : scenario().messages()) {
            if (Dues.arrival(scenario(), message).equals(at)) {
                progress.emit(
                        at, new Event.MessageReceived(message.from(), Sayings.say(incident(), message.text(), at)));
            }
        }
    }

    private boolean isSample(Instant at) {
        return Duration.between(scenario().origin(), at).toSeconds() % Trajectory.SAMPLE.toSeconds() == 0;
    }

    private void moves(Cause fault, Instant at) {
        if (Dues.begins(scenario(), fault).equals(at)) {
            progress.emit(
                    at, new Event.CauseAdvanced(fault.id(), fault.initial().id()));
            return;
        }
        for (var transition : Dues.transitions(incident(), fault)) {
            if (Dues.after(incident(), fault, transition).equals(at)) {
                var to = Turns.to(incident(), fault, transition, at);
                if (to.isPresent()) {
                    progress.emit(at, new Event.CauseAdvanced(fault.id(), to.get()));
                    return;
                }
            }
        }
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
            if (Conditions.holds(incident(), alert.condition(), at) && !hasFired(alert)) {
                fire(alert, at);
            }
        }
        if (at.isAfter(scenario().pagedAt())) {
            impactIsMeasured(at);
        }
    }

    private void movesOnWhatHolds(Cause fault, Instant at) {
        for (var transition : Dues.transitions(incident(), fault)) {
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
}
