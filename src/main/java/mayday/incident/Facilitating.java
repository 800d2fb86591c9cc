package mayday.incident;

import static mayday.incident.Checks.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.incident.IncidentClock.Course;

/** What whoever runs the incident for others may do to it, and what comes of it. */
final class Facilitating {
    private Facilitating() {}

    static Optional<Refusal> refusal(Incident incident, Command.Facilitating move, Instant at) {
        return switch (move) {
            case Command.PauseClock _ -> pausing(incident);
            case Command.ResumeClock _ -> resuming(incident);
            case Command.ExtendTime(var _, var length) -> extending(incident, length);
            case Command.CallTime _ -> Optional.empty();
            case Command.Inject inject -> Injecting.refusal(incident, inject, at);
            case Command.WithdrawInject(var _, var id) -> Injecting.withdrawing(incident, id);
            case Command.AnswerByHand(var _, var question, var text) ->
                answering(incident, question).or(() -> Checks.text("answer", text, 1, Limits.INJECT_CHARACTERS));
            case Command.SendHint(var _, var text, var points) ->
                Checks.text("hint", text, 1, Limits.HINT_CHARACTERS)
                        .or(() -> unless(
                                points >= 0 && points <= Limits.MOST_HINT_POINTS,
                                new Refusal.OutOfRange("price", "0 to " + Limits.MOST_HINT_POINTS + " points")));
        };
    }

    static void make(Progress progress, Command.Facilitating move, Instant at) {
        switch (move) {
            case Command.PauseClock(var by) -> progress.emit(at, new Event.ClockPaused(by));
            case Command.ResumeClock(var by, var wallClock) -> progress.emit(at, new Event.ClockResumed(by, wallClock));
            case Command.ExtendTime(var by, var length) -> progress.emit(at, new Event.TimeExtended(by, length));
            case Command.CallTime(var by) -> progress.emit(at, new Event.TimeCalled(by));
            case Command.Inject inject -> Injecting.make(progress, inject, at);
            case Command.WithdrawInject(var by, var id) -> progress.emit(at, new Event.InjectWithdrawn(id, by));
            case Command.AnswerByHand(var by, var question, var text) ->
                progress.emit(at, new Event.AnsweredByHand(by, question, text.strip()));
            case Command.SendHint(var by, var text, var points) ->
                progress.emit(at, new Event.HintSent(by, text.strip(), points));
        }
    }

    private static Optional<Refusal> pausing(Incident incident) {
        return switch (incident.clock().course()) {
            case Course.Running _ -> Optional.empty();
            case Course.Paused _ -> notNow("The clock is paused already.");
            case Course.ByMoves() ->
                notNow("A practice clock moves only when somebody makes a move; there is nothing to pause.");
        };
    }

    private static Optional<Refusal> resuming(Incident incident) {
        return switch (incident.clock().course()) {
            case Course.Running _ -> notNow("The clock is running; there is nothing to resume.");
            case Course.Paused _ -> Optional.empty();
            case Course.ByMoves() ->
                notNow("A practice clock moves only when somebody makes a move; there is nothing to resume.");
        };
    }

    private static Optional<Refusal> extending(Incident incident, Duration length) {
        if (incident.clock().course() instanceof Course.ByMoves) {
            return notNow("Only a live clock can be given more time; this is a practice clock.");
        }
        var most = Limits.LONGEST_EXTENSION.minus(incident.clock().extension()).toMinutes();
        if (most < 1) {
            return notNow("This incident has been given all of the " + Limits.LONGEST_EXTENSION.toMinutes()
                    + " minutes that can be added.");
        }
        var whole = length.equals(Duration.ofMinutes(length.toMinutes()));
        return unless(
                whole && length.toMinutes() >= 1 && length.toMinutes() <= most,
                new Refusal.OutOfRange("added time", "1 to " + most + " whole minutes"));
    }

    private static Optional<Refusal> answering(Incident incident, QuestionId id) {
        var question = incident.history().stream()
                .flatMap(each -> each.event() instanceof Event.QuestionAsked asked
                                && asked.id().equals(id)
                        ? Stream.of(asked)
                        : Stream.of())
                .findFirst();
        if (question.isEmpty()) {
            return Optional.of(new Refusal.Unknown("question", id.value()));
        }
        var answered = incident.history().stream()
                .anyMatch(each -> each.event() instanceof Event.AnsweredByHand already
                        && already.question().equals(id));
        return unless(
                        question.get().understoodAs().outcome() != Outcome.ANSWERED,
                        new Refusal.NotNow("Question " + id + " was understood: the system answers it."))
                .or(() -> unless(!answered, new Refusal.NotNow("Question " + id + " has been answered by hand.")));
    }

    private static Optional<Refusal> notNow(String reason) {
        return Optional.of(new Refusal.NotNow(reason));
    }
}
