package mayday.proof;

import java.util.ArrayList;
import java.util.List;
import mayday.debrief.BestQuestions;
import mayday.debrief.Debriefs;
import mayday.debrief.Suppositions;
import mayday.incident.Incident;
import mayday.incident.Supposition;
import mayday.player.Playthrough;
import mayday.player.Style;

/**
 * What players score who do not look at what they are told. They mostly make the same moves whatever the cause, and then what each question
 * would have been answered under every other cause is worked out once for all of them.
 */
final class Guessers {
    private final Draft draft;
    private final BestQuestions atPage;
    private final List<Known> known = new ArrayList<>();

    Guessers(Draft draft, BestQuestions atPage) {
        this.draft = draft;
        this.atPage = atPage;
    }

    private record Known(Incident played, Suppositions suppositions) {}

    /** The scores of the diagnostic structure under each cause that can be drawn, in their order. */
    List<Integer> scores(Style style) {
        return draft.causes().stream()
                .map(cause -> score(Playthrough.play(draft.openings(), cause.id(), style)))
                .toList();
    }

    private int score(Incident played) {
        draft.interruption().end();
        return Debriefs.of(played, suppositions(played), atPage).structure().score();
    }

    private Suppositions suppositions(Incident played) {
        for (var each : known) {
            if (Supposition.areMovesOf(each.played(), played)) {
                return each.suppositions().seenFrom(played.opened().cause());
            }
        }
        var suppositions = new Suppositions(played, draft.openings());
        known.add(new Known(played, suppositions));
        return suppositions;
    }
}
