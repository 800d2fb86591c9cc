package mayday.playthrough;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Event;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;

/** Finds the moves in the events of an incident: what somebody did, and not what came of it. */
final class PlayedMoves {
    private final ClockMode clock;
    private final List<Move> moves = new ArrayList<>();
    /** Questions that were asked by taking the dearer way: no moves of their own. */
    private final Set<QuestionId> byHand = new HashSet<>();

    private Instant now;
    private boolean approved;

    private PlayedMoves(ClockMode clock, Instant pagedAt) {
        this.clock = clock;
        this.now = pagedAt;
    }

    /** @param pagedAt from where a live clock counts */
    static List<Move> of(List<Recorded> events, ClockMode clock, Instant pagedAt) {
        var played = new PlayedMoves(clock, pagedAt);
        for (var each : events) {
            played.move(each.event()).ifPresent(move -> played.add(each.at(), move));
            // What they consent to starts at once, and by itself.
            played.approved = each.event() instanceof Event.ApprovalGiven;
        }
        if (!events.isEmpty() && endedByTime(events.getLast().event())) {
            played.passUntilItEnds(pagedAt, events.getLast().at());
        }
        return played.moves;
    }

    private static boolean endedByTime(Event last) {
        return last instanceof Event.TimeRanOut || last instanceof Event.TimeCalled;
    }

    private void add(Instant at, Move move) {
        if (clock == ClockMode.LIVE && at.isAfter(now)) {
            pass(Duration.between(now, at));
        }
        now = at;
        if (move instanceof Move.Pass(var length)) {
            pass(length);
        } else {
            moves.add(move);
        }
    }

    /** Waits that follow each other are one. */
    private void pass(Duration length) {
        if (length.toMillis() < 1) {
            return;
        }
        if (!moves.isEmpty() && moves.getLast() instanceof Move.Pass(var before)) {
            moves.set(moves.size() - 1, new Move.Pass(before.plus(length)));
        } else {
            moves.add(new Move.Pass(length));
        }
    }

    private void passUntilItEnds(Instant pagedAt, Instant end) {
        var from = now.isAfter(pagedAt) ? now : pagedAt;
        pass(Duration.between(from, end).plusSeconds(1));
    }

    private Optional<Move> move(Event event) {
        var by = Script.PLAYER;
        return switch (event) {
            case Event.Acknowledged _ -> command(new Command.Acknowledge(by));
            case Event.QuestionAsked asked ->
                byHand.contains(asked.id()) ? Optional.empty() : Optional.of(new Move.Ask(asked.words()));
            case Event.HypothesisStated(var _, var _, var text, var faultClass, var target, var confidence) ->
                command(new Command.StateHypothesis(by, text, faultClass, target, confidence));
            case Event.HypothesisRevised(var id, var _, var confidence) ->
                command(new Command.ReviseHypothesis(by, id, confidence));
            case Event.HypothesisJudged(var id, var _, var verdict, var because) ->
                command(new Command.JudgeHypothesis(by, id, verdict, because));
            case Event.EvidenceLinked(var hypothesis, var evidence, var stance, var _) ->
                command(new Command.LinkEvidence(by, hypothesis, evidence, stance));
            case Event.ActionStarted(var _, var _, var action, var _, var expectation) ->
                approved ? Optional.empty() : command(new Command.Act(by, action, expectation));
            case Event.ApprovalRequested asked -> command(new Command.Act(by, asked.action(), asked.expectation()));
            case Event.ActionCancelled(var id, var _) -> command(new Command.CancelAction(by, id));
            case Event.SeverityDeclared(var severity, var _) -> command(new Command.DeclareSeverity(by, severity));
            case Event.UpdatePosted(var audience, var text, var _) ->
                command(new Command.PostUpdate(by, audience, text));
            case Event.Escalated(var team, var text, var _, var _) -> command(new Command.Escalate(by, team, text));
            case Event.MessageAnswered(var message, var _, var way, var text, var _) ->
                switch (way) {
                    case REPLY -> command(new Command.Reply(by, message, text, List.of()));
                    case UPDATE -> Optional.empty();
                };
            case Event.FallbackTaken(var question, var as, var _) -> {
                byHand.add(as);
                yield command(new Command.TakeFallback(by, question));
            }
            case Event.HintTaken _ -> Optional.of(new Move.TakeHint());
            case Event.Waited(var _, var length) -> Optional.of(new Move.Pass(length));
            case Event.IncidentClosed(var statement, var _) -> command(new Command.Close(by, statement));
            // A pin changes nothing but the board.
            case Event.EvidencePinned _,
                    Event.IncidentOpened _,
                    Event.AlertFired _,
                    Event.QuestionAnswered _,
                    Event.ActionCompleted _,
                    Event.ReplyReceived _,
                    Event.ApprovalGiven _,
                    Event.ApprovalRefused _,
                    Event.PersonWrote _,
                    Event.PersonReminded _,
                    Event.AnswerOverdue _,
                    Event.AccessLost _,
                    Event.AccessRegained _,
                    Event.LookupFailed _,
                    Event.MessageReceived _,
                    Event.CoachSpoke _,
                    Event.TimeRanOut _,
                    Event.Facilitated _,
                    Event.RoleHandedOver _,
                    Event.Secret _ -> Optional.empty();
        };
    }

    private static Optional<Move> command(Command command) {
        return Optional.of(new Move.Make(command));
    }
}
