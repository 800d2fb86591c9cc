package mayday.exercise;

import static mayday.exercise.DrillChecks.refused;

import java.time.Instant;
import java.util.List;
import mayday.exercise.DrillDecider.Answer;

/** Probes: starting one, and answering it. */
final class Probing {
    private Probing() {}

    static Answer start(Drill drill, DrillCommand.StartProbe probe, Instant now) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return Leading.notRunning(drill);
        }
        if (drill.conduct().openProbe().isPresent()) {
            return refused("already-probing", "A probe is being answered already.");
        }
        var number = drill.conduct().probes().size() + 1;
        return number > DrillLimits.PROBES
                ? refused("limit-reached", "A drill has at most " + DrillLimits.PROBES + " probes.")
                : new Answer.Yes(List.of(new DrillEvent.ProbeStarted(
                        number, now.plus(DrillLimits.PROBE), probe.questions(), probe.truths(), probe.by())));
    }

    static Answer answer(Drill drill, DrillCommand.AnswerProbe answer) {
        var open = drill.conduct().openProbe();
        if (open.isEmpty()) {
            return refused("no-probe", "Nothing is being asked just now. Your answer came after the time was over.");
        }
        var seat = drill.seat(answer.person().id());
        if (seat.isEmpty()) {
            return Seating.noSeat();
        }
        var probe = open.get();
        if (probe.answerOf(answer.person().id()).isPresent()) {
            return refused("answered-already", "You have answered this one; the others are still thinking.");
        }
        if (!fits(probe, answer.choices())) {
            return refused(
                    "unknown-choice", "Choose one of the answers to each question, or say that you do not know.");
        }
        return new Answer.Yes(List.of(new DrillEvent.ProbeAnswered(probe.number(), answer.person(), answer.choices())));
    }

    private static boolean fits(Probe probe, List<Integer> choices) {
        if (choices.size() != probe.questions().size()) {
            return false;
        }
        for (var i = 0; i < choices.size(); i++) {
            var most = probe.questions().get(i).choices().size();
            if (choices.get(i) < Probe.DO_NOT_KNOW || choices.get(i) >= most) {
                return false;
            }
        }
        return true;
    }
}
