package mayday.cli;

import static mayday.cli.ExitCode.FAILED;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: which commands there are, and how what goes wrong is told. */
@Command(
        name = "mayday",
        mixinStandardHelpOptions = true,
        versionProvider = Mayday.Version.class,
        description = "A flight simulator for people on call.")
public final class Mayday {
    /** In the order in which they are listed. */
    private static final List<String> COMMANDS =
            List.of("serve", "play", "check", "explain", "questions", "test", "record", "schema", "new", "import");

    private Mayday() {}

    /**
     * Runs the command that {@code arguments} name; without any, tells which there are.
     *
     * @return the exit code: 0 good, 1 problems found or failed, 2 wrong usage
     */
    public static int run(Surroundings surroundings, List<String> arguments) {
        var given = arguments.isEmpty() ? List.of("--help") : List.copyOf(arguments);
        var line = new CommandLine(new Mayday());
        // To look at a command's options takes time: where one is named, the others are not asked.
        var asked = COMMANDS.contains(given.getFirst()) ? given.subList(0, 1) : COMMANDS;
        asked.forEach(name -> line.addSubcommand(new CommandLine(command(name, surroundings))));
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            surroundings.err().println("mayday: " + told(failure));
            return FAILED;
        });
        var code = line.execute(given.toArray(String[]::new));
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private static Object command(String name, Surroundings surroundings) {
        return switch (name) {
            case "serve" -> new ServeCommand(surroundings);
            case "play" -> new PlayCommand(surroundings);
            case "check" -> new CheckCommand(surroundings);
            case "explain" -> new ExplainCommand(surroundings);
            case "questions" -> new QuestionsCommand(surroundings);
            case "test" -> new TestCommand(surroundings);
            case "record" -> new RecordCommand(surroundings);
            case "schema" -> new SchemaCommand(surroundings);
            case "new" -> new NewCommand(surroundings);
            case "import" -> new ImportCommand(surroundings);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String told(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Mayday.class.getPackage().getImplementationVersion();
            return new String[] {"mayday " + (version == null ? "(not packaged)" : version)};
        }
    }
}
