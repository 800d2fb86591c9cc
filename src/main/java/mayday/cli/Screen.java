package mayday.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;

/** Where somebody plays in a terminal: lines go out, and a line comes in when it is asked for. */
interface Screen extends AutoCloseable {

    /** What came in. */
    sealed interface Input {
        record Line(String text) implements Input {}

        /** Somebody wants to break off, as with Ctrl-C on an empty line. */
        record BrokenOff() implements Input {}

        /** There will be no more, as after Ctrl-D. */
        record Ended() implements Input {}
    }

    Input read(String prompt) throws IOException;

    PrintWriter out();

    /** How many characters a line has room for; 0 if lines may be of any length. */
    int width();

    Ink ink();

    @Override
    void close() throws IOException;

    /** Lines from a pipe or a file: nothing is drawn, coloured or broken. */
    record Pipe(BufferedReader in, PrintWriter out) implements Screen {
        @Override
        public Input read(String prompt) throws IOException {
            out.print(prompt);
            out.flush();
            var line = in.readLine();
            return line == null ? new Input.Ended() : new Input.Line(Objects.requireNonNull(line));
        }

        @Override
        public int width() {
            return 0;
        }

        @Override
        public Ink ink() {
            return Ink.NONE;
        }

        @Override
        public void close() {
            // They belong to whoever opened them.
        }
    }
}
