package mayday.compiler;

/** YAML or JSON text to a scenario, or every problem in it. */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    public static Compilation compile(Sources sources) {
        throw new UnsupportedOperationException(sources.main());
    }
}
