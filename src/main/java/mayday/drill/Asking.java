package mayday.drill;

import java.time.Duration;
import java.util.List;
import mayday.coach.Hints;
import mayday.drill.JournaledRoom.Surroundings;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.HintOffer;
import mayday.incident.HintStep;
import mayday.incident.Limits;
import mayday.incident.Outcome;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.incident.Understanding;

/**
 * Asks a room questions, and for hints: finds out what a question means and what a hint says, which takes the incident as it is, and submits
 * that as a command. It keeps nothing and has no lock; what needs the room's is done through the room.
 */
final class Asking {
    private final JournaledRoom room;
    private final Surroundings surroundings;

    Asking(JournaledRoom room, Surroundings surroundings) {
        this.room = room;
        this.surroundings = surroundings;
    }

    /** As {@link Room#ask}. */
    Decision ask(Participant by, String words) {
        var said = words.strip();
        var before = room.incident();
        var answerable = !before.isOver() && !said.isEmpty() && said.length() <= Limits.QUESTION_CHARACTERS;
        if (!answerable || !room.mayMove()) {
            // Refused for a reason that needs no understanding, which is what costs time.
            return room.submit(new Command.Ask(by, said, Understanding.refused(Outcome.OFF_TOPIC, "")));
        }
        // Outside the lock: others may move meanwhile. What is decided is decided about the incident as it is then.
        var begun = surroundings.wallClock().instant();
        var understood = surroundings.interpreters().of(before.scenario()).understand(said, before);
        surroundings
                .tally()
                .understood(Duration.between(begun, surroundings.wallClock().instant()));
        return room.submit(new Command.Ask(by, said, understood));
    }

    /** As {@link Room#hint}. */
    Decision hint(Participant by, HintStep announced) {
        var before = room.incident();
        return switch (HintOffer.of(before)) {
            case HintOffer.None(var why) -> new Decision.Refused(why, List.of(), before);
            case HintOffer.Next next
            when next.step() != announced -> new Decision.Refused(next.insteadOfAnother(), List.of(), before);
            case HintOffer.Next _
            when !room.mayMove() ->
                new Decision.Refused(
                        new Refusal.LimitReached("moves a minute", Room.MOVES_A_MINUTE), List.of(), before);
            case HintOffer.Next next -> {
                // Under the lock: the worlds in which another cause is true begin with the trajectory of this one.
                var hint = room.read(now -> Hints.next(now, next));
                yield room.submit(new Command.TakeHint(by, hint.matter(), announced, hint.text()));
            }
        };
    }
}
