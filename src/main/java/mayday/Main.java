package mayday;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts Mayday: reads the command line and hands over to the command that it names. */
@Command(
        name = "mayday",
        mixinStandardHelpOptions = true,
        description = "An incident-response troubleshooting simulator.")
public final class Main implements Runnable {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (Boolean.getBoolean("mayday.end-with-parent")) {
            EndWithParent.watch();
        }
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
