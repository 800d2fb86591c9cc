package mayday.compiler;

import java.util.List;
import java.util.Optional;
import mayday.compiler.Value.Text;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.SystemId;
import mayday.scenario.Traffic;

/** Finds and reads the file of the system that a scenario names. */
final class SystemFile {
    private SystemFile() {}

    static final String FOLDER = "systems";

    /** Endings of files that hold scenarios and systems, in the order in which they are looked for. */
    static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    /** How the text of a system becomes one. */
    interface Reading {
        /** The system {@code name}, which is written at {@code path}. */
        Optional<SimulatedSystem> read(String name, String path, String text, Problems problems);
    }

    /** Reads it, whoever has read it before. */
    static Optional<SimulatedSystem> anew(String name, String path, String text, Problems problems) {
        return TreeReader.read(path, text, problems).map(value -> SystemReader.read(name, value, problems));
    }

    /** The paths at which the system {@code name} may be. */
    static List<String> paths(String name) {
        return ENDINGS.stream().map(ending -> FOLDER + "/" + name + ending).toList();
    }

    static Optional<SimulatedSystem> read(Text name, Sources sources, Reading reading, Problems problems) {
        new Scalars(problems).id(name);
        if (!Scalars.isId(name.text())) {
            return Optional.empty();
        }
        for (var path : paths(name.text())) {
            var text = sources.files().get(path);
            if (text != null) {
                return reading.read(name.text(), path, text, problems);
            }
        }
        problems.error(
                name.place(),
                "unknown-system",
                "there is no system `" + name.text() + "`",
                "a system is a file `" + paths(name.text()).getFirst() + "`");
        return Optional.empty();
    }

    /** Stands in for a system that could not be read. */
    static SimulatedSystem nothing() {
        return new SimulatedSystem(
                new SystemId(""),
                "",
                List.of(),
                List.of(),
                List.of(),
                new Traffic(new ServiceId(""), 0, List.of(), 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
