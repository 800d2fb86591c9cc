package mayday.scenario;

import java.util.function.UnaryOperator;

/** Evidence that an author wrote down: a title, where it comes from, and its text. */
public record AuthoredEvidence(AuthoredId id, Form form, String title, String source, String text) {

    /** The same with figures put into its text. */
    public AuthoredEvidence worded(UnaryOperator<String> wording) {
        return new AuthoredEvidence(id, form, title, source, wording.apply(text));
    }

    /** How the text is shown. */
    public enum Form {
        COMMAND,
        LOG,
        NOTE
    }
}
