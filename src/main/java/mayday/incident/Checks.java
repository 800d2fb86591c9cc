package mayday.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.evidence.EvidenceId;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;

/** Whether a command can be carried out in an incident as it stands; if not, why. */
final class Checks {
    private Checks() {}

    static Optional<Refusal> refusal(Incident incident, Command command, Instant at) {
        return switch (command) {
            case Command.Observe() -> Optional.empty();
            case Command.Acknowledge _ ->
                unless(incident.acknowledgedAt().isEmpty(), new Refusal.NotNow("The page is acknowledged already."));
            case Command.Ask(var _, var words, var _) -> text("question", words, 1, Limits.QUESTION_CHARACTERS);
            case Command.StateHypothesis stated -> stated(incident, stated);
            case Command.ReviseHypothesis(var _, var id, var confidence) ->
                hypothesis(incident, id).or(() -> confidence(confidence));
            case Command.JudgeHypothesis(var _, var id, var _, var because) ->
                hypothesis(incident, id).or(() -> evidence(incident, because));
            case Command.LinkEvidence(var _, var id, var evidence, var _) ->
                hypothesis(incident, id).or(() -> evidence(incident, List.of(evidence)));
            case Command.PinEvidence(var _, var evidence, var _) -> evidence(incident, List.of(evidence));
            case Command.Act(var _, var action, var expectation) ->
                text("expectation", expectation, 0, Limits.EXPECTATION_CHARACTERS)
                        .or(() -> consent(incident, action))
                        .or(() -> ActionChecks.refusal(incident, action, at));
            case Command.CancelAction(var _, var id) -> cancel(incident, id);
            case Command.DeclareSeverity _ -> Optional.empty();
            case Command.PostUpdate(var _, var audience, var text, var claims) ->
                text("update", text, 1, Limits.UPDATE_CHARACTERS)
                        .or(() -> claims(claims))
                        .or(() -> channel(incident, audience, at));
            case Command.Reply(var _, var message, var text, var claims) ->
                message(incident, message)
                        .or(() -> text("reply", text, 1, Limits.UPDATE_CHARACTERS))
                        .or(() -> claims(claims));
            case Command.TakeFallback(var _, var question) ->
                unless(
                        Replies.offered(incident, question).isPresent(),
                        new Refusal.NotNow("No other way is offered for " + question + "."));
            case Command.Escalate(var _, var team, var text) ->
                unless(
                                incident.scenario().system().teams().stream()
                                        .anyMatch(each -> each.id().equals(team)),
                                new Refusal.Unknown("team", team.value()))
                        .or(() -> unless(
                                incident.pendingReplies().stream()
                                        .noneMatch(each -> each.team().equals(team)),
                                new Refusal.NotNow("Team " + team + " has been paged and has not answered yet.")))
                        .or(() -> pager(incident, at))
                        .or(() -> text("message", text, 0, Limits.UPDATE_CHARACTERS));
            case Command.TakeHint hint -> hint(incident, hint);
            case Command.Wait(var _, var length) -> waits(incident, length);
            case Command.Close(var _, var statement) -> text("statement", statement, 1, Limits.STATEMENT_CHARACTERS);
            case Command.HandOver(var by, var to, var role) ->
                text("role", role, 1, Limits.NAME_CHARACTERS)
                        .or(() -> text("name", to.name(), 1, Limits.NAME_CHARACTERS))
                        .or(() -> unless(
                                !by.id().equals(to.id()),
                                new Refusal.NotNow("You have this role yourself: hand it over to somebody else.")));
            case Command.Facilitating move -> Facilitating.refusal(incident, move, at);
        };
    }

    private static Optional<Refusal> stated(Incident incident, Command.StateHypothesis stated) {
        return text("hypothesis", stated.text(), 0, Limits.HYPOTHESIS_CHARACTERS)
                .or(() -> confidence(stated.confidence()))
                .or(() -> unless(
                        stated.target().isEmpty() || names(incident.scenario()).anyMatch(stated.target()::equals),
                        new Refusal.Unknown("target", stated.target())))
                .or(() -> unless(
                        incident.board().hypotheses().size() < Limits.HYPOTHESES,
                        new Refusal.LimitReached("hypotheses", Limits.HYPOTHESES)));
    }

    private static Stream<String> names(Scenario scenario) {
        return Stream.concat(
                scenario.system().services().stream()
                        .map(service -> service.id().value()),
                scenario.system().regions().stream().map(region -> region.id().value()));
    }

    /** The price that was told is the price: somebody else may have taken that step meanwhile. */
    private static Optional<Refusal> hint(Incident incident, Command.TakeHint hint) {
        return switch (HintOffer.of(incident)) {
            case HintOffer.None(var why) -> Optional.of(why);
            case HintOffer.Next next ->
                text("hint", hint.text(), 1, Limits.HINT_CHARACTERS)
                        .or(() -> unless(
                                hint.step() == next.step()
                                        && next.matter().stream().allMatch(hint.matter()::equals),
                                next.insteadOfAnother()));
        };
    }

    private static Optional<Refusal> waits(Incident incident, java.time.Duration length) {
        var most = Limits.longestWait(incident.scenario());
        return unless(
                        incident.opened().mode() == ClockMode.PRACTICE,
                        new Refusal.NotNow("A live clock runs by itself; there is nothing to wait for."))
                .or(() -> unless(
                        length.toSeconds() >= 1 && length.compareTo(most) <= 0,
                        new Refusal.OutOfRange("wait", "1 to " + most.toSeconds() + " seconds")));
    }

    private static Optional<Refusal> cancel(Incident incident, ActionId id) {
        var action = incident.action(id);
        if (action.isEmpty()) {
            return Optional.of(new Refusal.Unknown("action", id.value()));
        }
        return unless(
                action.get().progress() == StartedAction.Progress.RUNNING,
                new Refusal.NotNow("Action " + id + " is not running any more."));
    }

    /** Somebody who has been asked is not asked again before they answer. */
    private static Optional<Refusal> consent(Incident incident, Action action) {
        return unless(
                        !Approvals.isAwaited(incident, action),
                        new Refusal.NotNow("You have asked for approval of this, and the answer has not come yet."))
                .or(() -> unless(
                        incident.people().pending().size() < Limits.PENDING_APPROVALS,
                        new Refusal.NotNow(
                                Limits.PENDING_APPROVALS + " approvals are awaited already. Wait for an answer.")));
    }

    private static Optional<Refusal> claims(List<Claim> claims) {
        return unless(claims.size() <= Limits.CLAIMS, new Refusal.LimitReached("claims in an update", Limits.CLAIMS))
                .or(() -> claims.stream()
                        .filter(each -> each instanceof Claim.RootCause(var _, var target)
                                && target.length() > Limits.HYPOTHESIS_CHARACTERS)
                        .findFirst()
                        .map(_ -> new Refusal.OutOfRange(
                                "target", "at most " + Limits.HYPOTHESIS_CHARACTERS + " characters long")));
    }

    private static Optional<Refusal> message(Incident incident, MessageId id) {
        var message = incident.people().message(id);
        if (message.isEmpty()) {
            return Optional.of(new Refusal.Unknown("message", id.value()));
        }
        return unless(
                message.get().isOpen(),
                new Refusal.NotNow(
                        message.get().asks().isEmpty()
                                ? "That message asks for nothing."
                                : "That message has been answered."));
    }

    /** The status page can be down. */
    private static Optional<Refusal> channel(Incident incident, Audience audience, Instant at) {
        var page = incident.scenario().organisation().statusPage();
        var down = audience == Audience.STATUS_PAGE
                && page.down().stream().anyMatch(spell -> Spells.holds(incident, spell, at));
        return unless(!down, new Refusal.NotNow(Sayings.say(incident, page.says(), at)));
    }

    /** So can the tool that pages people. */
    private static Optional<Refusal> pager(Incident incident, Instant at) {
        return switch (Tools.serving(incident, Dimension.ONCALL_ESCALATION, at)) {
            case Tools.Condition.Unusable(var says, var _) -> Optional.of(new Refusal.NotNow(says));
            case Tools.Condition.Well(), Tools.Condition.Late _ -> Optional.empty();
        };
    }

    private static Optional<Refusal> hypothesis(Incident incident, HypothesisId id) {
        return unless(incident.board().hypothesis(id).isPresent(), new Refusal.Unknown("hypothesis", id.value()));
    }

    private static Optional<Refusal> evidence(Incident incident, List<EvidenceId> ids) {
        return ids.stream()
                .filter(id -> incident.board().evidence(id).isEmpty())
                .findFirst()
                .map(id -> new Refusal.Unknown("evidence", id.value()));
    }

    private static Optional<Refusal> confidence(int confidence) {
        return unless(confidence >= 0 && confidence <= 100, new Refusal.OutOfRange("confidence", "from 0 to 100"));
    }

    static Optional<Refusal> text(String what, String text, int least, int most) {
        var length = text.strip().length();
        if (length < least) {
            return Optional.of(new Refusal.OutOfRange(what, "at least " + least + " character long"));
        }
        if (length > most) {
            return Optional.of(new Refusal.OutOfRange(what, "at most " + most + " characters long"));
        }
        var flaw = PlainText.flaw(text);
        return unless(flaw.isEmpty(), new Refusal.OutOfRange(what, "plain text; it has " + flaw));
    }

    static Optional<Refusal> unless(boolean good, Refusal refusal) {
        return good ? Optional.empty() : Optional.of(refusal);
    }
}
