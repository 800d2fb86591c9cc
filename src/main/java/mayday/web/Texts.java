package mayday.web;

/** What text is taken from outside. */
final class Texts {
    private Texts() {}

    /** Why {@code text} is not taken; empty if it is. Control characters other than line breaks and tabs are never meant. */
    static String mistake(String text, int most) {
        if (text.length() > most) {
            return "is " + text.length() + " characters long; at most " + most + " are taken";
        }
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            if (Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t') {
                return "has a control character at position " + (index + 1);
            }
            if (Character.isSurrogate(letter)) {
                var pair = Character.isHighSurrogate(letter)
                        && index + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(index + 1));
                if (!pair) {
                    return "has half a character at position " + (index + 1);
                }
                index++;
            }
        }
        return "";
    }
}
