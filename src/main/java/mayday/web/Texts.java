package mayday.web;

import mayday.incident.PlainText;

/** What text is taken from outside. */
final class Texts {
    private Texts() {}

    /** Why {@code text} is not taken; empty if it is. */
    static String mistake(String text, int most) {
        if (text.length() > most) {
            return "is " + text.length() + " characters long; at most " + most + " are taken";
        }
        var flaw = PlainText.flaw(text);
        return flaw.isEmpty() ? "" : "has " + flaw;
    }
}
