package mayday.terminal;

import java.util.List;
import java.util.function.Function;
import mayday.scenario.Dimension;
import mayday.terminal.CommandLine.Stage;

/**
 * A program that looks something up.
 *
 * @param dimension which question its arguments ask
 * @param names what its arguments name of the system: services, hosts, addresses; empty if nothing
 * @param runs what it prints
 * @param onHost whether it looks at the host on which it runs, so that one must be known
 */
record Program(Function<Stage, Dimension> dimension, Function<Stage, List<String>> names, Runs runs, boolean onHost) {

    /** What a program prints. */
    interface Runs {
        Printed run(Session session, Stage stage);
    }

    static Program onHost(Dimension dimension, Runs runs) {
        return new Program(_ -> dimension, _ -> List.of(), runs, true);
    }

    static Program anywhere(Dimension dimension, Function<Stage, List<String>> names, Runs runs) {
        return new Program(_ -> dimension, names, runs, false);
    }

    static Program anywhere(Function<Stage, Dimension> dimension, Function<Stage, List<String>> names, Runs runs) {
        return new Program(dimension, names, runs, false);
    }
}
