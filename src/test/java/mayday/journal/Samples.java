package mayday.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.evidence.Interpretation;
import mayday.evidence.Observation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.ActionId;
import mayday.incident.ApprovalId;
import mayday.incident.Beginning;
import mayday.incident.Claim;
import mayday.incident.ClockMode;
import mayday.incident.Event;
import mayday.incident.HintStep;
import mayday.incident.HypothesisId;
import mayday.incident.IncidentId;
import mayday.incident.Inject;
import mayday.incident.InjectId;
import mayday.incident.JudgedClaim;
import mayday.incident.Matter;
import mayday.incident.MessageId;
import mayday.incident.Outcome;
import mayday.incident.Participant;
import mayday.incident.Prompt;
import mayday.incident.QuestionId;
import mayday.incident.ReceivedMessage;
import mayday.incident.Stance;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.incident.Verdict;
import mayday.scenario.Action;
import mayday.scenario.AgentId;
import mayday.scenario.AlertId;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.ClientId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Given;
import mayday.scenario.OwnActionId;
import mayday.scenario.Person;
import mayday.scenario.PersonId;
import mayday.scenario.RegionId;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import mayday.scenario.Severity;
import mayday.scenario.Signal;
import mayday.scenario.StateId;
import mayday.scenario.TeamId;
import mayday.scenario.Tool;
import mayday.scenario.Where;

/**
 * One event of every type, and of every variant of what events hold, by the name of the file that approves its stored
 * text.
 */
final class Samples {
    static final Instant PAGED = Instant.parse("2026-03-03T14:00:00Z");
    static final Participant ADA = new Participant("p-ada", "Ada");

    private static final ServiceId CHECKOUT = new ServiceId("checkout");
    private static final RegionId EU = new RegionId("eu-west");
    private static final Where IN_EU = Where.in(EU);

    private Samples() {}

    static Map<String, Event> events() {
        var samples = new LinkedHashMap<String, Event>();
        moves(samples);
        happenings(samples);
        people(samples);
        help(samples);
        facilitated(samples);
        questions(samples);
        evidence(samples);
        actions(samples);
        return samples;
    }

    static Event.IncidentOpened opened() {
        return new Event.IncidentOpened(
                new ScenarioId("elevated-500s"),
                new Revision("9f86d081884c7d65"),
                -7_046_029_254_386_353_131L,
                new CauseId("bad-release"),
                ClockMode.PRACTICE,
                Instant.parse("2026-05-04T09:30:00.123456789Z"),
                ADA,
                Terms.UNAIDED,
                new Beginning.Fresh());
    }

    private static void moves(Map<String, Event> samples) {
        samples.put("incident-opened", opened());
        samples.put(
                "incident-opened.aided",
                new Event.IncidentOpened(
                        new ScenarioId("elevated-500s"),
                        new Revision("9f86d081884c7d65"),
                        1,
                        new CauseId("bad-release"),
                        ClockMode.PRACTICE,
                        Instant.parse("2026-05-04T09:30:00.123456789Z"),
                        ADA,
                        new Terms("netflix", true, Terms.Coaching.USUAL),
                        new Beginning.Fresh()));
        samples.put(
                "incident-opened.forked",
                new Event.IncidentOpened(
                        new ScenarioId("elevated-500s"),
                        new Revision("9f86d081884c7d65"),
                        1,
                        new CauseId("bad-release"),
                        ClockMode.PRACTICE,
                        Instant.parse("2026-05-04T09:30:00.123456789Z"),
                        ADA,
                        Terms.UNAIDED,
                        new Beginning.Forked(new IncidentId("goLW4jdk0jyFpOO7cnuJRw"), 17)));
        samples.put("acknowledged", new Event.Acknowledged(ADA));
        samples.put(
                "hypothesis-stated",
                new Event.HypothesisStated(
                        new HypothesisId("H1"), ADA, "the 3.18 release", FaultClass.BAD_RELEASE, "checkout", 60));
        samples.put("hypothesis-revised", new Event.HypothesisRevised(new HypothesisId("H1"), ADA, 85));
        samples.put(
                "hypothesis-judged",
                new Event.HypothesisJudged(
                        new HypothesisId("H1"),
                        ADA,
                        Verdict.RULED_OUT,
                        List.of(new EvidenceId("E1"), new EvidenceId("E3"))));
        samples.put(
                "evidence-linked",
                new Event.EvidenceLinked(new HypothesisId("H1"), new EvidenceId("E2"), Stance.AGAINST, ADA));
        samples.put("evidence-pinned", new Event.EvidencePinned(new EvidenceId("E2"), true, ADA));
        samples.put("action-cancelled", new Event.ActionCancelled(new ActionId("A1"), ADA));
        samples.put("severity-declared", new Event.SeverityDeclared(Severity.SEV2, ADA));
        samples.put(
                "update-posted",
                new Event.UpdatePosted(Audience.STATUS_PAGE, "We see errors at checkout.\nMore at 14:20.", ADA));
        samples.put(
                "escalated",
                new Event.Escalated(new TeamId("payments"), "Are you deploying?", PAGED.plusSeconds(90), ADA));
        samples.put("waited", new Event.Waited(ADA, Duration.ofSeconds(305)));
        samples.put("incident-closed", new Event.IncidentClosed("A bad release; rolled back.", ADA));
    }

    private static void happenings(Map<String, Event> samples) {
        samples.put("alert-fired", new Event.AlertFired(new AlertId("checkout-errors"), "Errors > 5 % at checkout"));
        samples.put("cause-advanced", new Event.CauseAdvanced(new CauseId(""), new StateId("broken")));
        samples.put(
                "cause-advanced.of-one-fault",
                new Event.CauseAdvanced(new CauseId("bad-release"), new StateId("broken")));
        samples.put(
                "agent-started",
                new Event.AgentStarted(
                        new AgentId("healer"),
                        new ActionId("B1"),
                        new Action.Restart(CHECKOUT, IN_EU),
                        PAGED.plusSeconds(80)));
        samples.put("agent-finished", new Event.AgentFinished(new ActionId("B1")));
        samples.put("action-completed", new Event.ActionCompleted(new ActionId("A1"), "checkout is on 3.17.4"));
        samples.put(
                "reply-received", new Event.ReplyReceived(new TeamId("payments"), "Grace", "Nothing from us today."));
        samples.put("message-received", new Event.MessageReceived("Support", "Customers report \"500\" – Köln"));
        samples.put("impact-ended", new Event.ImpactEnded(PAGED.plusSeconds(610)));
        samples.put("impact-returned", new Event.ImpactReturned());
        samples.put("time-ran-out", new Event.TimeRanOut());
    }

    private static void facilitated(Map<String, Event> samples) {
        samples.put(
                "incident-opened.fast",
                new Event.IncidentOpened(
                        new ScenarioId("elevated-500s"),
                        new Revision("9f86d081884c7d65"),
                        1,
                        new CauseId("bad-release"),
                        ClockMode.LIVE,
                        Instant.parse("2026-05-04T09:30:00Z"),
                        ADA,
                        new Terms("default", false, Terms.Coaching.OFF, 2.5),
                        new Beginning.Fresh()));
        samples.put("time-called", new Event.TimeCalled(ADA));
        samples.put("clock-paused", new Event.ClockPaused(ADA));
        samples.put("clock-resumed", new Event.ClockResumed(ADA, Instant.parse("2026-05-04T09:41:00.5Z")));
        samples.put("time-extended", new Event.TimeExtended(ADA, Duration.ofMinutes(10)));
        samples.put(
                "answered-by-hand",
                new Event.AnsweredByHand(ADA, new QuestionId("Q2"), "No, nobody has touched the load balancer."));
        samples.put("hint-sent", new Event.HintSent(ADA, "Compare the regions.", 3));
        samples.put(
                "role-handed-over",
                new Event.RoleHandedOver("incident commander", ADA, new Participant("p-grace", "Grace")));
        injects(samples);
    }

    private static void injects(Map<String, Event> samples) {
        var first = new InjectId("I1");
        var message = new Inject.Message("Kenji (VP)", "How long will this take?", List.of(Duration.ofMinutes(5)));
        samples.put("inject-scheduled", new Event.InjectScheduled(first, ADA, message, PAGED.plusSeconds(900)));
        samples.put("inject-withdrawn", new Event.InjectWithdrawn(first, ADA));
        samples.put("inject-sent.message", new Event.InjectSent(first, ADA, message));
        samples.put(
                "inject-sent.message-without-answer",
                new Event.InjectSent(first, ADA, new Inject.Message("Support", "We are busy.", List.of())));
        samples.put(
                "inject-sent.alert", new Event.InjectSent(first, ADA, new Inject.Alert("Disk > 90 % on orders-db")));
        samples.put(
                "inject-sent.fault", new Event.InjectSent(first, ADA, new Inject.Fault(new CauseId("bad-release"))));
        samples.put(
                "inject-sent.tool-outage",
                new Event.InjectSent(first, ADA, new Inject.ToolOutage(Tool.LOGS, Duration.ofMinutes(10))));
    }

    private static void help(Map<String, Event> samples) {
        var price = Duration.ofSeconds(30);
        var words = "Look between the services.";
        for (var matter : List.of(
                new Matter.Ask(Dimension.LOGS),
                new Matter.Tell(),
                new Matter.Look(),
                new Matter.Act(),
                new Matter.Weigh())) {
            samples.put(
                    "hint-taken." + matter.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    new Event.HintTaken(ADA, matter, HintStep.WHERE, words, price, 5));
        }
        samples.put("coach-spoke", new Event.CoachSpoke(Prompt.UNSUPPORTED, "H1", "What makes you so sure of H1?"));
    }

    private static void people(Map<String, Event> samples) {
        var data = new TeamId("data");
        var approval = new ApprovalId("P1");
        var message = new MessageId("M1");
        samples.put(
                "approval-requested",
                new Event.ApprovalRequested(
                        approval,
                        ADA,
                        new Action.FailOver(new ServiceId("orders-db")),
                        "writes again by 14:10",
                        data,
                        PAGED.plusSeconds(150)));
        samples.put("approval-given", new Event.ApprovalGiven(approval, data, "Grace", "Go ahead."));
        samples.put("approval-refused", new Event.ApprovalRefused(approval, data, "Grace", "Show me its health."));
        samples.put(
                "person-wrote",
                new Event.PersonWrote(
                        message,
                        new PersonId("boss"),
                        0,
                        "Kenji (VP)",
                        "By when?",
                        List.of(new ReceivedMessage.Asked(Person.Wanted.ETA, PAGED.plusSeconds(900)))));
        samples.put("person-reminded", new Event.PersonReminded(message, "Kenji (VP)", "Well?"));
        samples.put("answer-overdue", new Event.AnswerOverdue(message, Person.Wanted.ETA));
        samples.put(
                "message-answered.reply",
                new Event.MessageAnswered(
                        message,
                        ADA,
                        Event.MessageAnswered.Way.REPLY,
                        "By 14:30.",
                        List.of(Person.Wanted.ETA, Person.Wanted.NEWS)));
        samples.put(
                "message-answered.update",
                new Event.MessageAnswered(
                        message,
                        ADA,
                        Event.MessageAnswered.Way.UPDATE,
                        "",
                        List.of(Person.Wanted.IMPACT, Person.Wanted.CAUSE)));
        samples.put(
                "claims-judged",
                new Event.ClaimsJudged(
                        12,
                        List.of(
                                new JudgedClaim(new Claim.Fixed(), JudgedClaim.Truth.TOO_EARLY),
                                new JudgedClaim(new Claim.NoImpact(), JudgedClaim.Truth.FALSE),
                                new JudgedClaim(new Claim.CustomersHurt(), JudgedClaim.Truth.TRUE),
                                new JudgedClaim(
                                        new Claim.RootCause(FaultClass.BAD_RELEASE, "checkout"),
                                        JudgedClaim.Truth.TRUE),
                                new JudgedClaim(new Claim.Eta(PAGED.plusSeconds(1_800)), JudgedClaim.Truth.OPEN),
                                new JudgedClaim(
                                        new Claim.NextUpdate(PAGED.plusSeconds(900)), JudgedClaim.Truth.OPEN))));
        samples.put(
                "access-lost", new Event.AccessLost(true, List.of(Tool.SHELL, Tool.METRICS), "Your session expired."));
        samples.put("access-regained", new Event.AccessRegained("You are in again."));
        var errors = new Interpretation(
                Dimension.ERROR_RATE, List.of(new Target.OfService(CHECKOUT)), new Window.Usual(), 0.875, "");
        samples.put(
                "lookup-failed",
                new Event.LookupFailed(
                        new QuestionId("Q1"),
                        List.of(errors),
                        List.of(errors),
                        "ask each host",
                        Duration.ofMinutes(4)));
        samples.put("fallback-taken", new Event.FallbackTaken(new QuestionId("Q1"), new QuestionId("Q2"), ADA));
    }

    private static void questions(Map<String, Event> samples) {
        samples.put("question-asked.service-last", asked(new Target.OfService(CHECKOUT), last(900)));
        samples.put("question-asked.node-usual", asked(new Target.OfNode(CHECKOUT, EU), new Window.Usual()));
        samples.put("question-asked.region-since", asked(new Target.OfRegion(EU), new Window.Since(PAGED)));
        samples.put(
                "question-asked.host-between",
                asked(new Target.OfHost(CHECKOUT, EU, 3), new Window.Between(PAGED.minusSeconds(7200), PAGED)));
        samples.put(
                "question-asked.team-half-second",
                asked(new Target.OfTeam(new TeamId("payments")), new Window.Last(Duration.ofMillis(1_500))));
        samples.put(
                "question-asked.asked-back",
                new Event.QuestionAsked(
                        new QuestionId("Q2"),
                        ADA,
                        "is it slow?",
                        new Understanding(
                                Outcome.ASK_BACK,
                                List.of(),
                                "Of checkout or of edge?",
                                List.of(new Understanding.Suggestion("checkout", "latency of checkout")),
                                Understanding.Offer.NONE),
                        PAGED.plusSeconds(5)));
        samples.put(
                "question-asked.offer",
                new Event.QuestionAsked(
                        new QuestionId("Q3"),
                        ADA,
                        "roll back checkout",
                        new Understanding(
                                Outcome.ACTION,
                                List.of(),
                                "Do you want to roll back?",
                                List.of(),
                                new Understanding.Offer("roll-back", "", "checkout")),
                        PAGED.plusSeconds(5)));
    }

    private static Window last(int seconds) {
        return new Window.Last(Duration.ofSeconds(seconds));
    }

    private static Event asked(Target target, Window window) {
        var read = new Interpretation(Dimension.ERROR_RATE, List.of(target), window, 0.875, "");
        return new Event.QuestionAsked(
                new QuestionId("Q1"), ADA, "errors?", Understanding.answered(List.of(read)), PAGED.plusSeconds(30));
    }

    private static void evidence(Map<String, Event> samples) {
        var points = List.of(new Evidence.Point(1_772_546_400L, 0.0012), new Evidence.Point(1_772_546_410L, 0.1));
        var lines = List.of(new Evidence.Line("eu-west", points));
        samples.put("question-answered.chart", answered(new Evidence.Chart(Signal.Unit.RATIO, lines, 0.05)));
        samples.put(
                "question-answered.chart-without-threshold",
                answered(new Evidence.Chart(Signal.Unit.RATIO, lines, Double.NaN)));
        samples.put(
                "question-answered.log",
                answered(new Evidence.Log(
                        List.of(new Evidence.Log.Entry(PAGED, "ERROR", "checkout-3", "time-out after 2 s\t[pay]")),
                        1_240)));
        samples.put(
                "question-answered.command",
                answered(new Evidence.Output("checkout-3", "uptime", List.of("up 3 days", ""))));
        samples.put(
                "question-answered.changes",
                answered(new Evidence.Changes(List.of(new Evidence.Changes.Item(
                        PAGED.minusSeconds(420), "release", "checkout", "3.17.4 to 3.18.0", "all regions", "Grace")))));
        samples.put(
                "question-answered.table",
                answered(new Evidence.Table(List.of("service", "p99"), List.of(List.of("checkout", "2.1 s")))));
        samples.put(
                "question-answered.trace",
                answered(new Evidence.Trace(
                        List.of(new Evidence.Trace.Span(1, "payments", "POST /charge", 12, 2_000, "time-out")))));
        samples.put("question-answered.note", answered(new Evidence.Note(List.of("Restart it.", "Then look."))));
        samples.put(
                "question-answered.nothing",
                new Event.QuestionAnswered(new QuestionId("Q1"), "Nothing changed.", List.of(), List.of()));
    }

    private static Event answered(Evidence.Body body) {
        var evidence = new Evidence(new EvidenceId("E1"), "checkout error ratio", "Metric · eu-west", PAGED, body);
        var observed = new Observation(CHECKOUT, Observation.Health.FAILING, PAGED);
        return new Event.QuestionAnswered(new QuestionId("Q1"), "It fails.", List.of(evidence), List.of(observed));
    }

    private static void actions(Map<String, Event> samples) {
        started(samples, new Action.RollBack(CHECKOUT, Where.everywhere()));
        started(samples, new Action.RevertConfig(CHECKOUT));
        started(samples, new Action.SetFlag("new-cart", false));
        started(samples, new Action.Scale(CHECKOUT, IN_EU, 12));
        started(samples, new Action.Restart(CHECKOUT, IN_EU));
        started(samples, new Action.DrainRegion(EU));
        started(samples, new Action.ReturnRegion(EU));
        started(samples, new Action.ShedLoad(40, Where.everywhere()));
        started(samples, new Action.FailOver(new ServiceId("orders-db")));
        started(samples, new Action.FlushCache(new ServiceId("session-cache"), IN_EU));
        started(samples, new Action.FlushDns(IN_EU));
        started(samples, new Action.RenewCertificate(CHECKOUT));
        started(samples, new Action.StopJob("nightly-report"));
        started(samples, new Action.KillQuery(new ServiceId("orders-db")));
        started(samples, new Action.BlockClient(new ClientId("scraper")));
        started(samples, new Action.UnblockClient(new ClientId("scraper")));
        started(samples, new Action.FreezeAutomation(new AgentId("healer")));
        started(samples, new Action.UnfreezeAutomation(new AgentId("healer")));
        started(samples, new Action.TakeOutHost(CHECKOUT, EU, 2));
        started(samples, new Action.ReturnHost(CHECKOUT, EU, 2));
        started(samples, new Action.RestartHost(CHECKOUT, EU, 2));
        started(samples, new Action.UseResolver(CHECKOUT, new ServiceId("dns-b")));
        started(
                samples,
                new Action.Own(
                        new OwnActionId("replay-queue"),
                        "Replay the queue",
                        "orders",
                        List.of(new Given("percent", 40))));
    }

    private static void started(Map<String, Event> samples, Action action) {
        samples.put(
                "action-started." + action.kind().id(),
                new Event.ActionStarted(
                        new ActionId("A1"), ADA, action, PAGED.plusSeconds(240), "errors below 1 % by 14:10"));
    }
}
