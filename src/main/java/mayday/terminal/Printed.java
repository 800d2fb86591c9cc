package mayday.terminal;

import java.util.List;

/** What came of a command. */
public sealed interface Printed {

    /**
     * It ran.
     *
     * @param host on which
     * @param words what it shows, as one would say it; may be empty
     */
    record Output(String host, List<String> lines, String words) implements Printed {
        public Output {
            lines = List.copyOf(lines);
        }
    }

    /** It cannot be run here, and why. */
    record Word(String text) implements Printed {}

    /** This is no command that is known here. */
    record Unknown() implements Printed {}
}
