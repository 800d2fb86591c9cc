package mayday.question;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import mayday.incident.Limits;

/** Any text as lower-case letters, digits, marks and single blanks: no control characters, no look-alikes, bounded in length. */
final class PlainText {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\uFFFD]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern QUOTES = Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC`\\u00B4]");
    private static final Pattern LETTERS = Pattern.compile("[a-z]");

    /** So few characters may well be mostly digits: {@code p99?}. */
    private static final int SHORT = 8;

    private PlainText() {}

    /** {@code text}, cut to {@link Limits#QUESTION_CHARACTERS}, in its plain form. */
    static String of(String text) {
        var cut = text.length() > Limits.QUESTION_CHARACTERS ? text.substring(0, Limits.QUESTION_CHARACTERS) : text;
        var composed = Normalizer.normalize(QUOTES.matcher(cut).replaceAll("'"), Normalizer.Form.NFKD);
        var unaccented = ACCENTS.matcher(composed).replaceAll("");
        var visible = INVISIBLE.matcher(unaccented).replaceAll(" ");
        return BLANKS.matcher(visible).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether there is hardly a Latin letter in it: a dump of bytes, a row of emoji, a script that nobody here reads. */
    static boolean isUnreadable(String plain) {
        var letters = LETTERS.matcher(plain).results().count();
        var digits = plain.chars().filter(Character::isDigit).count();
        var characters = plain.replace(" ", "").length();
        return letters == 0 || (characters > SHORT && letters * 3 + digits < characters);
    }
}
