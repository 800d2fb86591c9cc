package mayday.compiler;

import java.util.Optional;

/** Looks at a file's characters before anybody reads words in them. */
final class FileText {
    private FileText() {}

    /** A scenario is written by hand; more is a mistake or an attack. */
    static final int MOST_BYTES = 1024 * 1024;

    /** UTF-8 writes a char with at most so many bytes. */
    private static final int MOST_BYTES_A_CHAR = 3;

    /** A binary file has thousands of control characters; these many show what is wrong. */
    private static final int MOST_REPORTED = 5;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /**
     * {@code text} without characters that have no place in a text file, each of them a problem; empty if it is too
     * large.
     */
    static Optional<String> clean(String file, String text, Problems problems) {
        if (isTooLarge(text)) {
            problems.error(Place.startOf(file), "too-large", "the file is larger than 1 MiB");
            return Optional.empty();
        }
        if (isAllText(text)) {
            return Optional.of(text);
        }
        var clean = new StringBuilder(text.length());
        var line = 1;
        var column = 1;
        var reported = 0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var c = text.codePointAt(i);
            if (isText(c)) {
                clean.appendCodePoint(c);
            } else if (i > 0 || c != BYTE_ORDER_MARK) {
                clean.append(' ');
                if (reported++ < MOST_REPORTED) {
                    problems.error(
                            new Place(file, line, column),
                            "control-character",
                            "the character U+%04X has no place in a text file".formatted(c),
                            "remove it; in a double-quoted text it can be written \"\\u%04x\"".formatted(c));
                }
            }
            column++;
            if (c == '\n') {
                line++;
                column = 1;
            }
        }
        return Optional.of(clean.toString());
    }

    /** Nearly every file; the others are gone through again, character by character with their places. */
    private static boolean isAllText(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) || !isText(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isTooLarge(String text) {
        var mayBe = text.length() > MOST_BYTES / MOST_BYTES_A_CHAR;
        return mayBe && (text.length() > MOST_BYTES || utf8Length(text) > MOST_BYTES);
    }

    private static long utf8Length(String text) {
        return text.codePoints()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }

    private static boolean isText(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        var notForInterchange = (c >= 0x7F && c <= 0x9F && c != 0x85)
                || (c >= 0xD800 && c <= 0xDFFF)
                || c == BYTE_ORDER_MARK
                || c == 0xFFFE
                || c == 0xFFFF;
        return !notForInterchange;
    }
}
