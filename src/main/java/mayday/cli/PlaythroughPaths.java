package mayday.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which playthroughs are meant by a path.
 *
 * @param library the folder of all scenarios, which has the systems as well
 * @param within the part of it that is meant, relative to it and with {@code /} between names; empty for all of it
 */
record PlaythroughPaths(Path library, String within) {
    private static final List<String> SCENARIO_FILES = List.of("scenario.yaml", "scenario.yml", "scenario.json");
    private static final String FOLDER = "playthroughs";

    /** @param path a folder of scenarios, one scenario or its file, its folder of playthroughs, or one of these */
    static PlaythroughPaths of(Path path) {
        var whole = path.toAbsolutePath().normalize();
        var scenario = whole;
        while (scenario != null && !isScenario(scenario)) {
            scenario = isInside(scenario) ? scenario.getParent() : null;
        }
        var library = scenario == null ? null : scenario.getParent();
        if (scenario == null || library == null) {
            return new PlaythroughPaths(whole, "");
        }
        var chosen = SCENARIO_FILES.contains(String.valueOf(whole.getFileName())) ? scenario : whole;
        return new PlaythroughPaths(
                library, library.relativize(chosen).toString().replace('\\', '/'));
    }

    private static boolean isScenario(Path folder) {
        return SCENARIO_FILES.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    /** Whether it may be a part of a scenario's folder. */
    private static boolean isInside(Path path) {
        var name = String.valueOf(path.getFileName());
        var parent = path.getParent();
        return SCENARIO_FILES.contains(name)
                || name.equals(FOLDER)
                || (parent != null && String.valueOf(parent.getFileName()).equals(FOLDER));
    }

    /** Whether a playthrough's file is meant. */
    boolean holds(String file) {
        return within.isEmpty() || file.equals(within) || file.startsWith(within + "/");
    }

    /** Whether a problem of this file stands in the way: one of a playthrough that is meant, of its scenario, or of a system. */
    boolean concerns(String file) {
        var scenario = within.split("/", 2)[0];
        var isOther = file.contains("/" + FOLDER + "/") && !holds(file);
        return !isOther && (within.isEmpty() || file.startsWith(scenario + "/") || file.startsWith("systems/"));
    }
}
