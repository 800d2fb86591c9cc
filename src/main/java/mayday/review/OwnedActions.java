package mayday.review;

import java.util.ArrayList;
import mayday.review.Remark.Note;

/** Every action says what, has an owner and is of a kind. */
final class OwnedActions implements Checks.Check {

    @Override
    public Remark of(PostMortem written, Facts facts, Wording wording) {
        var notes = new ArrayList<Note>();
        for (var i = 0; i < written.actions().size(); i++) {
            var action = written.actions().get(i);
            var name = "Action " + (i + 1);
            if (action.text().isBlank()) {
                notes.add(Note.action(i, name + " does not say what is to be done."));
            }
            if (action.owner().isBlank()) {
                notes.add(Note.action(
                        i,
                        name + " has no owner: what nobody owns is not done. Teams here: "
                                + String.join(", ", facts.teams()) + "."));
            }
            if (action.kind().isEmpty()) {
                notes.add(Note.action(
                        i, name + " is of no kind: does it prevent, detect, mitigate, or change how people work?"));
            }
        }
        var met = notes.isEmpty() && !written.actions().isEmpty();
        var title = met
                ? "Every action has an owner and a kind"
                : written.actions().isEmpty() ? "There is no action to own" : "An action lacks an owner or a kind";
        return new Remark("owned-actions", met, title, notes);
    }
}
