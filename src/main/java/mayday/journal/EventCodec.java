package mayday.journal;

import java.time.Duration;
import mayday.evidence.Evidence;
import mayday.evidence.Interpretation;
import mayday.evidence.Observation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Beginning;
import mayday.incident.Claim;
import mayday.incident.Event;
import mayday.incident.Inject;
import mayday.incident.JudgedClaim;
import mayday.incident.Matter;
import mayday.incident.Participant;
import mayday.incident.ReceivedMessage;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.CauseId;
import mayday.scenario.Given;
import mayday.scenario.Where;

/**
 * Events as text and back: the one table of stored names.
 *
 * <p>What stands here in quotes was written into learners' journals and is never changed; files of approved text hold
 * it. An event that gets another shape gets another {@link #FORMAT}, and {@link #decode} learns to lift the old one.
 */
final class EventCodec {
    /** The version of the names below; stored beside each event. */
    static final int FORMAT = 1;

    /** The stored name of the type of questions. */
    static final String QUESTION_ASKED = "question-asked";

    private static final JsonShapes NAMES = names();

    private EventCodec() {}

    /** The stored name of an event's type, such as {@code question-asked}. */
    static String type(Event event) {
        return NAMES.kindOf(event);
    }

    /** The stored text of an event: JSON, its type not included. */
    static String encode(Event event) {
        return NAMES.write(event);
    }

    /**
     * The event of a stored type and text.
     *
     * @param format the {@link #FORMAT} under which it was stored
     * @throws JsonShapes.Unreadable if the text is not such an event
     */
    static Event decode(String type, int format, String text) {
        if (format != FORMAT) {
            throw new JsonShapes.Unreadable("it has format " + format + ", and this Mayday knows format " + FORMAT);
        }
        return NAMES.read(Event.class, type, text);
    }

    private static JsonShapes names() {
        var names = new JsonShapes();
        moves(names);
        happenings(names);
        people(names);
        help(names);
        facilitated(names);
        understandings(names);
        evidence(names);
        actions(names);
        return names;
    }

    /** What people do. */
    private static void moves(JsonShapes names) {
        event(
                names,
                "incident-opened",
                Event.IncidentOpened.class, //
                "scenario",
                "revision",
                "seed",
                "cause",
                "mode",
                "wallClock",
                "by",
                "terms",
                "beginning");
        names.member(Beginning.class, "fresh", Beginning.Fresh.class)
                .member(Beginning.class, "forked", Beginning.Forked.class, "incident", "before");
        names.absent(Event.IncidentOpened.class, "beginning", new Beginning.Fresh());
        names.record(Terms.class, "rubric", "hints", "coach", "speed", "limit");
        names.absent(Terms.class, "speed", Terms.REAL_TIME).absent(Terms.class, "limit", Duration.ZERO);
        names.absent(Event.IncidentOpened.class, "terms", Terms.UNAIDED);
        event(names, "acknowledged", Event.Acknowledged.class, "by");
        event(names, QUESTION_ASKED, Event.QuestionAsked.class, "id", "by", "words", "understoodAs", "answerDue");
        event(
                names,
                "hypothesis-stated",
                Event.HypothesisStated.class, //
                "id",
                "by",
                "text",
                "faultClass",
                "target",
                "confidence");
        event(names, "hypothesis-revised", Event.HypothesisRevised.class, "id", "by", "confidence");
        event(names, "hypothesis-judged", Event.HypothesisJudged.class, "id", "by", "verdict", "because");
        event(names, "evidence-linked", Event.EvidenceLinked.class, "hypothesis", "evidence", "stance", "by");
        event(names, "evidence-pinned", Event.EvidencePinned.class, "evidence", "pinned", "by");
        event(names, "action-started", Event.ActionStarted.class, "id", "by", "action", "completesAt", "expectation");
        event(names, "action-cancelled", Event.ActionCancelled.class, "id", "by");
        event(names, "severity-declared", Event.SeverityDeclared.class, "severity", "by");
        event(names, "update-posted", Event.UpdatePosted.class, "audience", "text", "by");
        event(names, "escalated", Event.Escalated.class, "team", "text", "replyDue", "by");
        event(names, "role-handed-over", Event.RoleHandedOver.class, "role", "by", "to");
        event(names, "waited", Event.Waited.class, "by", "seconds");
        event(names, "incident-closed", Event.IncidentClosed.class, "statement", "by");
        names.record(Participant.class, "id", "name");
    }

    /** What happens by itself. */
    private static void happenings(JsonShapes names) {
        event(names, "alert-fired", Event.AlertFired.class, "alert", "text");
        event(names, "cause-advanced", Event.CauseAdvanced.class, "cause", "to");
        names.absent(Event.CauseAdvanced.class, "cause", new CauseId(""));
        event(names, "agent-started", Event.AgentStarted.class, "agent", "id", "action", "completesAt");
        event(names, "agent-finished", Event.AgentFinished.class, "id");
        event(names, "question-answered", Event.QuestionAnswered.class, "id", "text", "evidence", "observations");
        event(names, "action-completed", Event.ActionCompleted.class, "id", "report");
        event(names, "reply-received", Event.ReplyReceived.class, "team", "from", "text");
        event(names, "message-received", Event.MessageReceived.class, "from", "text");
        event(names, "impact-ended", Event.ImpactEnded.class, "since");
        event(names, "impact-returned", Event.ImpactReturned.class);
        event(names, "time-ran-out", Event.TimeRanOut.class);
    }

    /** What people around the incident do, and what the learner tells them. */
    private static void people(JsonShapes names) {
        event(
                names,
                "approval-requested",
                Event.ApprovalRequested.class, //
                "id",
                "by",
                "action",
                "expectation",
                "team",
                "answerDue");
        event(names, "approval-given", Event.ApprovalGiven.class, "id", "team", "from", "text");
        event(names, "approval-refused", Event.ApprovalRefused.class, "id", "team", "from", "text");
        event(names, "person-wrote", Event.PersonWrote.class, "id", "person", "letter", "from", "text", "asks");
        event(names, "person-reminded", Event.PersonReminded.class, "message", "from", "text");
        event(names, "answer-overdue", Event.AnswerOverdue.class, "message", "wanted");
        event(names, "message-answered", Event.MessageAnswered.class, "message", "by", "way", "text", "gives");
        event(names, "claims-judged", Event.ClaimsJudged.class, "statement", "claims");
        event(names, "access-lost", Event.AccessLost.class, "actions", "tools", "text");
        event(names, "access-regained", Event.AccessRegained.class, "text");
        event(names, "lookup-failed", Event.LookupFailed.class, "question", "unanswered", "byHand", "how", "seconds");
        event(names, "fallback-taken", Event.FallbackTaken.class, "question", "as", "by");
        names.record(ReceivedMessage.Asked.class, "wanted", "due")
                .record(JudgedClaim.class, "claim", "truth")
                .member(Claim.class, "fixed", Claim.Fixed.class)
                .member(Claim.class, "no-impact", Claim.NoImpact.class)
                .member(Claim.class, "customers-hurt", Claim.CustomersHurt.class)
                .member(Claim.class, "root-cause", Claim.RootCause.class, "faultClass", "target")
                .member(Claim.class, "eta", Claim.Eta.class, "by")
                .member(Claim.class, "next-update", Claim.NextUpdate.class, "at");
    }

    /** What the learner is helped with. */
    private static void help(JsonShapes names) {
        event(names, "hint-taken", Event.HintTaken.class, "by", "matter", "step", "text", "seconds", "points");
        event(names, "coach-spoke", Event.CoachSpoke.class, "prompt", "about", "text");
        names.member(Matter.class, "ask", Matter.Ask.class, "dimension")
                .member(Matter.class, "tell", Matter.Tell.class)
                .member(Matter.class, "look", Matter.Look.class)
                .member(Matter.class, "act", Matter.Act.class)
                .member(Matter.class, "weigh", Matter.Weigh.class);
    }

    /** What a facilitator does. */
    private static void facilitated(JsonShapes names) {
        event(names, "time-called", Event.TimeCalled.class, "by");
        event(names, "clock-paused", Event.ClockPaused.class, "by");
        event(names, "clock-resumed", Event.ClockResumed.class, "by", "wallClock");
        event(names, "time-extended", Event.TimeExtended.class, "by", "seconds");
        event(names, "answered-by-hand", Event.AnsweredByHand.class, "by", "question", "text");
        event(names, "hint-sent", Event.HintSent.class, "by", "text", "points");
        event(names, "inject-scheduled", Event.InjectScheduled.class, "id", "by", "inject", "due");
        event(names, "inject-withdrawn", Event.InjectWithdrawn.class, "id", "by");
        event(names, "inject-sent", Event.InjectSent.class, "id", "by", "inject");
        names.member(Inject.class, "message", Inject.Message.class, "from", "text", "answerSeconds")
                .member(Inject.class, "alert", Inject.Alert.class, "text")
                .member(Inject.class, "fault", Inject.Fault.class, "cause")
                .member(Inject.class, "tool-outage", Inject.ToolOutage.class, "tool", "seconds");
    }

    private static void understandings(JsonShapes names) {
        names.record(Understanding.class, "outcome", "interpretations", "reply", "suggestions", "offer")
                .record(Understanding.Suggestion.class, "label", "say")
                .record(Understanding.Offer.class, "action", "faultClass", "target", "arguments")
                .absentList(Understanding.Offer.class, "arguments")
                .record(Understanding.Argument.class, "name", "value")
                .record(Interpretation.class, "dimension", "targets", "window", "confidence", "authored", "command")
                .absent(Interpretation.class, "command", "")
                .member(Target.class, "service", Target.OfService.class, "service")
                .member(Target.class, "node", Target.OfNode.class, "service", "region")
                .member(Target.class, "region", Target.OfRegion.class, "region")
                .member(Target.class, "host", Target.OfHost.class, "service", "region", "number")
                .member(Target.class, "team", Target.OfTeam.class, "team")
                .member(Window.class, "usual", Window.Usual.class)
                .member(Window.class, "last", Window.Last.class, "seconds")
                .member(Window.class, "since", Window.Since.class, "from")
                .member(Window.class, "between", Window.Between.class, "from", "until");
    }

    private static void evidence(JsonShapes names) {
        names.record(Observation.class, "service", "health", "asOf")
                .record(Evidence.class, "id", "title", "source", "asOf", "body")
                .member(Evidence.Body.class, "chart", Evidence.Chart.class, "unit", "lines", "threshold")
                .record(Evidence.Line.class, "name", "points")
                .tuple(Evidence.Point.class)
                .member(Evidence.Body.class, "log", Evidence.Log.class, "entries", "matching")
                .record(Evidence.Log.Entry.class, "at", "level", "host", "text")
                .member(Evidence.Body.class, "command", Evidence.Output.class, "host", "command", "lines")
                .member(Evidence.Body.class, "changes", Evidence.Changes.class, "items")
                .record(Evidence.Changes.Item.class, "at", "kind", "service", "what", "where", "by")
                .member(Evidence.Body.class, "table", Evidence.Table.class, "columns", "rows")
                .member(Evidence.Body.class, "trace", Evidence.Trace.class, "spans")
                .record(Evidence.Trace.Span.class, "depth", "service", "what", "startMillis", "millis", "failure")
                .member(Evidence.Body.class, "note", Evidence.Note.class, "paragraphs");
    }

    private static void actions(JsonShapes names) {
        names.member(Action.class, "roll-back", Action.RollBack.class, "service", "where")
                .member(Action.class, "revert-config", Action.RevertConfig.class, "service")
                .member(Action.class, "set-flag", Action.SetFlag.class, "flag", "on")
                .member(Action.class, "scale", Action.Scale.class, "service", "where", "replicas")
                .member(Action.class, "restart", Action.Restart.class, "service", "where")
                .member(Action.class, "drain-region", Action.DrainRegion.class, "region")
                .member(Action.class, "return-region", Action.ReturnRegion.class, "region")
                .member(Action.class, "shed-load", Action.ShedLoad.class, "percent", "where")
                .member(Action.class, "fail-over", Action.FailOver.class, "database")
                .member(Action.class, "flush-cache", Action.FlushCache.class, "cache", "where")
                .member(Action.class, "flush-dns", Action.FlushDns.class, "where")
                .member(Action.class, "renew-certificate", Action.RenewCertificate.class, "service")
                .member(Action.class, "stop-job", Action.StopJob.class, "job")
                .member(Action.class, "kill-query", Action.KillQuery.class, "database")
                .member(Action.class, "block-client", Action.BlockClient.class, "client")
                .member(Action.class, "unblock-client", Action.UnblockClient.class, "client")
                .member(Action.class, "freeze-automation", Action.FreezeAutomation.class, "automation")
                .member(Action.class, "unfreeze-automation", Action.UnfreezeAutomation.class, "automation")
                .member(Action.class, "take-out-host", Action.TakeOutHost.class, "service", "region", "host")
                .member(Action.class, "return-host", Action.ReturnHost.class, "service", "region", "host")
                .member(Action.class, "restart-host", Action.RestartHost.class, "service", "region", "host")
                .member(Action.class, "use-resolver", Action.UseResolver.class, "service", "resolver")
                .member(Action.class, "own", Action.Own.class, "action", "title", "target", "arguments")
                .record(Given.class, "name", "value")
                .member(Where.class, "everywhere", Where.Everywhere.class)
                .member(Where.class, "in", Where.In.class, "region");
    }

    private static void event(JsonShapes names, String type, Class<? extends Event> event, String... keys) {
        names.member(Event.class, type, event, keys);
    }
}
