package mayday.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal with somebody before it: lines can be edited, what was typed comes back with the arrow keys, Tab completes. */
final class Interactive implements Screen {
    /** What a terminal is taken to have that does not say how wide it is. */
    private static final int USUAL_WIDTH = 80;

    private static final int MOST_ASKED = 5;

    private final Terminal terminal;
    private final LineReader reader;
    private final Ink ink;

    private Interactive(Terminal terminal, LineReader reader, Ink ink) {
        this.terminal = terminal;
        this.reader = reader;
        this.ink = ink;
    }

    /** @param completing what the word at the end of a line can be, given the line up to there */
    static Interactive open(Map<String, String> environment, Function<String, List<String>> completing)
            throws IOException {
        var terminal = TerminalBuilder.builder().system(true).build();
        Completer completer = (reader, line, candidates) -> {
            var begun = line.line().substring(0, line.cursor());
            var kept = begun.substring(0, begun.lastIndexOf(' ') + 1);
            completing.apply(begun).forEach(word -> candidates.add(candidate(kept + word, word)));
            asked(reader, begun).forEach(question -> candidates.add(candidate(question, question)));
        };
        var reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("mayday")
                .parser(Interactive::whole)
                .completer(completer)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .build();
        return new Interactive(terminal, reader, Ink.of(environment));
    }

    /** For completion, a line is one word: what completes it is a whole line. Questions have apostrophes and mean nothing by them. */
    private static ParsedLine whole(String line, int cursor, Parser.ParseContext context) {
        return new CompletingParsedLine() {
            @Override
            public CharSequence escape(CharSequence candidate, boolean complete) {
                return candidate;
            }

            @Override
            public int rawWordCursor() {
                return cursor;
            }

            @Override
            public int rawWordLength() {
                return line.length();
            }

            @Override
            public String word() {
                return line;
            }

            @Override
            public int wordCursor() {
                return cursor;
            }

            @Override
            public int wordIndex() {
                return 0;
            }

            @Override
            public List<String> words() {
                return List.of(line);
            }

            @Override
            public String line() {
                return line;
            }

            @Override
            public int cursor() {
                return cursor;
            }
        };
    }

    private static Candidate candidate(String line, String shown) {
        return new Candidate(line, shown, null, null, null, null, true);
    }

    /** What was typed before and begins so, the newest first. */
    private static List<String> asked(LineReader reader, String begun) {
        var typed = new LinkedHashSet<String>();
        if (!begun.isBlank()) {
            reader.getHistory().reverseIterator().forEachRemaining(entry -> {
                if (entry.line().length() > begun.length()
                        && entry.line().regionMatches(true, 0, begun, 0, begun.length())) {
                    typed.add(entry.line());
                }
            });
        }
        return typed.stream().limit(MOST_ASKED).toList();
    }

    @Override
    public Input read(String prompt) {
        try {
            return new Input.Line(reader.readLine(ink.bold(prompt)));
        } catch (UserInterruptException broken) {
            return broken.getPartialLine().isBlank() ? new Input.BrokenOff() : new Input.Line("");
        } catch (EndOfFileException _) {
            return new Input.Ended();
        }
    }

    @Override
    public PrintWriter out() {
        return terminal.writer();
    }

    @Override
    public int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
    }

    @Override
    public Ink ink() {
        return ink;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
