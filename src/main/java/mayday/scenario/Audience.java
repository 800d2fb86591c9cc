package mayday.scenario;

/** Who reads an update. */
public enum Audience {
    STATUS_PAGE,
    STAKEHOLDERS,
    CHANNEL
}
