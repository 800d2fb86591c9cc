package mayday.review;

import java.util.ArrayList;
import java.util.List;
import mayday.review.Remark.Note;

/** The actions change the system; those that tell people to be better are not most of them. */
final class SystemicActions implements Checks.Check {
    private static final String MEND =
            " What in the system would make it unnecessary: an alert, a limit, a test, a guard, a safer default, automation?";

    @Override
    public Remark of(PostMortem written, Facts facts, Wording wording) {
        var systemic = 0;
        var local = 0;
        var notes = new ArrayList<Note>();
        for (var i = 0; i < written.actions().size(); i++) {
            switch (wording.reach(written.actions().get(i).text())) {
                case SYSTEMIC -> systemic++;
                case LOCAL -> {
                    local++;
                    notes.add(Note.action(i, name(i) + " asks people to know or do better." + MEND));
                }
                case UNCLEAR -> notes.add(Note.action(i, name(i) + " does not say what changes in the system." + MEND));
            }
        }
        var met = systemic > 0 && local <= systemic;
        return new Remark("systemic-actions", met, title(written.actions(), met), notes);
    }

    private static String name(int index) {
        return "Action " + (index + 1);
    }

    private static String title(List<FollowUp> actions, boolean met) {
        return met
                ? "The actions change the system"
                : actions.isEmpty() ? "No action changes the system" : "The actions change little in the system";
    }
}
