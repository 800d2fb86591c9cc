package mayday.account;

import java.util.Locale;
import java.util.regex.Pattern;
import mayday.incident.PlainText;

/** What accounts and their owners may be called, and which passwords are taken. A mistake is a sentence, empty if there is none. */
final class AccountRules {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9._@-]{0," + (Accounts.MOST_NAME_CHARACTERS - 1) + "}");

    private AccountRules() {}

    /** A name as it is stored: names differ by more than case. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** @param name as it is stored: see {@link #key} */
    static String nameMistake(String name) {
        return NAME.matcher(name).matches()
                ? ""
                : "The log-in name must be 1 to " + Accounts.MOST_NAME_CHARACTERS
                        + " letters from a to z, digits, dots, dashes, underscores or @, and begin with a letter or digit.";
    }

    static String displayNameMistake(String displayName) {
        if (displayName.isBlank()) {
            return "The display name is empty.";
        }
        if (displayName.length() > Accounts.MOST_DISPLAY_NAME_CHARACTERS) {
            return "The display name has " + displayName.length() + " characters; at most "
                    + Accounts.MOST_DISPLAY_NAME_CHARACTERS + " are taken.";
        }
        var flaw = PlainText.flaw(displayName);
        return flaw.isEmpty() ? "" : "The display name has " + flaw + ".";
    }

    static String passwordMistake(String name, String password) {
        var mistake = Passwords.mistake(password);
        if (!mistake.isEmpty()) {
            return "The password " + mistake + ".";
        }
        return key(password).equals(name) ? "The password is the log-in name: everybody would try that first." : "";
    }
}
