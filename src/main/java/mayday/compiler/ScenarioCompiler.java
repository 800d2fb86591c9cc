package mayday.compiler;

import java.util.List;
import java.util.Map;

/** YAML or JSON text to a scenario, or every problem in it. */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    /** The problems of a system's file by itself. Pure. */
    public static List<Problem> checkSystem(String path, String text) {
        var problems = new Problems(Map.of(path, text));
        var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
        TreeReader.read(path, text, problems).ifPresent(value -> SystemReader.read(name, value, problems));
        return problems.all();
    }

    /** Pure: the same sources always give the same scenario and the same problems. */
    public static Compilation compile(Sources sources) {
        return compile(sources, SystemFile::anew);
    }

    static Compilation compile(Sources sources, SystemFile.Reading systems) {
        var problems = new Problems(sources.files());
        var text = sources.files().get(sources.main());
        if (text == null) {
            problems.error(Place.startOf(sources.main()), "missing-file", "there is no such file");
            return new Compilation.Failed(problems.all());
        }
        var scenario = TreeReader.read(sources.main(), text, problems)
                .map(value -> new ScenarioReader(sources, systems, value, problems).read());
        if (scenario.isEmpty() || problems.anyErrors()) {
            return new Compilation.Failed(problems.all());
        }
        return new Compilation.Compiled(scenario.get(), problems.all());
    }
}
