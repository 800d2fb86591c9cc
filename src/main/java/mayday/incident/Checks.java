package mayday.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.evidence.EvidenceId;
import mayday.scenario.Action;
import mayday.scenario.ActionPattern;
import mayday.scenario.Agent;
import mayday.scenario.AgentId;
import mayday.scenario.Audience;
import mayday.scenario.ClientId;
import mayday.scenario.Dimension;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Where;

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
                        .or(() -> action(incident, action, at));
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
            case Command.Wait(var _, var length) -> waits(incident, length);
            case Command.Close(var _, var statement) -> text("statement", statement, 1, Limits.STATEMENT_CHARACTERS);
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

    private static Optional<Refusal> waits(Incident incident, java.time.Duration length) {
        var most = Limits.LONGEST_WAIT;
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
        return unless(!down, new Refusal.NotNow(page.says()));
    }

    /** So can the tool that pages people. */
    private static Optional<Refusal> pager(Incident incident, Instant at) {
        return switch (Tools.serving(incident, Dimension.ONCALL_ESCALATION, at)) {
            case Tools.Condition.Unusable(var says, var _) -> Optional.of(new Refusal.NotNow(says));
            case Tools.Condition.Well(), Tools.Condition.Late _ -> Optional.empty();
        };
    }

    static Optional<Refusal> action(Incident incident, Action action, Instant at) {
        var running = incident.runningActions();
        var target = ActionPattern.targetOf(action);
        return access(incident)
                .or(() -> target(incident, action, at))
                .or(() -> required(incident, action, at))
                .or(() -> unless(
                        running.size() < Limits.RUNNING_ACTIONS,
                        new Refusal.NotNow(Limits.RUNNING_ACTIONS
                                + " actions are running already. Wait for one to finish, or stop one.")))
                .or(() -> unless(
                        running.stream()
                                .noneMatch(each -> isLike(each.action(), action)
                                        && ActionPattern.targetOf(each.action()).equals(target)),
                        new Refusal.NotNow("The same action is still running on the same target.")));
    }

    private static Optional<Refusal> access(Incident incident) {
        return incident.people().access() instanceof Access.Lost lost && lost.actions()
                ? Optional.of(new Refusal.NotNow(lost.text()))
                : Optional.empty();
    }

    private static boolean isLike(Action one, Action other) {
        return (one instanceof Action.Own mine && other instanceof Action.Own theirs)
                ? mine.action().equals(theirs.action())
                : one.kind() == other.kind();
    }

    /** What the scenario asks for before this may be started. */
    private static Optional<Refusal> required(Incident incident, Action action, Instant at) {
        var rule = incident.scenario().rule(action);
        var met = rule.requires().stream().allMatch(each -> Conditions.holds(incident, each, at));
        var words = rule.otherwise().isEmpty() ? "This cannot be done as things stand." : rule.otherwise();
        return met ? Optional.empty() : Optional.of(new Refusal.NotNow(Sayings.say(incident, words, at)));
    }

    private static Optional<Refusal> target(Incident incident, Action action, Instant at) {
        var scenario = incident.scenario();
        return switch (action) {
            case Action.RollBack(var service, var where) ->
                ours(scenario, service).or(() -> in(scenario, service, where));
            case Action.RevertConfig(var service) -> ours(scenario, service);
            case Action.SetFlag(var flag, var _) ->
                unless(ActionMenu.flags(scenario).contains(flag), new Refusal.Unknown("flag", flag));
            case Action.Scale(var service, var where, var replicas) ->
                ours(scenario, service)
                        .or(() -> in(scenario, service, where))
                        .or(() -> unless(
                                replicas >= 1 && replicas <= Action.Scale.MOST_REPLICAS,
                                new Refusal.OutOfRange(
                                        "number of replicas", "from 1 to " + Action.Scale.MOST_REPLICAS)));
            case Action.Restart(var service, var where) ->
                ours(scenario, service).or(() -> in(scenario, service, where));
            case Action.DrainRegion(var region) ->
                known(scenario, region)
                        .or(() -> unless(
                                !drained(incident, region, at), new Refusal.NotNow(region + " is drained already.")))
                        .or(() -> unless(
                                drainedRegions(incident, at) + 1
                                        < scenario.system().regions().size(),
                                new Refusal.NotNow("It is the last region that takes traffic.")));
            case Action.ReturnRegion(var region) ->
                known(scenario, region)
                        .or(() ->
                                unless(drained(incident, region, at), new Refusal.NotNow(region + " is not drained.")));
            case Action.ShedLoad(var percent, var where) ->
                unless(
                                percent >= 0 && percent <= Action.ShedLoad.MOST_PERCENT,
                                new Refusal.OutOfRange(
                                        "share to shed", "from 0 to " + Action.ShedLoad.MOST_PERCENT + " per cent"))
                        .or(() -> in(scenario, scenario.system().traffic().entry(), where));
            case Action.FailOver(var database) -> kind(scenario, database, ServiceKind.DATABASE);
            case Action.FlushCache(var cache, var where) ->
                kind(scenario, cache, ServiceKind.CACHE).or(() -> in(scenario, cache, where));
            case Action.FlushDns(var where) ->
                switch (where) {
                    case Where.Everywhere() -> Optional.empty();
                    case Where.In(var region) -> known(scenario, region);
                };
            case Action.RenewCertificate(var service) -> ours(scenario, service);
            case Action.StopJob(var job) ->
                unless(
                        scenario.system().jobs().stream()
                                .anyMatch(each -> each.name().equals(job)),
                        new Refusal.Unknown("job", job));
            case Action.KillQuery(var database) -> kind(scenario, database, ServiceKind.DATABASE);
            case Action.BlockClient(var client) -> client(scenario, client);
            case Action.UnblockClient(var client) -> client(scenario, client);
            case Action.FreezeAutomation(var automation) ->
                automation(scenario, automation)
                        .or(() -> unless(
                                !frozen(incident, automation, at),
                                new Refusal.NotNow(automation + " is frozen already.")));
            case Action.UnfreezeAutomation(var automation) ->
                automation(scenario, automation)
                        .or(() -> unless(
                                frozen(incident, automation, at), new Refusal.NotNow(automation + " is not frozen.")));
            case Action.TakeOutHost(var service, var region, var host) -> host(scenario, service, region, host);
            case Action.ReturnHost(var service, var region, var host) -> host(scenario, service, region, host);
            case Action.RestartHost(var service, var region, var host) -> host(scenario, service, region, host);
            case Action.UseResolver(var service, var resolver) ->
                ours(scenario, service).or(() -> kind(scenario, resolver, ServiceKind.RESOLVER));
            case Action.Own own ->
                unless(
                        scenario.particulars().action(own.action()).stream()
                                .anyMatch(each -> own.target().isEmpty()
                                        ? each.targets().isEmpty()
                                        : each.targets().contains(own.target())),
                        new Refusal.Unknown("action", own.action().value()));
        };
    }

    private static Optional<Refusal> client(Scenario scenario, ClientId client) {
        return unless(scenario.particulars().client(client).isPresent(), new Refusal.Unknown("client", client.value()));
    }

    private static Optional<Refusal> automation(Scenario scenario, AgentId automation) {
        return unless(
                scenario.particulars().agent(automation).stream()
                        .anyMatch(agent -> agent.kind() == Agent.Kind.AUTOMATION),
                new Refusal.Unknown("automation", automation.value()));
    }

    private static boolean frozen(Incident incident, AgentId automation, Instant at) {
        return incident.scenario().particulars().agent(automation).stream()
                .anyMatch(agent -> Agents.isFrozen(incident, agent, at));
    }

    private static Optional<Refusal> host(Scenario scenario, ServiceId service, RegionId region, int host) {
        return ours(scenario, service)
                .or(() -> in(scenario, service, Where.in(region)))
                .or(() -> {
                    var hosts = scenario.system().service(service).capacity().replicas();
                    return unless(
                            host >= 1 && host <= hosts,
                            new Refusal.OutOfRange("host", "a whole number from 1 to " + hosts));
                });
    }

    private static boolean drained(Incident incident, RegionId region, Instant at) {
        return Consequences.isDrained(incident.world().trajectory().schedule(), region, at);
    }

    private static long drainedRegions(Incident incident, Instant at) {
        return incident.scenario().system().regionIds().stream()
                .filter(region -> drained(incident, region, at))
                .count();
    }

    private static Optional<Refusal> ours(Scenario scenario, ServiceId id) {
        var service = scenario.system().find(id);
        if (service.isEmpty()) {
            return Optional.of(new Refusal.Unknown("service", id.value()));
        }
        return unless(
                service.get().kind() != ServiceKind.THIRD_PARTY,
                new Refusal.NotNow(id + " is not ours: it can be asked about, not acted on."));
    }

    private static Optional<Refusal> kind(Scenario scenario, ServiceId id, ServiceKind kind) {
        var service = scenario.system().find(id);
        var word = mayday.scenario.Words.kebab(kind);
        if (service.isEmpty()) {
            return Optional.of(new Refusal.Unknown(word, id.value()));
        }
        return unless(service.get().kind() == kind, new Refusal.NotNow(id + " is not a " + word + "."));
    }

    private static Optional<Refusal> known(Scenario scenario, RegionId region) {
        return unless(scenario.system().regionIds().contains(region), new Refusal.Unknown("region", region.value()));
    }

    private static Optional<Refusal> in(Scenario scenario, ServiceId id, Where where) {
        return switch (where) {
            case Where.Everywhere() -> Optional.empty();
            case Where.In(var region) ->
                known(scenario, region)
                        .or(() -> unless(
                                scenario.system().find(id).stream().allMatch(service -> service.runsIn(region)),
                                new Refusal.NotNow(id + " does not run in " + region + ".")));
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

    private static Optional<Refusal> text(String what, String text, int least, int most) {
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

    private static Optional<Refusal> unless(boolean good, Refusal refusal) {
        return good ? Optional.empty() : Optional.of(refusal);
    }
}
