package mayday.playthrough;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.coach.Hints;
import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.HintOffer;
import mayday.incident.Incident;
import mayday.incident.Limits;
import mayday.incident.Recorded;
import mayday.incident.Refusal;
import mayday.playthrough.Performance.Mismatch;
import mayday.playthrough.Performance.Scene;
import mayday.question.Interpreter;
import mayday.scenario.Scenario;

/**
 * Plays a script: the engine decides the same commands as those of people, and questions go through the interpreter. The same
 * script, scenario and interpreter always give the same performance.
 */
public final class Rehearsal {
    /** How long is waited at a time for a condition. */
    private static final Duration A_LITTLE = Duration.ofSeconds(30);

    private final Script script;
    private final Interpreter interpreter;
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private Incident incident;
    /** Incident time; on the practice clock that of the last event. */
    private Instant now;
    /** What has happened in the present step. */
    private final List<Recorded> events = new ArrayList<>();

    private Rehearsal(Script script, Scenario scenario, Interpreter interpreter) {
        this.script = script;
        this.interpreter = interpreter;
        this.incident = Decider.open(
                        scenario,
                        script.seed(),
                        script.cause(),
                        script.clock(),
                        Instant.EPOCH,
                        Script.PLAYER,
                        script.terms())
                .after();
        this.now = incident.now();
    }

    /** Plays {@code script} to its end, or to the first move that is refused against expectation. */
    public static Performance play(Script script, Scenario scenario, Interpreter interpreter) {
        return new Rehearsal(script, scenario, interpreter).play();
    }

    private Performance play() {
        for (var step : script.steps()) {
            if (!goesOn(step)) {
                return performance(Optional.empty());
            }
        }
        var asked = script.end().stream().anyMatch(each -> each.ending().needsDebrief());
        var debrief = asked && incident.isOver() ? Optional.of(Debriefs.of(incident)) : Optional.<Debrief>empty();
        mismatches.addAll(EndJudge.judge(script, incident, debrief));
        return performance(debrief);
    }

    private Performance performance(Optional<Debrief> debrief) {
        return new Performance(script, scenes, mismatches, incident, debrief);
    }

    /** Whether there is sense in going on after this step. */
    private boolean goesOn(Step step) {
        events.clear();
        var late = "";
        var refusal = Optional.<Refusal>empty();
        switch (step.move()) {
            case Move.Ask(var words) -> refusal = ask(words);
            case Move.Make(Command.Close close) -> refusal = close(close);
            case Move.Make(var command) -> refusal = decide(command);
            case Move.TakeHint() -> refusal = hint();
            case Move.Pass(var length) -> refusal = pass(length);
            case Move.PassUntil(var written, var until, var most) -> {
                refusal = pass(Duration.ZERO);
                var end = now.plus(most);
                while (refusal.isEmpty() && !incident.holds(until, now) && now.isBefore(end) && !incident.isOver()) {
                    refusal = pass(A_LITTLE);
                }
                late = refusal.isPresent() || incident.holds(until, now) ? "" : written;
            }
        }
        var scene = new Scene(step, events, refusal, late, incident, now);
        scenes.add(scene);
        var found = SceneJudge.judge(scene);
        mismatches.addAll(found);
        return refusal.isEmpty() ? late.isEmpty() : step.isToBeRefused();
    }

    private Optional<Refusal> ask(String words) {
        return decide(new Command.Ask(Script.PLAYER, words, interpreter.understand(words, incident)));
    }

    /** A coach may ask whether it is really over; then it is closed all the same, as a learner would. */
    private Optional<Refusal> close(Command.Close close) {
        var refusal = decide(close);
        return refusal.isPresent() && refusal.get() instanceof Refusal.CoachAsks ? decide(close) : refusal;
    }

    private Optional<Refusal> hint() {
        return switch (HintOffer.of(incident)) {
            case HintOffer.None(var why) -> Optional.of(why);
            case HintOffer.Next next -> {
                var hint = Hints.next(incident, next);
                yield decide(new Command.TakeHint(Script.PLAYER, hint.matter(), next.step(), hint.text()));
            }
        };
    }

    private Optional<Refusal> pass(Duration length) {
        if (incident.isOver()) {
            return Optional.of(new Refusal.IncidentOver());
        }
        if (length.isZero()) {
            return Optional.empty();
        }
        if (incident.opened().mode() == ClockMode.LIVE) {
            now = now.plus(length);
            return decide(new Command.Observe());
        }
        var longest = Limits.longestWait(incident.scenario());
        for (var left = length; left.isPositive() && !incident.isOver(); left = left.minus(longest)) {
            var refusal = decide(new Command.Wait(Script.PLAYER, left.compareTo(longest) < 0 ? left : longest));
            // Time that runs out while somebody waits is no refusal: it is what was waited for.
            if (refusal.isPresent() && !incident.isOver()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> decide(Command command) {
        var decision = Decider.decide(incident.scenario(), incident, command, now);
        incident = decision.after();
        events.addAll(decision.recorded());
        now = now.isAfter(incident.now()) ? now : incident.now();
        return switch (decision) {
            case Decision.Accepted _ -> Optional.empty();
            case Decision.Refused(var refusal, var _, var _) -> Optional.of(refusal);
        };
    }
}
