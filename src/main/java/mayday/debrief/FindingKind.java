package mayday.debrief;

import mayday.scenario.Words;

/** What a finding is about, by a name that rubrics and the API use. */
public enum FindingKind {
    WHICH_SERVICE,
    SINCE_WHEN,
    WHERE,
    WHO_IS_HURT,
    WHAT_CHANGED,

    NARROWED_DOWN,
    PACE(Counts.IF_IT_CAME_UP, "There was nothing to find out."),
    IDLE_QUESTION(Counts.AGAINST, "Every question beside those about scope told something new."),

    HYPOTHESIS_FIRST,
    ALTERNATIVES,
    EVIDENCE_LINKED,
    RULED_OUT,
    CALIBRATION,
    WRONG_CERTAINTY(Counts.AGAINST, "You were sure of nothing that was wrong."),

    IMPACT_ENDED,
    NARROW_REMEDY(Counts.IF_IT_CAME_UP, "No action of yours ended it, so none could have been narrower."),
    NO_HARM(Counts.FOR_ALL, "No action was taken."),
    BLIND_ACTION(Counts.AGAINST, "Something had been asked before each action."),
    HARMFUL_ACTION(Counts.AGAINST, "No action made it worse."),
    NEEDLESS_ACTION(Counts.AGAINST, "No action was in vain."),
    NOT_EVEN_LOOKED(Counts.AGAINST, "The alarm was looked into."),
    RECOVERY_VERIFIED,

    ACKNOWLEDGED,
    SEVERITY_DECLARED,
    FIRST_UPDATE(Counts.IF_IT_CAME_UP, "Customers were not hurt after the page: no update was due."),
    UPDATES_OFTEN(Counts.IF_IT_CAME_UP, "No second update was due."),
    TRUE_STATEMENTS,
    PEOPLE_ANSWERED(Counts.IF_IT_CAME_UP, "Nobody asked you anything."),
    OTHERS_CALLED(Counts.IF_IT_CAME_UP, "It ended before others had to be called."),
    LAST_UPDATE(Counts.IF_IT_CAME_UP, "There was no recovery to tell of."),

    HINT_TAKEN(Counts.AGAINST, "No hint was taken.");

    private final Counts counts;
    private final String absent;

    FindingKind() {
        this(Counts.ALWAYS, "");
    }

    FindingKind(Counts counts, String absent) {
        this.counts = counts;
        this.absent = absent;
    }

    /** How a run without such a finding stands. */
    public enum Counts {
        /** It has earned nothing of it. */
        ALWAYS,
        /** It never came up: neither good nor bad. */
        IF_IT_CAME_UP,
        /** Nobody can stand otherwise: everybody who acts has it, so nothing is judged by it. */
        FOR_ALL,
        /** The better for it: the finding names something that should not have been. */
        AGAINST
    }

    public Counts counts() {
        return counts;
    }

    /** What is said of a run without such a finding; empty where there always is one. */
    String absent() {
        return absent;
    }

    /** As in YAML and the API: {@code which-service}. */
    public String id() {
        return Words.kebab(this);
    }
}
