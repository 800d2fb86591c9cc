package mayday.web.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mayday.debrief.SoFar;
import mayday.exercise.Assessment;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;

/** What a team did last, each move with what came of it: the latest first, as the console tells it. */
final class LatestMoves {
    private static final int MOST_MOVES = 6;

    private LatestMoves() {}

    /** @param assessed what its questions told, once that is worked out */
    static List<TeamView.Move> of(Incident incident, Optional<Assessment> assessed) {
        var gains = assessed.map(each -> each.soFar().latest()).orElse(List.of());
        return incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.Move)
                .flatMap(each -> move(incident, each, gains).stream())
                .limit(MOST_MOVES)
                .toList();
    }

    private static Optional<TeamView.Move> move(Incident incident, Recorded recorded, List<SoFar.Gain> gains) {
        var said = MoveWords.of((Event.Move) recorded.event());
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var bits = gains.stream()
                .filter(each -> each.sequence() == recorded.sequence())
                .findFirst()
                .map(each -> bits(each.bits()));
        var told = recorded.event() instanceof Event.ActionStarted started
                ? action(incident, started)
                : recorded.event() instanceof Event.QuestionAsked ? bits.orElse("") : "";
        return Optional.of(new TeamView.Move(
                Format.minute(recorded.at()),
                Phrases.shortened(said),
                told,
                ((Event.Move) recorded.event()).by().name()));
    }

    private static String bits(double bits) {
        return bits < 0.05 ? "no bits" : Format.tenth(bits) + (bits < 1.05 ? " bit" : " bits");
    }

    private static String action(Incident incident, Event.ActionStarted started) {
        return incident.action(started.id())
                .map(each -> switch (each.progress()) {
                    case RUNNING ->
                        "under way, of about " + Format.length(Duration.between(each.startedAt(), each.completesAt()));
                    case COMPLETED -> "done";
                    case CANCELLED -> "stopped";
                })
                .orElse("");
    }
}
