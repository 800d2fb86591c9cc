package mayday.compiler;

/** YAML or JSON text to a scenario, or every problem in it. */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    /** Pure: the same sources always give the same scenario and the same problems. */
    public static Compilation compile(Sources sources) {
        var problems = new Problems(sources.files());
        var text = sources.files().get(sources.main());
        if (text == null) {
            problems.error(Place.startOf(sources.main()), "missing-file", "there is no such file");
            return new Compilation.Failed(problems.all());
        }
        var scenario = TreeReader.read(sources.main(), text, problems)
                .map(value -> new ScenarioReader(sources, value, problems).read());
        if (scenario.isEmpty() || problems.anyErrors()) {
            return new Compilation.Failed(problems.all());
        }
        return new Compilation.Compiled(scenario.get(), problems.all());
    }
}
