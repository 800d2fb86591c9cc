package mayday.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mayday.compiler.Outline;
import mayday.compiler.Sketch;
import mayday.compiler.Systems;
import mayday.incident.Participant;

/** Scenarios that come and go as a whole: they are made, packed and unpacked, deleted and put back. Safe for use by several threads. */
public final class Shelf {
    private final LiveLibrary library;
    private final Exchange exchange;
    private final Discarded discarded;

    Shelf(LiveLibrary library) {
        this.library = library;
        this.exchange = new Exchange(library);
        this.discarded = new Discarded(library.files().root());
    }

    /** The systems on which a scenario can be made. */
    public Systems systems() {
        return Systems.in(library.files().root());
    }

    /**
     * Makes the scenario that {@code mayday new} would, as a draft: learners do not have it before it is published. It is tried out
     * first, which takes about a second.
     */
    public Shelved made(Outline outline, Participant by) {
        if (Item.scenario(outline.id()).isPresent() && isThere(outline.id())) {
            return new Shelved.Exists("the scenario " + outline.id());
        }
        if (library.wasPublished(outline.id())) {
            return new Shelved.Refused(
                    "There was a scenario " + outline.id()
                            + " that learners had, and they would have it again. Put that one back, or give this one another id.");
        }
        var systems = systems();
        return switch (outline.understood(systems)) {
            case Outline.Understood.Flawed(var why) -> new Shelved.Refused(String.join(" ", why));
            case Outline.Understood.As(var sketch) -> made(sketch, systems, by);
        };
    }

    private boolean isThere(String name) {
        return library.files().has(name);
    }

    private Shelved made(Sketch sketch, Systems systems, Participant by) {
        if (Item.scenario(sketch.id()).isEmpty()) {
            return new Shelved.Refused("A scenario cannot be called " + sketch.id() + ": that name has another use.");
        }
        return switch (sketch.drawn(systems.text(sketch.system().id().value()))) {
            case Sketch.Unplayable(var why) -> new Shelved.Refused(why);
            case Sketch.Complete complete ->
                library.changing(
                        () -> library.files()
                                .makeFolder(sketch.id(), files(sketch, complete))
                                .<Shelved>map(Shelved.Refused::new)
                                .orElseGet(() -> new Shelved.Done(sketch.id())),
                        Map.of(sketch.id(), by));
        };
    }

    private static Map<String, byte[]> files(Sketch sketch, Sketch.Complete complete) {
        var main = complete.sources().main();
        var text = complete.sources().files().getOrDefault(main, "");
        var files = new TreeMap<String, byte[]>();
        files.put(main, text.replaceFirst("\nsystem:", "\ndraft: true\nsystem:").getBytes(UTF_8));
        complete.playthroughs()
                .forEach((name, playthrough) ->
                        files.put(sketch.id() + "/playthroughs/" + name + ".yaml", playthrough.getBytes(UTF_8)));
        return files;
    }

    /** A scenario's folder and its system's file, packed; empty if it has vanished. */
    public Optional<byte[]> exported(String name) {
        return exchange.exported(name);
    }

    /**
     * Unpacks a scenario into the folder.
     *
     * @param replace whether a scenario or system that is there already, with other texts, may be overwritten
     */
    public Shelved imported(byte[] zip, boolean replace, Participant by) {
        return exchange.imported(zip, replace, by);
    }

    /** Takes a scenario away; it can be put back. Incidents and drills that have begun keep the text they were opened with. */
    public Shelved deleted(String name, Instant now) {
        return library.changing(
                () -> discarded
                        .take(name, now)
                        .<Shelved>map(Shelved.Refused::new)
                        .orElseGet(() -> new Shelved.Done(name)),
                Map.of());
    }

    /** What was deleted and can be put back, the latest first. */
    public List<Deleted> deleted() {
        return discarded.all();
    }

    /** Puts back what was deleted. */
    public Shelved putBack(String kept, Participant by) {
        return deleted().stream()
                .filter(each -> each.kept().equals(kept))
                .findFirst()
                .map(each -> library.changing(() -> discarded.putBack(each), Map.of(each.name(), by)))
                .orElseGet(() -> new Shelved.Refused("There is no deleted scenario " + kept + ". Only the last "
                        + Discarded.MOST_KEPT + " are kept."));
    }
}
