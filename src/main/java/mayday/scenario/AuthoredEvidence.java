package mayday.scenario;

/** Evidence that an author wrote down: a title, where it comes from, and its text. */
public record AuthoredEvidence(AuthoredId id, Form form, String title, String source, String text) {

    /** How the text is shown. */
    public enum Form {
        COMMAND,
        LOG,
        NOTE
    }
}
