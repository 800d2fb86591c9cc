package mayday.exercise;

import java.util.List;
import java.util.Optional;
import mayday.exercise.DrillDecider.Answer;

/** What is checked of more than one command. */
final class DrillChecks {
    private static final int FULL = DrillLimits.EVENTS - DrillLimits.EVENTS_KEPT_FOR_THE_END;

    private DrillChecks() {}

    static Answer refused(String id, String reason) {
        return new Answer.No(new DrillRefusal(id, reason));
    }

    static Answer over() {
        return refused("drill-over", "This drill is over. Its debrief tells how it went.");
    }

    static Answer notBegun() {
        return refused("drill-not-begun", "This drill has not begun.");
    }

    /** Whether the stream has room for a command: at its end only what ends the drill is taken. */
    static Optional<Answer> room(Drill drill, DrillCommand command) {
        var isEnding = command instanceof DrillCommand.End || command instanceof DrillCommand.Observe;
        return drill.version() < FULL || isEnding
                ? Optional.empty()
                : Optional.of(refused(
                        "limit-reached", "A drill takes at most " + DrillLimits.EVENTS + " events. End this one."));
    }

    static Optional<Answer> tooLong(String what, String text, int most) {
        return text.length() <= most
                ? Optional.empty()
                : Optional.of(refused(
                        "too-long",
                        "The " + what + " has " + text.length() + " characters; at most " + most + " are taken."));
    }

    /** The teams that are meant, all if none is named; or why not. */
    static Optional<Answer> unknownTeam(Drill drill, List<DrillTeamId> teams) {
        return teams.stream()
                .filter(each -> drill.team(each).isEmpty())
                .findFirst()
                .map(each -> refused(DrillRefusal.UNKNOWN, "There is no team " + each + " in this drill."));
    }

    static List<DrillTeamId> meant(Drill drill, List<DrillTeamId> teams) {
        return teams.isEmpty() ? drill.teams().stream().map(DrillTeam::id).toList() : teams;
    }
}
