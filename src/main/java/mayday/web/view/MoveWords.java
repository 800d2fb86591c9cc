package mayday.web.view;

import java.util.Locale;
import mayday.incident.Event;
import mayday.incident.Reports;
import mayday.scenario.Words;

/** A team's moves in a few words each, for those who look on and for whoever reads about it afterwards. */
final class MoveWords {
    private MoveWords() {}

    /** Empty for what is not worth a line, such as a pin. */
    static String of(Event.Move move) {
        return switch (move) {
            case Event.Acknowledged _ -> "acknowledged the page";
            case Event.QuestionAsked asked -> asked.words();
            case Event.HypothesisStated stated ->
                "holds " + stated.id() + " at " + stated.confidence() + " %: "
                        + Phrases.hypothesis(stated.text(), stated.faultClass(), stated.target());
            case Event.HypothesisRevised revised -> revised.id() + " now at " + revised.confidence() + " %";
            case Event.HypothesisJudged judged ->
                judged.id() + " " + Words.kebab(judged.verdict()).replace('-', ' ');
            case Event.ActionStarted started -> small(Reports.title(started.action()));
            case Event.ActionCancelled cancelled -> "stopped " + cancelled.id();
            case Event.SeverityDeclared declared -> "declared " + declared.severity();
            case Event.UpdatePosted posted -> "update to " + Phrases.audience(posted.audience());
            case Event.Escalated escalated -> "paged " + escalated.team();
            case Event.ApprovalRequested asked -> "asked for consent: " + small(Reports.title(asked.action()));
            case Event.MessageAnswered answered ->
                answered.way() == Event.MessageAnswered.Way.REPLY ? "answered a message" : "";
            case Event.HintTaken _ -> "took a hint";
            case Event.RoleHandedOver handed ->
                handed.by().name() + " gave " + handed.role() + " to "
                        + handed.to().name();
            case Event.IncidentClosed _ -> "closed the incident";
            case Event.EvidenceLinked _, Event.EvidencePinned _, Event.FallbackTaken _, Event.Waited _ -> "";
        };
    }

    private static String small(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
