package mayday.cli;

import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mayday.compiler.ProblemPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mayday explain}: what a problem's id means and how it is mended. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains a problem that check reports: what it is, why it matters, and how to mend it.")
final class ExplainCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            description = "A problem's id, such as undiagnosable-pair.")
    private String id = "";

    @Option(names = "--list", description = "List all ids.")
    private boolean list;

    ExplainCommand(Surroundings surroundings) {
        this.out = surroundings.out();
        this.err = surroundings.err();
    }

    @Override
    public Integer call() {
        var pages = ProblemPages.all();
        if (list || id.isEmpty()) {
            pages.ids().forEach(each -> out.println("%-28s %s".formatted(each, pages.summary(each))));
            return GOOD;
        }
        var page = pages.page(id);
        if (page.isEmpty()) {
            var nearest = pages.nearest(id);
            err.println("mayday explain: no problem has the id " + id + ". "
                    + (nearest.isEmpty() ? "" : nearest.replace("`", "") + " ")
                    + "mayday explain --list shows all of them.");
            return WRONG_USAGE;
        }
        out.println(id);
        out.println();
        out.println(page.get());
        return GOOD;
    }
}
