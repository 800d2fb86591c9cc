package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.evidence.Answer;
import mayday.evidence.Answers;
import mayday.evidence.Chronicle;
import mayday.evidence.Interpretation;
import mayday.simulation.Trajectory;

/**
 * A supposed incident after some moves: how it goes on while nobody makes another one, what would be answered, and, where it is shared,
 * how it goes on after each next move that somebody made. For one thread.
 *
 * <p>Lines are shared up to the first action: until then many runs make the same moves, and after it hardly any two.
 */
final class Line {
    private final boolean shared;

    /** As time passed, in order. */
    private final List<Stage> stages = new ArrayList<>();

    private final Map<Object, Line> next = new HashMap<>();

    /** What was answered on the way here, and here. */
    private final List<Map<Moment, Answer>> answers;

    private Chronicle chronicle;

    /** The incident when time has passed until an instant. */
    private record Stage(Instant until, Incident incident) {}

    /** A question and when it is answered. */
    private record Moment(Interpretation interpretation, Instant asOf) {}

    private Line(Incident incident, boolean shared, List<Map<Moment, Answer>> answers, Chronicle chronicle) {
        this.shared = shared;
        this.answers = answers;
        this.chronicle = chronicle;
        stages.add(new Stage(incident.now(), incident));
    }

    /** No move has been made yet. */
    static Line of(Incident opened, boolean shared) {
        return of(
                opened,
                shared,
                new Chronicle(opened.world().trajectory(), opened.scenario().origin()));
    }

    /** The same; {@code before} is of a history that began alike, and is not read on. */
    static Line of(Incident opened, boolean shared, Chronicle before) {
        return new Line(
                opened,
                shared,
                List.of(new HashMap<>()),
                before.of(opened.world().trajectory()));
    }

    /** What was read on the way. */
    Chronicle chronicle() {
        return chronicle;
    }

    /** How it stands at {@code instant}, not before its last move. */
    Incident at(Instant instant) {
        var place = stages.size() - 1;
        while (place > 0 && stages.get(place).until().isAfter(instant)) {
            place--;
        }
        var before = stages.get(place);
        var progress = new Progress(before.incident());
        Deadlines.pass(progress, instant);
        var incident = progress.incident();
        if (incident.version() > before.incident().version()) {
            stages.add(place + 1, new Stage(instant, incident));
        }
        return incident;
    }

    /** After one more event of the past, if that is a move. */
    Line after(Recorded recorded) {
        if (!Replay.isMove(recorded.event())) {
            return this;
        }
        return isShared(recorded.event())
                ? next.computeIfAbsent(Replay.withoutAnswer(recorded), _ -> made(recorded, true))
                : made(recorded, false);
    }

    private boolean isShared(Event event) {
        return shared && !(event instanceof Event.ActionStarted);
    }

    private Line made(Recorded recorded, boolean sharing) {
        var progress = new Progress(at(recorded.at()));
        Replay.again(progress, recorded, _ -> true);
        // A line of its own needs no memory of its own.
        var known = answers;
        if (shared) {
            known = new ArrayList<>(answers);
            known.add(new HashMap<>());
        }
        return new Line(progress.incident(), sharing, known, chronicle);
    }

    /** What a question is answered at {@code asOf} by tools that work; {@code incident} is this one later. */
    Answer answer(Incident incident, Interpretation interpretation, Instant asOf) {
        var moment = new Moment(interpretation, asOf);
        // What was answered on the way here holds until its last move; who did not make that may have asked later.
        var here = answers.size() - 1;
        for (var place = asOf.isAfter(stages.getFirst().until()) ? here : 0; place <= here; place++) {
            var answer = answers.get(place).get(moment);
            if (answer != null) {
                return answer;
            }
        }
        var answer = Answers.answer(
                Replies.circumstances(incident, asOf),
                chronicle(incident.world().trajectory()),
                interpretation,
                1);
        answers.getLast().put(moment, answer);
        return answer;
    }

    private Chronicle chronicle(Trajectory trajectory) {
        if (!chronicle.isOf(trajectory)) {
            chronicle = chronicle.of(trajectory);
        }
        return chronicle;
    }
}
