package mayday.incident;

/** What text is taken from outside: characters that somebody can mean. */
public final class PlainText {
    private PlainText() {}

    /**
     * What in {@code text} nobody means, such as {@code a control character at position 6}; empty if there is nothing. Line breaks and
     * tabs are meant.
     */
    public static String flaw(String text) {
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            if (Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t') {
                return "a control character at position " + (index + 1);
            }
            if (Character.isSurrogate(letter)) {
                var pair = Character.isHighSurrogate(letter)
                        && index + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(index + 1));
                if (!pair) {
                    return "half a character at position " + (index + 1);
                }
                index++;
            }
        }
        return "";
    }
}
