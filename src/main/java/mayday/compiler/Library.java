package mayday.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.debrief.Rubric;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * The scenarios of a folder, as they were when it was read.
 *
 * @param scenarios those that compiled, in order of level and title
 * @param sources their texts
 * @param rubrics those that compiled, the default one first, the others in order of title
 * @param problems of all files, those of broken scenarios and rubrics included
 * @param manuscripts all scenarios as they were written, the broken ones included, in order of their folders
 */
public record Library(
        List<Scenario> scenarios,
        Map<ScenarioId, Sources> sources,
        List<Rubric> rubrics,
        List<Problem> problems,
        List<Manuscript> manuscripts) {
    public Library {
        manuscripts = List.copyOf(manuscripts);
        scenarios = List.copyOf(scenarios);
        sources = Map.copyOf(sources);
        rubrics = List.copyOf(rubrics);
        problems = List.copyOf(problems);
    }

    /** A library that judges by the default rubric alone. */
    public Library(List<Scenario> scenarios, Map<ScenarioId, Sources> sources, List<Problem> problems) {
        this(scenarios, sources, List.of(Rubric.DEFAULT), problems, List.of());
    }

    /**
     * Reads {@code folder}: every {@code <id>/scenario.yaml} (or {@code .yml}, {@code .json}) and the {@code systems}
     * they name, and every {@code rubrics/<id>.yaml}. What is broken is left out, the others are there; a folder that cannot be read
     * gives a problem and no scenarios. {@link Playthroughs} are read apart: whoever plays has no use for them.
     */
    public static Library read(Path folder) {
        return new FolderReader(folder, List.of(), Map.of()).read();
    }

    /** Reads one scenario of {@code folder}, with the system it names and the rubrics, and none of the others. */
    public static Library readOnly(Path folder, String scenario) {
        return new FolderReader(folder, List.of(), Map.of()).read(List.of(scenario));
    }

    /** Reads {@code folder} anew; of what has the same text as in this library nothing is compiled again. */
    public Library again(Path folder) {
        return new FolderReader(folder, manuscripts, Map.of()).read();
    }

    /** The manuscript in the folder of that name. */
    public Optional<Manuscript> manuscript(String name) {
        return manuscripts.stream().filter(each -> each.folder().equals(name)).findFirst();
    }

    public Optional<Scenario> find(ScenarioId id) {
        return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }

    /** The texts of a scenario of this library. */
    public Sources source(ScenarioId id) {
        var found = sources.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no scenario " + id);
        }
        return found;
    }

    public Optional<Rubric> rubric(String id) {
        return rubrics.stream().filter(rubric -> rubric.id().equals(id)).findFirst();
    }

    /** The ids of all rubrics. */
    public List<String> rubricIds() {
        return rubrics.stream().map(Rubric::id).toList();
    }
}
