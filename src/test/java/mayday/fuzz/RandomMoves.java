package mayday.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import mayday.evidence.EvidenceId;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.ActionId;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.incident.Claim;
import mayday.incident.Command;
import mayday.incident.HintOffer;
import mayday.incident.HintStep;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Inject;
import mayday.incident.InjectId;
import mayday.incident.Matter;
import mayday.incident.MessageId;
import mayday.incident.Outcome;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Stance;
import mayday.incident.Understanding;
import mayday.incident.Verdict;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.Severity;
import mayday.scenario.TeamId;
import mayday.scenario.Tool;

/** Moves by chance: some that make sense, some that nobody in their senses would make. */
final class RandomMoves {
    static final Participant SAM = new Participant("p-sam", "Sam");
    private static final Participant FAY = new Participant("f-fay", "Fay");

    /** What is typed at consoles, and what is typed at them to see what happens. */
    private static final List<String> TYPED = List.of(
            "top",
            "ps aux | sort -nrk 3 | head -5",
            "df -h",
            "free -m",
            "vmstat 1 99999999",
            "iostat -x 1 3",
            "ss -tanp | grep 5432",
            "dig +short checkout.internal @10.0.0.2",
            "dig @999.999.999.999 ....",
            "journalctl -u checkout --since \"10 min ago\" | grep -i timeout",
            "journalctl --since \"99999999999 years ago\" -n -5",
            "kubectl top pods -A",
            "kubectl logs checkout-1 --since=1h | grep -cE '(a+)+$'",
            "kubectl logs checkout-99999999999999999999",
            "kubectl logs -f deploy/checkout --tail=-1 | head -99999999999",
            "curl -v https://checkout.internal/",
            "openssl s_client -connect checkout.internal:443",
            "SHOW PROCESSLIST",
            "select * from pg_stat_activity",
            "nodetool status",
            "jstack 1",
            "lsof -i :99999999",
            "sar -u 0 0",
            "tcpdump -c 99999999999999",
            "echo stats | nc evcache-1 11211",
            "grep '[' /var/log/x",
            "cat /proc/loadavg | cut -d '' -f 99999999999",
            "uptime | awk '{print $99999999999}'",
            "uptime | sort -k 0 | head -n -1 | tail +0 | uniq -c | wc -l",
            "aws cloudwatch get-metric-statistics --period 0 --start-time x",
            "ping -c 99999999 checkout",
            "traceroute checkout");

    private final Random random;
    private final boolean absurd;

    /** @param absurd whether moves that make no sense are among them */
    RandomMoves(Random random, boolean absurd) {
        this.random = random;
        this.absurd = absurd;
    }

    /** The next move in an incident as it stands. */
    Command next(Incident incident) {
        return switch (random.nextInt(24)) {
            case 0 -> new Command.Acknowledge(SAM);
            case 1 ->
                new Command.StateHypothesis(SAM, text("a hunch"), any(FaultClass.class), name(incident), percent());
            case 2 -> new Command.ReviseHypothesis(SAM, hypothesis(incident), percent());
            case 3 ->
                new Command.JudgeHypothesis(SAM, hypothesis(incident), any(Verdict.class), List.of(evidence(incident)));
            case 4 -> new Command.LinkEvidence(SAM, hypothesis(incident), evidence(incident), any(Stance.class));
            case 5 -> new Command.PinEvidence(SAM, evidence(incident), random.nextBoolean());
            case 6 -> new Command.DeclareSeverity(SAM, any(Severity.class));
            case 7 -> new Command.PostUpdate(SAM, any(Audience.class), text("We look into it."), claims(incident));
            case 8 -> new Command.Escalate(SAM, team(incident.scenario()), text("Please look."));
            case 9, 10 -> new Command.Wait(SAM, length());
            case 11 -> new Command.CancelAction(SAM, new ActionId("A" + small()));
            case 12 -> new Command.Reply(SAM, new MessageId("M" + small()), text("Soon."), claims(incident));
            case 13 -> new Command.TakeFallback(SAM, new QuestionId("Q" + small()));
            case 14 -> hint(incident);
            case 15, 16, 17 -> act(incident);
            case 18 -> facilitating(incident);
            case 19 -> absurd ? new Command.HandOver(SAM, FAY, text("scribe")) : new Command.Acknowledge(SAM);
            default -> ask(incident);
        };
    }

    private Command ask(Incident incident) {
        if (random.nextInt(8) == 0) {
            return new Command.Ask(SAM, text("hm?"), Understanding.refused(any(Outcome.class), "What do you mean?"));
        }
        var parts = new ArrayList<Interpretation>();
        for (var part = random.nextInt(1, 4); part > 0; part--) {
            var typed = random.nextInt(4) == 0 ? typed() : "";
            parts.add(new Interpretation(
                    any(Dimension.class),
                    targets(incident.scenario()),
                    window(incident.now()),
                    random.nextDouble(),
                    "",
                    typed));
        }
        return new Command.Ask(SAM, text("what is wrong?"), Understanding.answered(parts));
    }

    private String typed() {
        var line = one(TYPED);
        return absurd && random.nextBoolean() ? new Damage(random).bytes(line, 1 + random.nextInt(3)) : line;
    }

    private List<Target> targets(Scenario scenario) {
        var service = one(scenario.system().services());
        var region = one(service.regions());
        return switch (random.nextInt(6)) {
            case 0 -> List.of();
            case 1 -> List.of(new Target.OfService(service.id()));
            case 2 -> List.of(new Target.OfNode(service.id(), region));
            case 3 -> List.of(new Target.OfRegion(region), new Target.OfService(service.id()));
            case 4 -> List.of(new Target.OfHost(service.id(), region, 1 + small()));
            default -> List.of(new Target.OfService(service.id()), new Target.OfTeam(team(scenario)));
        };
    }

    private Window window(Instant now) {
        return switch (random.nextInt(4)) {
            case 0 -> new Window.Last(absurd ? length() : Duration.ofMinutes(random.nextLong(1, 90)));
            case 1 -> new Window.Since(now.minusSeconds(random.nextLong(absurd ? -9_000 : 1, 5_000)));
            case 2 -> new Window.Between(now.minusSeconds(random.nextLong(2_000, 9_000)), now.minusSeconds(small()));
            default -> new Window.Usual();
        };
    }

    private Command act(Incident incident) {
        var scenario = incident.scenario();
        var items = ActionMenu.of(scenario).items();
        if (items.isEmpty()) {
            return new Command.Acknowledge(SAM);
        }
        var item = one(items);
        var target = item.targets().isEmpty() || (absurd && random.nextInt(6) == 0) ? odd() : one(item.targets());
        var arguments = new HashMap<String, String>();
        for (var argument : item.arguments()) {
            arguments.put(argument.name(), value(argument));
        }
        if (absurd && random.nextInt(6) == 0) {
            arguments.put(odd(), odd());
        }
        var named = item.needsTarget() ? target : "";
        return switch (ActionRequest.parse(scenario, item.id(), named, arguments)) {
            case ActionRequest.Parsed(var action) -> new Command.Act(SAM, action, text(""));
            case ActionRequest.Rejected _ -> new Command.Acknowledge(SAM);
        };
    }

    private String value(ActionMenu.Argument argument) {
        if (absurd && random.nextInt(5) == 0) {
            return odd();
        }
        return switch (argument) {
            case ActionMenu.Argument.Choice choice -> choice.choices().isEmpty() ? odd() : one(choice.choices());
            case ActionMenu.Argument.Whole whole ->
                Integer.toString(random.nextInt(3) == 0 ? whole.most() : whole.least());
        };
    }

    private Command hint(Incident incident) {
        return HintOffer.of(incident) instanceof HintOffer.Next next
                ? new Command.TakeHint(
                        SAM, next.matter().stream().findFirst().orElse(new Matter.Tell()), next.step(), text("Look."))
                : new Command.TakeHint(SAM, new Matter.Weigh(), any(HintStep.class), text("Look."));
    }

    private Command facilitating(Incident incident) {
        return switch (random.nextInt(8)) {
            case 0 -> new Command.PauseClock(FAY);
            case 1, 2 -> new Command.ResumeClock(FAY, Instant.EPOCH.plusSeconds(small() * 60L));
            case 3 -> new Command.ExtendTime(FAY, absurd ? length() : Duration.ofMinutes(1));
            case 4 -> new Command.SendHint(FAY, text("Ask."), absurd ? percent() : small());
            case 5 -> new Command.AnswerByHand(FAY, new QuestionId("Q" + small()), text("Yes."));
            case 6 -> new Command.WithdrawInject(FAY, new InjectId("I" + small()));
            default -> new Command.Inject(FAY, inject(incident.scenario()), arrival(incident.now()));
        };
    }

    private Inject inject(Scenario scenario) {
        var length = absurd ? length() : Duration.ofMinutes(3);
        return switch (random.nextInt(4)) {
            case 0 -> new Inject.Message(text("Kenji"), text("How is it?"), List.of(length));
            case 1 -> new Inject.Alert(text("Disk > 90 %"));
            case 2 -> new Inject.ToolOutage(any(Tool.class), length);
            default -> new Inject.Fault(one(scenario.causes()).id());
        };
    }

    private Inject.Arrival arrival(Instant now) {
        return random.nextBoolean()
                ? new Inject.Arrival.Now()
                : new Inject.Arrival.At(now.plusSeconds(absurd ? random.nextInt() : 120));
    }

    private List<Claim> claims(Incident incident) {
        var at = incident.now().plusSeconds(random.nextInt(-9_000, 90_000));
        return switch (random.nextInt(8)) {
            case 0 -> List.of(new Claim.Fixed());
            case 1 -> List.of(new Claim.NoImpact(), new Claim.CustomersHurt());
            case 2 -> List.of(new Claim.RootCause(any(FaultClass.class), name(incident)));
            case 3 -> List.of(new Claim.Eta(at));
            case 4 -> List.of(new Claim.NextUpdate(at));
            default -> List.of();
        };
    }

    private TeamId team(Scenario scenario) {
        var teams = scenario.system().teams();
        return teams.isEmpty() || (absurd && random.nextInt(5) == 0)
                ? new TeamId("nobody")
                : one(teams).id();
    }

    /** Of a service or region, or of nothing. */
    private String name(Incident incident) {
        return absurd && random.nextInt(3) == 0
                ? odd()
                : one(incident.scenario().system().services()).id().value();
    }

    private HypothesisId hypothesis(Incident incident) {
        return new HypothesisId(
                "H" + random.nextInt(1, 3 + incident.board().hypotheses().size()));
    }

    private EvidenceId evidence(Incident incident) {
        return new EvidenceId(
                "E" + random.nextInt(1, 3 + incident.board().cards().size()));
    }

    private int small() {
        return random.nextInt(6);
    }

    private int percent() {
        return absurd && random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(101);
    }

    private Duration length() {
        return switch (absurd ? random.nextInt(12) : 0) {
            case 7 -> Duration.ZERO;
            case 8 -> Duration.ofSeconds(-1);
            case 9 -> Duration.ofSeconds(Long.MAX_VALUE);
            case 10 -> Duration.ofMillis(1);
            case 11 -> Duration.ofDays(400);
            default -> Duration.ofSeconds(random.nextLong(1, 900));
        };
    }

    private String text(String usual) {
        return absurd && random.nextInt(5) == 0 ? odd() : usual;
    }

    private String odd() {
        return one(Damage.ODD);
    }

    private <E extends Enum<E>> E any(Class<E> words) {
        return one(List.of(words.getEnumConstants()));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
