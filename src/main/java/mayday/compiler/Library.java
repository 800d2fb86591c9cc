package mayday.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * The scenarios of a folder, as they were when it was read.
 *
 * @param scenarios those that compiled, in order of level and title
 * @param sources their texts
 * @param problems of all files, those of broken scenarios included
 */
public record Library(List<Scenario> scenarios, Map<ScenarioId, Sources> sources, List<Problem> problems) {
    public Library {
        scenarios = List.copyOf(scenarios);
        sources = Map.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /**
     * Reads {@code folder}: every {@code <id>/scenario.yaml} (or {@code .yml}, {@code .json}) and the {@code systems}
     * they name. A broken scenario is left out, the others are there; a folder that cannot be read gives a problem and
     * no scenarios.
     */
    public static Library read(Path folder) {
        return new FolderReader(folder).read();
    }

    public Optional<Scenario> find(ScenarioId id) {
        return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }
}
