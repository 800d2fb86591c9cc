package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.AlertRule;
import mayday.scenario.Cause;
import mayday.scenario.Message;
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
                                nextSample(at), scenario().pagedAt(), scenario().endsAt(), causeBegins()),
                        afterTransitions().map(Due::at),
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
        causeMoves(at);
        actionsComplete(at);
        if (isSample(at)) {
            signalsAreLookedAt(at);
        }
        if (at.equals(scenario().pagedAt())) {
            fire(scenario().page(), at);
        }
        answersArrive(at);
        repliesArrive(at);
        scenario().messages().stream()
                .filter(message -> arrival(message).equals(at))
                .forEach(message -> progress.emit(at, new Event.MessageReceived(message.from(), message.text())));
        crowd.act(at, isSample(at));
        if (!at.isBefore(scenario().endsAt())) {
            progress.emit(at, new Event.TimeRanOut());
        }
    }

    private boolean isSample(Instant at) {
        return Duration.between(scenario().origin(), at).toSeconds() % Trajectory.SAMPLE.toSeconds() == 0;
    }

    private void causeMoves(Instant at) {
        if (causeBegins().equals(at)) {
            progress.emit(
                    at, new Event.CauseAdvanced(incident().cause().initial().id()));
            return;
        }
        afterTransitions()
                .filter(due -> due.at().equals(at))
                .findFirst()
                .ifPresent(due -> progress.emit(at, new Event.CauseAdvanced(due.to())));
    }

    private void actionsComplete(Instant at) {
        for (var action : incident().runningActions()) {
            if (action.completesAt().equals(at)) {
                var moves = Undoing.next(incident(), action.action());
                progress.emit(at, new Event.ActionCompleted(action.id(), Reports.done(action.action())));
                moves.ifPresent(to -> progress.emit(at, new Event.CauseAdvanced(to)));
            }
        }
    }

    private void signalsAreLookedAt(Instant at) {
        for (var transition : currentTransitions()) {
            if (transition.trigger() instanceof Trigger.When(var condition)
                    && Conditions.holds(incident(), condition, at)) {
                progress.emit(at, new Event.CauseAdvanced(transition.to()));
                break;
            }
        }
        for (var alert : scenario().alerts()) {
            if (!hasFired(alert) && Conditions.holds(incident(), alert.condition(), at)) {
                fire(alert, at);
            }
        }
        if (at.isAfter(scenario().pagedAt())) {
            impactIsMeasured(at);
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

    private Instant causeBegins() {
        return scenario().pagedAt().minus(incident().cause().beginsAgo());
    }

    private Instant arrival(Message message) {
        return scenario().pagedAt().plus(message.afterPage());
    }

    private List<mayday.scenario.Transition> currentTransitions() {
        return Undoing.current(incident())
                .filter(state -> !state.id().equals(Cause.UNDONE))
                .map(state -> List.copyOf(state.transitions()))
                .orElse(List.of());
    }

    private Stream<Due> afterTransitions() {
        var passages = incident().world().passages();
        var dues = new ArrayList<Due>();
        for (var transition : currentTransitions()) {
            if (transition.trigger() instanceof Trigger.After(var delay)) {
                dues.add(new Due(passages.getLast().enteredAt().plus(delay), transition.to()));
            }
        }
        return dues.stream();
    }

    private record Due(Instant at, mayday.scenario.StateId to) {}
}
