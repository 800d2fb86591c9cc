package mayday.compiler;

import java.util.List;
import mayday.scenario.Scenario;

/** What compiling a scenario's text gave. */
public sealed interface Compilation {

    /** All problems, in order of file and place. */
    List<Problem> problems();

    /** It can be played; the problems are warnings. */
    record Compiled(Scenario scenario, List<Problem> problems) implements Compilation {
        public Compiled {
            problems = List.copyOf(problems);
        }
    }

    /** It cannot; at least one problem is an error. */
    record Failed(List<Problem> problems) implements Compilation {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
