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
    private Mayday() {}

    /**
     * Runs the command that {@code arguments} name; without any, tells which there are.
     *
     * @return the exit code: 0 good, 1 problems found or failed, 2 wrong usage
     */
    public static int run(Surroundings surroundings, List<String> arguments) {
        var line = new CommandLine(new Mayday());
        line.addSubcommand(new CommandLine(new ServeCommand(surroundings)));
        line.addSubcommand(new CommandLine(new PlayCommand(surroundings)));
        line.addSubcommand(new CommandLine(new CheckCommand(surroundings)));
        line.addSubcommand(new CommandLine(new ExplainCommand(surroundings)));
        line.addSubcommand(new CommandLine(new QuestionsCommand(surroundings)));
        line.addSubcommand(new CommandLine(new TestCommand(surroundings)));
        line.addSubcommand(new CommandLine(new RecordCommand(surroundings)));
        line.addSubcommand(new CommandLine(new SchemaCommand(surroundings)));
        line.addSubcommand(new CommandLine(new NewCommand(surroundings)));
        line.addSubcommand(new CommandLine(new ImportCommand(surroundings)));
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            surroundings.err().println("mayday: " + told(failure));
            return FAILED;
        });
        var given = arguments.isEmpty() ? List.of("--help") : List.copyOf(arguments);
        var code = line.execute(given.toArray(String[]::new));
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
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
