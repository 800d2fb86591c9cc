package mayday.review;

import java.util.List;

/**
 * What came of one check of a post-mortem.
 *
 * @param rule names the check: a word of the API
 * @param met whether it found nothing to mend
 * @param title what holds, or what is missing, in a few words
 * @param notes what to mend and where; there may be some although it is met
 */
public record Remark(String rule, boolean met, String title, List<Note> notes) {
    public Remark {
        notes = List.copyOf(notes);
    }

    /**
     * Something to mend.
     *
     * @param where the section's key or {@code actions/0}; empty for the whole
     * @param text a sentence
     */
    public record Note(String where, String text) {
        static Note in(Section section, String text) {
            return new Note(section.key(), text);
        }

        /** @param index of the action, from 0 */
        static Note action(int index, String text) {
            return new Note("actions/" + index, text);
        }
    }
}
