package mayday.scenario;

/** Evidence that an author wrote down or recorded: a title, where it comes from, and what it shows. */
public record AuthoredEvidence(AuthoredId id, String title, String source, Content content) {

    /** What it shows: text that somebody wrote, or what was measured and logged in another incident. */
    public sealed interface Content permits Written, Recorded {}

    /** A text, which may have figures in it. */
    public record Written(Form form, String text) implements Content {}

    /** Evidence that was written down. */
    public AuthoredEvidence(AuthoredId id, Form form, String title, String source, String text) {
        this(id, title, source, new Written(form, text));
    }

    /** How a text is shown. */
    public enum Form {
        COMMAND,
        LOG,
        NOTE
    }
}
