package mayday.recording;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a text one by one, however long they are: more than a bound of each is left out. */
final class TextLines {
    /** Characters of a line that are looked at. */
    static final int MOST_CHARACTERS = 256 * 1024;

    private final Reader text;
    private final char[] buffer = new char[32 * 1024];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int filled;
    private int number;

    TextLines(Reader text) {
        this.text = text;
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** The next line without its end, which is {@code \n} or {@code \r\n}; empty at the end of the text. */
    Optional<String> next() throws IOException {
        line.setLength(0);
        var any = false;
        for (var c = character(); c >= 0; c = character()) {
            any = true;
            if (c == '\n') {
                break;
            }
            if (line.length() < MOST_CHARACTERS) {
                line.append((char) c);
            }
        }
        if (!any) {
            return Optional.empty();
        }
        number++;
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return Optional.of(line.toString());
    }

    private int character() throws IOException {
        if (at == filled) {
            filled = text.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at++];
    }
}
