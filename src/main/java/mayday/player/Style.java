package mayday.player;

/** How a built-in player goes about an incident. */
public enum Style {
    /** Asks what tells most per minute, holds hypotheses, looks ahead in the model before it acts, verifies, and tells people. */
    EXPERT,
    /** Goes through a checklist in its order, acts once it is fairly sure, verifies, and tells people. */
    METHODICAL,
    /** Acts on the service that paged at once, one remedy after the other, and looks whether it has helped. */
    JUMPER,
    /** Asks everything there is before it draws a conclusion, writes nothing down, and tells nobody. */
    SHOTGUN,
    /** Happens to do the right thing at once, knowing nothing. */
    LUCKY_GUESSER,
    /** Does nothing at all. */
    SILENT,
    /** Makes any move, drawn by the seed. */
    RANDOM;

    Tactics tactics() {
        return switch (this) {
            case EXPERT -> new Expert();
            case METHODICAL -> new Methodical();
            case JUMPER -> new Jumper();
            case SHOTGUN -> new Shotgun();
            case LUCKY_GUESSER -> new LuckyGuesser();
            case SILENT -> new Silent();
            case RANDOM -> new AtRandom();
        };
    }
}
