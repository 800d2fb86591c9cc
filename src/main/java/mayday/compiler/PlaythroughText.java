package mayday.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mayday.evidence.EvidenceId;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Terms.Coaching;
import mayday.playthrough.Ending;
import mayday.playthrough.Expectation;
import mayday.playthrough.Move;
import mayday.playthrough.Recording;
import mayday.playthrough.Script;
import mayday.playthrough.Step;
import mayday.playthrough.Written;
import mayday.scenario.Words;

/** Writes a playthrough as an author would; what reads it back is {@link PlaythroughReader}. */
public final class PlaythroughText {
    private static final String IN_STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private final Script script;

    private PlaythroughText(Script script) {
        this.script = script;
    }

    /** The text of a file. */
    public static String of(Recording recording) {
        return new PlaythroughText(recording.script()).written(recording);
    }

    private String written(Recording recording) {
        recording.remarks().forEach(remark -> line(YamlText.comment(remark)));
        line("title: " + YamlText.scalar(script.title()));
        line("cause: " + script.cause());
        line("seed: " + script.seed());
        if (script.clock() != ClockMode.PRACTICE) {
            line("clock: " + Words.kebab(script.clock()));
        }
        if (script.terms().hints() != (script.clock() == ClockMode.PRACTICE)) {
            line("hints: " + script.terms().hints());
        }
        if (script.terms().coach() != Coaching.OFF) {
            line("coach: " + Words.kebab(script.terms().coach()));
        }
        line("steps:");
        for (var i = 0; i < script.steps().size(); i++) {
            step(script.steps().get(i), recording.notes().get(i));
        }
        end();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void step(Step step, String note) {
        var keys = move(step.move());
        var bare = step.then().isEmpty() && keys.containsValue("");
        if (bare) {
            line("  - " + keys.keySet().iterator().next());
        } else {
            var lead = "  - ";
            for (var key : keys.entrySet()) {
                line(lead + key.getKey() + ": " + (key.getValue().isEmpty() ? "true" : key.getValue()));
                lead = IN_STEP;
            }
        }
        if (!note.isEmpty()) {
            line(IN_STEP + YamlText.comment(note));
        }
        if (!step.then().isEmpty()) {
            line(IN_STEP + "then: { "
                    + then(step).entrySet().stream()
                            .map(each -> each.getKey() + ": " + YamlText.list(each.getValue()))
                            .collect(Collectors.joining(", "))
                    + " }");
        }
    }

    /** The keys of a move, the one that names it first; a value that is empty needs no words. */
    private static Map<String, String> move(Move move) {
        var keys = new LinkedHashMap<String, String>();
        switch (move) {
            case Move.Ask(var words) -> keys.put("ask", YamlText.scalar(words));
            case Move.TakeHint() -> keys.put("hint", "");
            case Move.Pass(var length) -> keys.put("wait", Written.time(length));
            case Move.PassUntil(var condition, var _, var most) -> {
                keys.put("wait-until", YamlText.scalar(condition));
                keys.put("most", Written.time(most));
            }
            case Move.Make(var command) -> command(command, keys);
        }
        return keys;
    }

    private static void command(Command command, Map<String, String> keys) {
        switch (command) {
            case Command.Acknowledge _ -> keys.put("acknowledge", "");
            case Command.Act(var _, var action, var expectation) -> {
                keys.put("act", ActionText.of(action));
                optional(keys, "expecting", expectation);
            }
            case Command.CancelAction(var _, var action) -> keys.put("cancel", action.value());
            case Command.StateHypothesis(var _, var said, var faultClass, var target, var confidence) ->
                keys.put(
                        "hypothesis",
                        "{ class: " + Words.kebab(faultClass) + (target.isEmpty() ? "" : ", target: " + target)
                                + ", confidence: " + confidence
                                + (said.isEmpty() ? "" : ", text: " + YamlText.scalar(said)) + " }");
            case Command.ReviseHypothesis(var _, var id, var confidence) -> {
                keys.put("revise", id.value());
                keys.put("confidence", Integer.toString(confidence));
            }
            case Command.JudgeHypothesis(var _, var id, var verdict, var because) -> {
                keys.put("judge", id.value());
                keys.put("verdict", Words.kebab(verdict));
                if (!because.isEmpty()) {
                    keys.put(
                            "because",
                            YamlText.list(
                                    because.stream().map(EvidenceId::value).toList()));
                }
            }
            case Command.LinkEvidence(var _, var hypothesis, var evidence, var stance) -> {
                keys.put("link", evidence.value());
                keys.put("to", hypothesis.value());
                keys.put("stance", Words.kebab(stance));
            }
            case Command.DeclareSeverity(var _, var severity) -> keys.put("severity", severity.name());
            case Command.PostUpdate(var _, var audience, var said, var _) -> {
                keys.put("update", Words.kebab(audience));
                keys.put("text", YamlText.scalar(said));
            }
            case Command.Reply(var _, var message, var said, var _) -> {
                keys.put("reply", message.value());
                keys.put("text", YamlText.scalar(said));
            }
            case Command.Escalate(var _, var team, var said) -> {
                keys.put("escalate", team.value());
                optional(keys, "text", said);
            }
            case Command.TakeFallback(var _, var question) -> keys.put("by-hand", question.value());
            case Command.Close(var _, var statement) -> keys.put("close", YamlText.scalar(statement));
            case Command.Observe _,
                    Command.Ask _,
                    Command.PinEvidence _,
                    Command.TakeHint _,
                    Command.Wait _,
                    Command.HandOver _,
                    Command.Facilitating _ ->
                throw new IllegalArgumentException("this command is no move of a script: " + command);
        }
    }

    private static void optional(Map<String, String> keys, String key, String said) {
        if (!said.isEmpty()) {
            keys.put(key, YamlText.scalar(said));
        }
    }

    private Map<String, List<String>> then(Step step) {
        var keys = new LinkedHashMap<String, List<String>>();
        step.then().forEach(check -> then(check.expects(), keys));
        return keys;
    }

    private void then(Expectation expectation, Map<String, List<String>> keys) {
        switch (expectation) {
            case Expectation.Became(var outcome) -> add(keys, "outcome", Words.kebab(outcome));
            case Expectation.Asks(var dimensions) ->
                dimensions.forEach(each -> add(keys, "understood-as", Words.kebab(each)));
            case Expectation.IsAbout(var targets) -> targets.forEach(each -> add(keys, "about", each));
            case Expectation.IsQuestion(var question) -> add(keys, "question", question.value());
            case Expectation.Reveals(var shown) -> add(keys, "reveals", shown.words());
            case Expectation.Hides(var shown) -> add(keys, "hides", shown.words());
            case Expectation.AnswerHas(var words) -> add(keys, "answer", words);
            case Expectation.AnswerLacks(var words) -> add(keys, "answer-lacks", words);
            case Expectation.Hears(var words) -> add(keys, "hears", words);
            case Expectation.Refused(var reason) -> add(keys, "refused", reason.isEmpty() ? "true" : reason);
            case Expectation.InState(var fault, var state) ->
                add(keys, "state", fault.equals(script.cause()) ? state.value() : fault + "/" + state);
            case Expectation.Holds(var written, var _, var expected) ->
                add(keys, expected ? "holds" : "fails", written);
            case Expectation.IsStatus(var status) -> add(keys, "status", Words.kebab(status));
        }
    }

    private static void add(Map<String, List<String>> keys, String key, String value) {
        keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private void end() {
        if (script.end().isEmpty()) {
            return;
        }
        line("end:");
        var parts = new ArrayList<String>();
        for (var each : script.end()) {
            switch (each.ending()) {
                case Ending.IsStatus(var status) -> line("  status: " + Words.kebab(status));
                case Ending.NeverMitigated() -> line("  mitigated-after: never");
                case Ending.MitigatedAfter(var least, var most) ->
                    line("  mitigated-after: " + Written.time(least) + " to " + Written.time(most));
                case Ending.Scores(var least, var most) -> line("  score: " + least + " to " + most);
                case Ending.PartScores(var part, var least, var most) ->
                    parts.add(part.id() + ": " + least + " to " + most);
            }
        }
        if (!parts.isEmpty()) {
            line("  parts: { " + String.join(", ", parts) + " }");
        }
    }
}
