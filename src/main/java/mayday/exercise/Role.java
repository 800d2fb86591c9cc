package mayday.exercise;

/** What somebody does in a team. A team has at most one incident commander; every other role may be shared. */
public enum Role {
    INCIDENT_COMMANDER(
            "Incident commander",
            "IC",
            "Decides: declares the severity, assigns, closes. Takes over what nobody else does."),
    OPERATIONS("Operations", "Ops", "Asks about the system and acts on it."),
    COMMUNICATIONS("Communications", "Comms", "Writes status updates, answers whoever asks, pages other teams."),
    SCRIBE("Scribe", "Scribe", "Keeps the hypotheses and what speaks for or against them."),
    OBSERVER("Observer", "Observer", "Reads along and does nothing.");

    private final String title;
    private final String abbreviation;
    private final String description;

    Role(String title, String abbreviation, String description) {
        this.title = title;
        this.abbreviation = abbreviation;
        this.description = description;
    }

    public String title() {
        return title;
    }

    /** As it stands where there is little room. */
    public String abbreviation() {
        return abbreviation;
    }

    /** What the role is for, in a sentence or two. */
    public String description() {
        return description;
    }
}
