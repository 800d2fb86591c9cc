package mayday.review;

import java.util.ArrayList;
import java.util.List;
import mayday.review.Remark.Note;

/** Nobody is named and nobody is blamed: what people did made sense to them, and others would have done it. */
final class Blameless implements Checks.Check {

    @Override
    public Remark of(PostMortem written, Facts facts, Wording wording) {
        var notes = new ArrayList<Note>();
        for (var section : Section.values()) {
            words(written.text(section), section.title(), section.key(), facts, wording, notes);
        }
        for (var i = 0; i < written.actions().size(); i++) {
            var action = written.actions().get(i);
            var where = "Action " + (i + 1);
            words(action.text(), where, "actions/" + i, facts, wording, notes);
            if (!named(action.owner(), facts.people()).isEmpty()) {
                notes.add(Note.action(
                        i, where + " is owned by “" + action.owner() + "”, a person: people move on, so name a team."));
            }
        }
        var title = notes.isEmpty() ? "Nobody is named or blamed" : "Somebody is named or blamed";
        return new Remark("blameless", notes.isEmpty(), title, notes);
    }

    private static void words(String text, String title, String where, Facts facts, Wording wording, List<Note> notes) {
        for (var name : named(text, facts.people())) {
            notes.add(new Note(where, title + " names “" + name + "”: say the role or the team instead."));
        }
        for (var blamed : wording.blame(text)) {
            notes.add(new Note(where, title + " says “" + blamed.words() + "”, which " + blamed.advice() + "."));
        }
    }

    /** The names in a text; {@code Priya} is not named again where {@code Priya Raman} is. */
    private static List<String> named(String text, List<String> people) {
        var named = new ArrayList<String>();
        for (var name : people) {
            if (isIn(text, name) && named.stream().noneMatch(longer -> longer.contains(name))) {
                named.add(name);
            }
        }
        return named;
    }

    /** Whether {@code name} stands in {@code text} by itself: {@code Sam} does not in {@code Samira}. */
    private static boolean isIn(String text, String name) {
        for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            var end = at + name.length();
            var begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
