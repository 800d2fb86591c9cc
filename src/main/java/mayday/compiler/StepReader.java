package mayday.compiler;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Text;
import mayday.evidence.EvidenceId;
import mayday.incident.ActionId;
import mayday.incident.ActionRequest;
import mayday.incident.Command;
import mayday.incident.HypothesisId;
import mayday.incident.Limits;
import mayday.incident.MessageId;
import mayday.incident.QuestionId;
import mayday.incident.Stance;
import mayday.incident.Verdict;
import mayday.playthrough.Move;
import mayday.playthrough.Script;
import mayday.playthrough.Step;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;

/** Reads a step of a playthrough: one move, the particulars of that move, and what must follow. */
final class StepReader {
    /** The keys that make a move; a step has exactly one of them. */
    static final List<String> MOVES = List.of(
            "acknowledge",
            "ask",
            "act",
            "cancel",
            "hypothesis",
            "revise",
            "judge",
            "link",
            "severity",
            "update",
            "reply",
            "escalate",
            "by-hand",
            "hint",
            "wait",
            "wait-until",
            "close");

    /** Those that need no words of their own. */
    private static final List<String> BARE = List.of("acknowledge", "hint");

    private static final Range PASSING = Range.seconds(0.001, 5 * 86_400);
    private static final Range PERCENT = Range.count(0, 100);
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(30);

    private final ScenarioNames names;
    private final Problems problems;
    private final Scalars scalars;

    StepReader(ScenarioNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The step; empty, with a problem, if its move cannot be read. */
    Optional<Step> read(Value value) {
        if (value instanceof Text word) {
            return bare(word);
        }
        var fields = Fields.of(value, "the step", problems);
        var moves = MOVES.stream().filter(fields::has).toList();
        if (value instanceof Entries && moves.size() != 1) {
            problems.error(
                    fields.place(),
                    "playthrough-step",
                    moves.isEmpty() ? "this step makes no move" : "a step makes one move, this one several",
                    moves.isEmpty()
                            ? "begin it with one of " + Suggestions.oneOf(MOVES)
                            : "write " + Suggestions.oneOf(moves) + " in steps of their own");
        }
        var move = moves.size() == 1 ? move(moves.getFirst(), fields) : Optional.<Move>empty();
        var then = new ThenReader(names, problems).read(fields);
        if (moves.size() == 1) {
            fields.end();
        }
        return move.map(each -> new Step(fields.placeOf(moves.getFirst()).line(), each, then));
    }

    private Optional<Step> bare(Text word) {
        if (word.text().equals("acknowledge")) {
            return Optional.of(new Step(word.place().line(), acknowledge(), List.of()));
        }
        if (word.text().equals("hint")) {
            return Optional.of(new Step(word.place().line(), new Move.TakeHint(), List.of()));
        }
        problems.error(
                word.place(),
                "playthrough-step",
                "`" + word.text() + "` alone is no step",
                MOVES.contains(word.text())
                        ? "write `" + word.text() + ":` and what it needs"
                        : Suggestions.nearest(word.text(), BARE));
        return Optional.empty();
    }

    private static Move acknowledge() {
        return new Move.Make(new Command.Acknowledge(Script.PLAYER));
    }

    private Optional<Move> move(String key, Fields fields) {
        return switch (key) {
            case "acknowledge" -> set(fields, key, acknowledge());
            case "hint" -> set(fields, key, new Move.TakeHint());
            case "ask" -> Optional.of(new Move.Ask(words(fields, key, Limits.QUESTION_CHARACTERS)));
            case "wait" -> Optional.of(new Move.Pass(fields.duration(key, PASSING)));
            case "wait-until" -> {
                var condition = fields.formula(key);
                yield Optional.of(new Move.PassUntil(
                        condition.text(),
                        names.condition(condition),
                        fields.durationOr("most", PASSING, USUAL_PATIENCE)));
            }
            default -> command(key, fields).map(Move.Make::new);
        };
    }

    /** What is switched on by {@code true}. */
    private Optional<Move> set(Fields fields, String key, Move move) {
        if (!fields.flagOr(key, true)) {
            problems.error(fields.placeOf(key), "bad-choice", "`" + key + "` is `true`, or the step is left out");
        }
        return Optional.of(move);
    }

    private Optional<Command> command(String key, Fields fields) {
        var by = Script.PLAYER;
        return switch (key) {
            case "act" -> act(fields).map(action -> new Command.Act(by, action, optional(fields, "expecting")));
            case "cancel" -> Optional.of(new Command.CancelAction(by, new ActionId(fields.line(key))));
            case "hypothesis" -> hypothesis(fields);
            case "revise" ->
                Optional.of(new Command.ReviseHypothesis(
                        by, new HypothesisId(fields.line(key)), fields.count("confidence", PERCENT)));
            case "judge" ->
                Optional.of(new Command.JudgeHypothesis(
                        by,
                        new HypothesisId(fields.line(key)),
                        fields.choice("verdict", Verdict.class),
                        fields.words("because").stream().map(EvidenceId::new).toList()));
            case "link" ->
                Optional.of(new Command.LinkEvidence(
                        by,
                        new HypothesisId(fields.line("to")),
                        new EvidenceId(fields.line(key)),
                        fields.choice("stance", Stance.class)));
            case "severity" -> Optional.of(new Command.DeclareSeverity(by, severity(fields.name(key))));
            case "update" ->
                Optional.of(new Command.PostUpdate(
                        by, fields.choice(key, Audience.class), words(fields, "text", Limits.UPDATE_CHARACTERS)));
            case "reply" ->
                Optional.of(new Command.Reply(
                        by,
                        new MessageId(fields.line(key)),
                        words(fields, "text", Limits.UPDATE_CHARACTERS),
                        List.of()));
            case "escalate" ->
                Optional.of(
                        new Command.Escalate(by, names.topology().team(fields.name(key)), optional(fields, "text")));
            case "by-hand" -> Optional.of(new Command.TakeFallback(by, new QuestionId(fields.line(key))));
            case "close" -> Optional.of(new Command.Close(by, words(fields, key, Limits.STATEMENT_CHARACTERS)));
            default -> throw new IllegalArgumentException(key + " is no move");
        };
    }

    private String words(Fields fields, String key, int most) {
        return fields.need(key)
                .map(value -> scalars.text(value, key, most).text().strip())
                .orElse("");
    }

    private String optional(Fields fields, String key) {
        return fields.find(key).map(value -> scalars.prose(value, key).text()).orElse("");
    }

    private Optional<Command> hypothesis(Fields step) {
        return step.need("hypothesis").map(value -> {
            var fields = Fields.of(value, "the hypothesis", problems);
            var target = fields.has("target") ? target(fields.name("target")) : "";
            var hypothesis = new Command.StateHypothesis(
                    Script.PLAYER,
                    optional(fields, "text"),
                    fields.choice("class", FaultClass.class),
                    target,
                    fields.count("confidence", PERCENT));
            fields.end();
            return hypothesis;
        });
    }

    /** A service or a region. */
    private String target(Text text) {
        return names.topology().isRegion(text.text())
                ? text.text()
                : names.topology().service(text).value();
    }

    private Severity severity(Text text) {
        var severity = Severity.parse(text.text());
        if (severity.isEmpty() && !Scalars.isUnusable(text)) {
            var all = Stream.of(Severity.values()).map(Severity::name).toList();
            problems.error(
                    text.place(),
                    "bad-choice",
                    "`" + text.text() + "` is no severity",
                    Suggestions.nearest(text.text(), all));
        }
        return severity.orElse(Severity.SEV1);
    }

    /** As people say it, or as the terminal and the API have it, with its arguments by name. */
    private Optional<Action> act(Fields step) {
        var value = step.need("act");
        if (value.isPresent() && value.get() instanceof Entries) {
            return requested(Fields.of(value.get(), "the action", problems));
        }
        return names.action(step.name("act"));
    }

    private Optional<Action> requested(Fields fields) {
        var kind = fields.name("do");
        var target = fields.has("target") ? fields.name("target") : new Text(fields.place(), "", Text.Style.PLAIN);
        Map<String, String> arguments = new HashMap<>();
        fields.entries("with")
                .forEach(each -> arguments.put(
                        each.key().text(),
                        scalars.line(each.value(), each.key().text()).text()));
        fields.end();
        if (Scalars.isUnusable(kind)) {
            return Optional.empty();
        }
        return switch (ActionRequest.parse(names.scenario(), kind.text(), target.text(), arguments)) {
            case ActionRequest.Parsed(var action) -> Optional.of(action);
            case ActionRequest.Rejected(var where, var refusal) -> {
                var key = where.equals("action") ? "do" : where.equals("target") ? "target" : "with";
                problems.error(
                        fields.placeOf(key),
                        where.equals("action") ? "unknown-action" : "bad-action",
                        refusal.reason().replaceFirst("\\.$", ""));
                yield Optional.empty();
            }
        };
    }
}
