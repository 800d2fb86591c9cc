package mayday.journal;

import mayday.exercise.DrillEvent;
import mayday.exercise.DrillTeam;
import mayday.exercise.Plan;
import mayday.exercise.Probe;
import mayday.exercise.Standing;
import mayday.exercise.TeamIncident;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.Terms;

/** Events of drills as text and back: their stored names, which are kept for ever, like those of {@link EventCodec}. */
final class DrillCodec {
    /** The version of the names below; stored beside each event. */
    static final int FORMAT = 1;

    private static final JsonShapes NAMES = names();

    private DrillCodec() {}

    static String type(DrillEvent event) {
        return NAMES.kindOf(event);
    }

    static String encode(DrillEvent event) {
        return NAMES.write(event);
    }

    /** @throws JsonShapes.Unreadable if the text is not such an event */
    static DrillEvent decode(String type, int format, String text) {
        if (format != FORMAT) {
            throw new JsonShapes.Unreadable("it has format " + format + ", and this Mayday knows format " + FORMAT);
        }
        return NAMES.read(DrillEvent.class, type, text);
    }

    private static JsonShapes names() {
        var names = new JsonShapes();
        people(names);
        leading(names);
        probes(names);
        return names;
    }

    private static void people(JsonShapes names) {
        event(names, "drill-created", DrillEvent.Created.class, "plan", "code", "teams", "by");
        event(names, "team-added", DrillEvent.TeamAdded.class, "team", "by");
        event(names, "joined", DrillEvent.Joined.class, "person", "team", "role");
        event(names, "seat-taken", DrillEvent.SeatTaken.class, "person", "team", "role");
        event(names, "left", DrillEvent.Left.class, "person");
        event(names, "ready-changed", DrillEvent.ReadyChanged.class, "person", "ready");
        event(names, "said", DrillEvent.Said.class, "by", "text");
        event(names, "command-handed-over", DrillEvent.CommandHandedOver.class, "team", "by", "to");
        event(names, "action-named", DrillEvent.ActionNamed.class, "person", "text");
        names.record(
                        Plan.class, //
                        "title",
                        "scenario",
                        "seed",
                        "cause",
                        "roles",
                        "board",
                        "freezesAfter",
                        "terms")
                .record(Terms.class, "rubric", "hints", "coach", "speed", "limit")
                .record(DrillTeam.class, "id", "name")
                .record(Participant.class, "id", "name");
    }

    private static void leading(JsonShapes names) {
        event(names, "intel-given", DrillEvent.IntelGiven.class, "role", "text", "by");
        event(names, "drill-started", DrillEvent.Started.class, "revision", "incidents", "by");
        event(names, "paused", DrillEvent.Paused.class, "teams", "by");
        event(names, "resumed", DrillEvent.Resumed.class, "teams", "by");
        event(names, "extended", DrillEvent.Extended.class, "teams", "seconds", "by");
        event(names, "hint-sent", DrillEvent.HintSent.class, "number", "team", "text", "points", "by");
        event(names, "answered-by-hand", DrillEvent.AnsweredByHand.class, "team", "question", "text", "by");
        event(names, "injected", DrillEvent.Injected.class, "number", "teams", "inject", "afterSeconds", "by");
        event(names, "inject-withdrawn", DrillEvent.InjectWithdrawn.class, "number", "by");
        names.member(Inject.class, "message", Inject.Message.class, "from", "text", "answerSeconds")
                .member(Inject.class, "alert", Inject.Alert.class, "text")
                .member(Inject.class, "fault", Inject.Fault.class, "cause")
                .member(Inject.class, "tool-outage", Inject.ToolOutage.class, "tool", "seconds");
        event(names, "board-shown", DrillEvent.BoardShown.class, "to", "by");
        event(names, "board-frozen", DrillEvent.BoardFrozen.class, "standings", "by");
        event(names, "drill-ended", DrillEvent.Ended.class, "by");
        event(names, "revealed", DrillEvent.Revealed.class, "places", "by");
        names.record(TeamIncident.class, "team", "incident")
                .record(
                        Standing.class, //
                        "team",
                        "structure",
                        "communication",
                        "mitigatedAfter",
                        "failedRequests",
                        "bits",
                        "budgetLeft");
    }

    private static void probes(JsonShapes names) {
        event(
                names,
                "probe-started",
                DrillEvent.ProbeStarted.class, //
                "number",
                "until",
                "questions",
                "truths",
                "by");
        event(names, "probe-answered", DrillEvent.ProbeAnswered.class, "number", "person", "choices");
        event(names, "probe-ended", DrillEvent.ProbeEnded.class, "number");
        names.record(Probe.Question.class, "level", "text", "choices").record(Probe.Truth.class, "team", "choices");
    }

    private static void event(JsonShapes names, String type, Class<? extends DrillEvent> event, String... keys) {
        names.member(DrillEvent.class, type, event, keys);
    }
}
