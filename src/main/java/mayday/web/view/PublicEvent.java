package mayday.web.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.incident.Event;
import mayday.incident.Recorded;
import mayday.scenario.Id;
import mayday.scenario.Words;

/**
 * An event as it may be told while the incident is open.
 *
 * @param type such as {@code question-asked}
 * @param data what else there is to know, by name
 */
public record PublicEvent(long sequence, Instant at, String type, Map<String, Object> data) {
    public PublicEvent {
        data = Map.copyOf(data);
    }

    /** The event as learners are told it, under its public number. */
    public static PublicEvent of(long sequence, Instant at, Event.Public event) {
        var recorded = new Recorded(sequence, at, event);
        return switch (event) {
            case Event.IncidentOpened opened ->
                told(recorded, "incident-opened", "scenario", opened.scenario().value());
            case Event.AlertFired fired -> told(recorded, "alert-fired", "text", fired.text());
            case Event.Acknowledged _ -> told(recorded, "acknowledged");
            case Event.QuestionAsked asked -> asked(recorded, asked);
            case Event.QuestionAnswered answered ->
                told(
                        recorded,
                        "question-answered",
                        "question",
                        answered.id().value(),
                        "answer",
                        answered.text(),
                        "evidence",
                        ids(answered.evidence()));
            case Event.HypothesisStated stated ->
                told(
                        recorded,
                        "hypothesis-stated",
                        "hypothesis",
                        stated.id().value(),
                        "text",
                        stated.text(),
                        "faultClass",
                        Words.kebab(stated.faultClass()),
                        "target",
                        stated.target(),
                        "confidence",
                        stated.confidence());
            case Event.HypothesisRevised revised ->
                told(
                        recorded,
                        "hypothesis-revised",
                        "hypothesis",
                        revised.id().value(),
                        "confidence",
                        revised.confidence());
            case Event.HypothesisJudged judged ->
                told(
                        recorded,
                        "hypothesis-judged",
                        "hypothesis",
                        judged.id().value(),
                        "status",
                        Words.kebab(judged.verdict()),
                        "because",
                        judged.because().stream().map(EvidenceId::value).toList());
            case Event.EvidenceLinked linked ->
                told(
                        recorded,
                        "evidence-linked",
                        "hypothesis",
                        linked.hypothesis().value(),
                        "evidence",
                        linked.evidence().value(),
                        "stance",
                        Words.kebab(linked.stance()));
            case Event.EvidencePinned pinned ->
                told(recorded, "evidence-pinned", "evidence", pinned.evidence().value(), "pinned", pinned.pinned());
            case Event.ActionStarted started ->
                told(
                        recorded,
                        "action-started",
                        "id",
                        started.id().value(),
                        "action",
                        Format.id(started.action()),
                        "target",
                        started.action().target(),
                        "completesAt",
                        started.completesAt());
            case Event.ActionCompleted completed ->
                told(recorded, "action-completed", "id", completed.id().value(), "report", completed.report());
            case Event.ActionCancelled cancelled ->
                told(recorded, "action-cancelled", "id", cancelled.id().value());
            case Event.SeverityDeclared declared ->
                told(
                        recorded,
                        "severity-declared",
                        "severity",
                        declared.severity().name());
            case Event.UpdatePosted posted ->
                told(recorded, "update-posted", "audience", Words.kebab(posted.audience()), "text", posted.text());
            case Event.Escalated escalated ->
                told(recorded, "escalated", "team", escalated.team().value(), "text", escalated.text());
            case Event.ReplyReceived reply ->
                told(
                        recorded,
                        "reply-received",
                        "team",
                        reply.team().value(),
                        "from",
                        reply.from(),
                        "text",
                        reply.text());
            case Event.MessageReceived message ->
                told(recorded, "message-received", "from", message.from(), "text", message.text());
            case Event.Waited waited ->
                told(recorded, "waited", "seconds", waited.length().toSeconds());
            case Event.ApprovalRequested asked -> approvalRequested(recorded, asked);
            case Event.ApprovalGiven given ->
                said(recorded, "approval-given", "id", given.id(), given.from(), given.text());
            case Event.ApprovalRefused refused ->
                said(recorded, "approval-refused", "id", refused.id(), refused.from(), refused.text());
            case Event.PersonWrote wrote -> wrote(recorded, wrote);
            case Event.PersonReminded reminded ->
                said(recorded, "person-reminded", "message", reminded.message(), reminded.from(), reminded.text());
            case Event.AnswerOverdue(var message, var wanted) ->
                told(recorded, "answer-overdue", "message", message.value(), "wanted", Words.kebab(wanted));
            case Event.MessageAnswered(var message, var _, var way, var text, var _) ->
                told(recorded, "message-answered", "message", message.value(), "way", Words.kebab(way), "text", text);
            case Event.AccessLost lost -> told(recorded, "access-lost", "text", lost.text());
            case Event.AccessRegained regained -> told(recorded, "access-regained", "text", regained.text());
            case Event.LookupFailed(var question, var _, var _, var how, var takes) ->
                told(
                        recorded,
                        "lookup-failed",
                        "question",
                        question.value(),
                        "how",
                        how,
                        "takesSeconds",
                        takes.toSeconds());
            case Event.FallbackTaken(var question, var as, var _) ->
                told(recorded, "fallback-taken", "question", question.value(), "as", as.value());
            case Event.HintTaken hint -> hint(recorded, hint);
            case Event.CoachSpoke(var prompt, var about, var text) ->
                told(recorded, "coach-spoke", "prompt", Words.kebab(prompt), "about", about, "text", text);
            case Event.IncidentClosed closed -> told(recorded, "incident-closed", "statement", closed.statement());
            case Event.TimeRanOut _ -> told(recorded, "time-ran-out");
            case Event.TimeCalled _ -> told(recorded, "time-called");
            case Event.ClockPaused _ -> told(recorded, "clock-paused");
            case Event.ClockResumed _ -> told(recorded, "clock-resumed");
            case Event.TimeExtended(var _, var length) ->
                told(recorded, "time-extended", "seconds", length.toSeconds());
            case Event.AnsweredByHand(var _, var question, var text) ->
                told(recorded, "answered-by-hand", "question", question.value(), "text", text);
            case Event.HintSent(var _, var text, var points) ->
                told(recorded, "hint-sent", "text", text, "points", points);
            case Event.RoleHandedOver(var role, var _, var to) ->
                told(recorded, "role-handed-over", "role", role, "to", to.name());
        };
    }

    private static PublicEvent asked(Recorded recorded, Event.QuestionAsked asked) {
        return told(
                recorded,
                "question-asked",
                "question",
                asked.id().value(),
                "text",
                asked.words(),
                "outcome",
                Words.kebab(asked.understoodAs().outcome()),
                "understoodAs",
                UnderstoodAs.words(asked.understoodAs(), recorded.at()),
                "interpretations",
                QuestionTurns.readings(asked.understoodAs()),
                "suggestions",
                QuestionTurns.suggestions(asked.understoodAs()));
    }

    /** What it is about stays behind: it would be the next step for nothing. */
    private static PublicEvent hint(Recorded recorded, Event.HintTaken hint) {
        return told(
                recorded,
                "hint-taken",
                "step",
                hint.step().number(),
                "text",
                hint.text(),
                "costSeconds",
                hint.cost().toSeconds(),
                "points",
                hint.points());
    }

    /** When they will answer stays behind. */
    private static PublicEvent approvalRequested(Recorded recorded, Event.ApprovalRequested asked) {
        return told(
                recorded,
                "approval-requested",
                "id",
                asked.id().value(),
                "action",
                Format.id(asked.action()),
                "target",
                asked.action().target(),
                "team",
                asked.team().value());
    }

    /** Which of the person's letters it is stays behind: it would tell how many others there are. */
    private static PublicEvent wrote(Recorded recorded, Event.PersonWrote wrote) {
        var asks = wrote.asks().stream()
                .map(each -> Map.of("wanted", Words.kebab(each.wanted()), "due", each.due()))
                .toList();
        return told(
                recorded,
                "person-wrote",
                "message",
                wrote.id().value(),
                "from",
                wrote.from(),
                "text",
                wrote.text(),
                "asks",
                asks);
    }

    private static PublicEvent said(Recorded recorded, String type, String key, Id id, String from, String text) {
        return told(recorded, type, key, id.value(), "from", from, "text", text);
    }

    private static List<String> ids(List<Evidence> evidence) {
        return evidence.stream().map(each -> each.id().value()).toList();
    }

    private static PublicEvent told(Recorded recorded, String type, Object... namesAndValues) {
        var data = new LinkedHashMap<String, Object>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            data.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        switch (recorded.event()) {
            case Event.Move move -> data.put("by", move.by().name());
            case Event.Facilitated facilitated ->
                data.put("by", facilitated.by().name());
            case Event.Public _, Event.Secret _ -> {
                // Nobody made it happen, or nobody who is to be named.
            }
        }
        return new PublicEvent(recorded.sequence(), recorded.at(), type, data);
    }
}
