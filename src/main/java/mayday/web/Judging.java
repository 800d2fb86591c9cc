package mayday.web;

import io.javalin.http.Context;
import java.util.List;
import mayday.debrief.Appraisal;
import mayday.debrief.PartName;
import mayday.debrief.Rubric;
import mayday.drill.Room;
import mayday.web.view.Choice;
import mayday.web.view.DebriefBody;

/** Judges what was debriefed: by which rubric, and with which of a facilitator's overrides. */
final class Judging {
    private static final int MOST_ID_CHARACTERS = 60;

    private final Site site;

    Judging(Site site) {
        this.site = site;
    }

    /**
     * An ended incident, judged.
     *
     * @param note why it is not the rubric that was meant; empty if it is
     */
    record Judged(Appraisal appraisal, String note) {}

    /** By the rubric that the query names, or else by the one that the incident was opened under. */
    Judged of(Context ctx, Room room) {
        var asked = ctx.queryParam("rubric");
        return asked == null || asked.isEmpty() ? byItsOwn(room) : new Judged(by(room, known(asked)), "");
    }

    private Rubric known(String asked) {
        var shown = asked.length() > MOST_ID_CHARACTERS ? asked.substring(0, MOST_ID_CHARACTERS) + "..." : asked;
        return site.library()
                .rubric(asked)
                .orElseThrow(() -> Failure.notFound("There is no rubric " + shown + " here; there is "
                        + String.join(", ", site.library().rubricIds()) + "."));
    }

    private Judged byItsOwn(Room room) {
        var own = room.incident().opened().terms().rubric();
        return site.library()
                .rubric(own)
                .map(rubric -> new Judged(by(room, rubric), ""))
                .orElseGet(() -> new Judged(
                        by(room, site.library().rubrics().getFirst()),
                        "This incident was opened to be judged by the rubric " + own
                                + ", which is not here any more. It is judged by the default one."));
    }

    private Appraisal by(Room room, Rubric rubric) {
        return Appraisal.of(room.incident(), site.debriefs.of(room), rubric, Overrides.of(room));
    }

    DebriefBody body(Room room, Judged judged) {
        return DebriefBody.of(room.incident(), judged.appraisal(), judged.note());
    }

    /** What can be chosen to judge by. */
    List<Choice> choices() {
        return site.library().rubrics().stream()
                .map(rubric -> new Choice(rubric.id(), rubric.title()))
                .toList();
    }

    /** The part that the path names. */
    static PartName part(Context ctx) {
        return PartName.find(ctx.pathParam("part"))
                .orElseThrow(() -> Failure.notFound(
                        "There is no such part of the score; there is " + String.join(", ", PartName.ids()) + "."));
    }
}
