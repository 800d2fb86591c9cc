package mayday.review;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import mayday.incident.PlainText;

/**
 * Something in a post-mortem that cannot be kept.
 *
 * @param where its place in JSON, such as {@code actions/0/due}
 * @param name its place on the page, such as {@code The due date of action 1}
 * @param detail what is wrong and how to mend it; follows the name
 */
public record Flaw(String where, String name, String detail) {

    /** All that cannot be kept; what is only badly written is for {@link Checks}. */
    public static List<Flaw> in(PostMortem written) {
        var flaws = new ArrayList<Flaw>();
        for (var section : Section.values()) {
            text(flaws, section.key(), section.title(), written.text(section), Limits.SECTION_CHARACTERS);
        }
        var actions = written.actions();
        if (actions.size() > Limits.ACTIONS) {
            flaws.add(new Flaw(
                    "actions",
                    "The list of actions",
                    "has " + actions.size() + " entries; at most " + Limits.ACTIONS + " are kept"));
        }
        for (var i = 0; i < Math.min(actions.size(), Limits.ACTIONS); i++) {
            action(flaws, i, actions.get(i));
        }
        return flaws;
    }

    private static void action(List<Flaw> flaws, int index, FollowUp action) {
        var where = "actions/" + index + "/";
        var of = " of action " + (index + 1);
        text(flaws, where + "text", "The text" + of, action.text(), Limits.ACTION_CHARACTERS);
        text(flaws, where + "owner", "The owner" + of, action.owner(), Limits.OWNER_CHARACTERS);
        if (!action.due().isEmpty() && !isDay(action.due())) {
            flaws.add(new Flaw(where + "due", "The due date" + of, "must be a day such as 2026-12-01, or empty"));
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
            return text.length() == "2026-12-01".length();
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private static void text(List<Flaw> flaws, String where, String name, String text, int most) {
        if (text.length() > most) {
            flaws.add(new Flaw(where, name, "is " + text.length() + " characters long; at most " + most + " are kept"));
            return;
        }
        var flaw = PlainText.flaw(text);
        if (!flaw.isEmpty()) {
            flaws.add(new Flaw(where, name, "has " + flaw + "; remove it"));
        }
    }
}
