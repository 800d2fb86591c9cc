package mayday.web;

import io.javalin.http.Context;
import mayday.drill.DrillRoom;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillRefusal;
import mayday.exercise.JoinCode;

/** Lets people into drills with a code and a name, and keeps those out who only guess codes. */
final class JoinDoor {
    private final Site site;

    JoinDoor(Site site) {
        this.site = site;
    }

    /** The drill with that code; ends the request if there is none. */
    DrillRoom open(Context ctx, String code) {
        return site.joinCodes
                .tried(ctx, () -> JoinCode.parse(code).flatMap(site.drills()::find))
                .orElseThrow(() -> new Failure(Failure.Problem.of(
                        "no-such-code",
                        404,
                        "No such drill",
                        "There is no drill with that code. A code has six letters, such as KTM-QRV; ask your facilitator for"
                                + " it.")));
    }

    /** What is wrong with a display name; empty if nothing is. */
    static String mistakeOfName(String name) {
        return name.isBlank() ? "is missing" : Texts.mistake(name.strip(), Learners.MOST_NAME_CHARACTERS);
    }

    /**
     * Comes in, or comes back: whoever has a seat keeps it unless another one is named.
     *
     * @param name a sound one
     */
    DrillDecision enter(Context ctx, DrillRoom room, String name, String team, String role) {
        var drill = room.drill();
        if (drill.isOver()) {
            return new DrillDecision.Refused(
                    new DrillRefusal(
                            "drill-over", "This drill is over. Ask your facilitator for the code of the next one."),
                    java.util.List.of(),
                    drill);
        }
        var person = site.learners.rename(ctx, name.strip());
        return room.submit(new DrillCommand.TakeSeat(person, team, role));
    }
}
