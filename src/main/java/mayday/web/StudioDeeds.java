package mayday.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import mayday.compiler.Manuscript;
import mayday.compiler.Outline;
import mayday.incident.Participant;
import mayday.journal.Deed;
import mayday.scenario.CauseId;
import mayday.studio.Item;
import mayday.studio.Receiving;
import mayday.studio.Saved;
import mayday.studio.Shelved;
import mayday.studio.Trial;

/** What authors do to what is written. What changed something is noted in the audit trail, with who did it. */
final class StudioDeeds {
    private final Site site;
    private final InstantSource wallClock;

    StudioDeeds(Site site, InstantSource wallClock) {
        this.site = site;
        this.wallClock = wallClock;
    }

    /** Saves a text. */
    Saved save(Context ctx, Item item, String file, String text, String expected, Deed what) {
        var author = author(ctx);
        return noted(author, site.studio().save(item, file, text, expected, author), what, item, file);
    }

    /** Keeps a wording as a test. */
    Saved keep(Context ctx, Item item, CauseId cause, Trial trial) {
        var author = author(ctx);
        var kept = site.studio().keep(item.name(), cause, trial, author);
        return noted(author, kept, Deed.SCENARIO_SAVED, item, "a test: " + trial.words());
    }

    Saved addWording(Context ctx, Item item, Manuscript manuscript, String question, String words) {
        var author = author(ctx);
        var added = site.studio().addWording(manuscript.folder(), question, words, author);
        return noted(author, added, Deed.SCENARIO_SAVED, item, "a wording of " + question + ": " + words);
    }

    Shelved imported(Context ctx, byte[] zip, boolean replace) {
        var author = author(ctx);
        return noted(author, site.studio().shelf().imported(zip, replace, author), Deed.SCENARIO_IMPORTED);
    }

    Receiving.Received received(Context ctx, Item item, String look, boolean append) {
        var author = author(ctx);
        var received = site.studio().receiving().write(item.name(), look, append, author);
        if (received instanceof Receiving.Received.Done(var paths)) {
            site.accounts()
                    .note(
                            author,
                            Deed.SCENARIO_SAVED,
                            "scenario " + item.name(),
                            "recordings: " + String.join(", ", paths));
        }
        return received;
    }

    Shelved made(Context ctx, Outline outline) {
        var author = author(ctx);
        return noted(author, site.studio().shelf().made(outline, author), Deed.SCENARIO_MADE);
    }

    Shelved deleted(Context ctx, String name) {
        return noted(author(ctx), site.studio().shelf().deleted(name, wallClock.instant()), Deed.SCENARIO_DELETED);
    }

    Shelved putBack(Context ctx, String kept) {
        var author = author(ctx);
        return noted(author, site.studio().shelf().putBack(kept, author), Deed.SCENARIO_PUT_BACK);
    }

    private Shelved noted(Participant author, Shelved done, Deed what) {
        if (done instanceof Shelved.Done(var name)) {
            site.accounts().note(author, what, "scenario " + name, "");
        }
        return done;
    }

    private Saved noted(Participant author, Saved saved, Deed what, Item item, String detail) {
        if (saved instanceof Saved.Done) {
            var kind = item instanceof Item.OfScenario ? "scenario " : "system ";
            site.accounts().note(author, what, kind + item.name(), detail);
        }
        return saved;
    }

    private Participant author(Context ctx) {
        return site.facilitator.enter(ctx).participant();
    }
}
