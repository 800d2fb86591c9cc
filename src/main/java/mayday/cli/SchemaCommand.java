package mayday.cli;

import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.util.concurrent.Callable;
import mayday.compiler.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mayday schema}: the JSON Schema with which editors complete and explain keys. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of scenarios, systems, rubrics or playthroughs, for editors.")
final class SchemaCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            defaultValue = "scenario",
            description = "scenario, system, rubric or playthrough (default: ${DEFAULT-VALUE}).")
    private String kind = "scenario";

    SchemaCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!Schemas.KINDS.contains(kind)) {
            surroundings
                    .err()
                    .println("mayday schema: KIND must be one of " + String.join(", ", Schemas.KINDS) + ", not " + kind
                            + ".");
            return WRONG_USAGE;
        }
        surroundings.out().print(Schemas.of(kind));
        return GOOD;
    }
}
