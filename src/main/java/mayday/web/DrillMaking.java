package mayday.web;

import io.javalin.http.Context;
import mayday.drill.DrillRoom;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillRequest;
import mayday.journal.Deed;

/** Makes drills for pages and API alike. */
final class DrillMaking {
    private final Site site;

    DrillMaking(Site site) {
        this.site = site;
    }

    /** What is to be made, or what is wrong with the words. */
    DrillRequest.Reading read(DrillRequest request) {
        return request.read(
                site.library().scenarios(),
                site.library().rubricIds(),
                site.randomness().nextLong());
    }

    /** Makes a drill in the name of the caller, who has to be a facilitator. */
    DrillRoom make(Context ctx, DrillRequest.Parsed what) {
        var by = site.facilitating(ctx);
        var room = site.drills().create(what.plan(), what.teams(), by);
        what.intel().forEach((role, text) -> DrillDesk.make(room, new DrillCommand.GiveIntel(by, role, text)));
        site.accounts()
                .note(by, Deed.DRILL_MADE, "drill " + room.id(), what.plan().title());
        return room;
    }
}
