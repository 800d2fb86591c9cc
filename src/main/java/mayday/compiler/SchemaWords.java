package mayday.compiler;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mayday.debrief.FindingKind;
import mayday.debrief.PartName;
import mayday.incident.ClockMode;
import mayday.incident.Outcome;
import mayday.incident.Stance;
import mayday.incident.Status;
import mayday.incident.Terms.Coaching;
import mayday.incident.Verdict;
import mayday.recording.Format;
import mayday.scenario.ActionKind;
import mayday.scenario.Agent;
import mayday.scenario.Audience;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.Dimension;
import mayday.scenario.Effect;
import mayday.scenario.FaultClass;
import mayday.scenario.FollowUpKind;
import mayday.scenario.Level;
import mayday.scenario.LogPattern;
import mayday.scenario.Person;
import mayday.scenario.Platform;
import mayday.scenario.Route;
import mayday.scenario.ServiceKind;
import mayday.scenario.Severity;
import mayday.scenario.Tool;
import mayday.scenario.Words;

/** The words that there are to choose from, by the name that the list of keys has for them: those of the types themselves. */
final class SchemaWords {
    private static final Map<String, List<String>> ALL = new TreeMap<>();

    static {
        put("agent-kind", Agent.Kind.values());
        put("audience", Audience.values());
        put("clock", ClockMode.values());
        put("coaching", Coaching.values());
        put("day", DayOfWeek.values());
        put("dependency-parameter", Effect.DependencyParameter.values());
        put("dimension", Dimension.values());
        put("dns", Platform.USUAL.dns().getDeclaringClass().getEnumConstants());
        put("evidence-form", AuthoredEvidence.Form.values());
        put("fault-class", FaultClass.values());
        put("follow-up-kind", FollowUpKind.values());
        put("level", Level.values());
        put("log-level", StateReader.LogLevel.values());
        put("log-per", LogPattern.Per.values());
        put("metrics", Platform.USUAL.metrics().getDeclaringClass().getEnumConstants());
        put("outcome", Outcome.values());
        put("person-kind", Person.Kind.values());
        put("recorded-unit", RecordedUnit.values());
        put("recording-format", Format.values());
        put("request", Person.Wanted.values());
        put("route", Route.values());
        put("runs-on", Platform.USUAL.runsOn().getDeclaringClass().getEnumConstants());
        put("service-kind", ServiceKind.values());
        put("service-parameter", Effect.ServiceParameter.values());
        put("stance", Stance.values());
        put("status", Status.values());
        put("tool", Tool.values());
        put("verdict", Verdict.values());
        ALL.put("action-kind", ActionKind.GENERIC.stream().map(ActionKind::id).toList());
        ALL.put("finding", Stream.of(FindingKind.values()).map(FindingKind::id).toList());
        ALL.put("part", PartName.ids());
        ALL.put("severity", Stream.of(Severity.values()).map(Severity::name).toList());
    }

    private SchemaWords() {}

    private static void put(String name, Enum<?>[] constants) {
        ALL.put(name, Stream.of(constants).map(Words::kebab).toList());
    }

    static List<String> of(String name) {
        var words = ALL.get(name);
        if (words == null) {
            throw new IllegalArgumentException("there are no words called " + name);
        }
        return words;
    }
}
