package mayday.studio;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.compiler.Sources;

/** Something that is written in the studio: a scenario or a system. */
public sealed interface Item {
    /** Folder of the systems, within that of the scenarios. */
    String SYSTEMS = "systems";

    /** What folders and systems may be called: as ids are, so that they can stand in an address. */
    Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /** A scenario's folder. */
    record OfScenario(String name) implements Item {}

    /** A system's file, whose ending does not matter. */
    record OfSystem(String name) implements Item {}

    String name();

    /** What the journal calls it. */
    default String key() {
        return switch (this) {
            case OfScenario(var name) -> name;
            case OfSystem(var name) -> SYSTEMS + "/" + name;
        };
    }

    /** Folders beside those of scenarios, and addresses in the studio that are no scenario's. */
    Set<String> TAKEN = Set.of(SYSTEMS, "rubrics", "import", "deleted");

    /** The scenario of a name; empty if nothing can be called so. */
    static Optional<Item> scenario(String name) {
        return NAME.matcher(name).matches() && !TAKEN.contains(name)
                ? Optional.of(new OfScenario(name))
                : Optional.empty();
    }

    /** The system of a name; empty if nothing can be called so. */
    static Optional<Item> system(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new OfSystem(name)) : Optional.empty();
    }

    /** A system's file as an edition of it. */
    static Sources ofSystem(String path, String text) {
        return new Sources(path, java.util.Map.of(path, text));
    }
}
