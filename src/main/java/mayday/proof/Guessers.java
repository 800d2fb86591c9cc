package mayday.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.debrief.BestQuestions;
import mayday.debrief.Scored;
import mayday.debrief.Suppositions;
import mayday.incident.Incident;
import mayday.incident.Supposition;
import mayday.player.Playthrough;
import mayday.player.Style;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;

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

    /** The scores of the diagnostic structure under each cause that can be drawn, in their order. */
    List<Integer> scores(Style style) {
        var played = new LinkedHashMap<CauseId, Incident>();
        draft.causes().forEach(cause -> played.put(cause.id(), play(cause, style)));
        return played.values().stream().map(each -> score(each, played)).toList();
    }

    private Incident play(Cause cause, Style style) {
        draft.interruption().end();
        return Playthrough.play(draft.openings(), cause.id(), style);
    }

    private int score(Incident played, Map<CauseId, Incident> all) {
        draft.interruption().end();
        return Scored.of(played, suppositions(played, all), atPage).score();
    }

    private Suppositions suppositions(Incident played, Map<CauseId, Incident> all) {
        for (var each : known) {
            if (Supposition.areMovesOf(each.played(), played)) {
                return each.suppositions().seenFrom(played.opened().cause());
            }
        }
        var suppositions = new Suppositions(played, draft.openings(), all);
        known.add(new Known(played, suppositions));
        return suppositions;
    }

    private record Known(Incident played, Suppositions suppositions) {}
}
