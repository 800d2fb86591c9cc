package mayday.review;

import java.util.ArrayList;
import mayday.review.Remark.Note;

/** Every section says something, and something follows. */
final class NothingEmpty implements Checks.Check {

    @Override
    public Remark of(PostMortem written, Facts facts, Wording wording) {
        var notes = new ArrayList<Note>();
        for (var section : Section.values()) {
            if (written.text(section).isBlank()) {
                notes.add(Note.in(section, section.title() + " is empty. " + section.prompt()));
            }
        }
        if (written.actions().isEmpty()) {
            notes.add(new Note(
                    "actions",
                    "No action follows. What would have prevented it, shown it sooner, or ended it sooner?"));
        }
        var title = notes.isEmpty()
                ? "Every section says something"
                : notes.size() == 1 ? "One section is empty" : notes.size() + " sections are empty";
        return new Remark("complete", notes.isEmpty(), title, notes);
    }
}
