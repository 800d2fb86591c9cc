package mayday.web.view;

/**
 * Whom a page greets.
 *
 * @param learner the name that a learner gave; empty if none was
 * @param facilitator the display name of a facilitator who is logged in; empty if none is
 */
public record Visitor(String learner, String facilitator) {
    public static final Visitor NOBODY = new Visitor("", "");

    public boolean facilitates() {
        return !facilitator.isEmpty();
    }
}
