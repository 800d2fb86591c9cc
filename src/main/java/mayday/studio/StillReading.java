package mayday.studio;

/** The scenarios are still being read after a start, and somebody has waited long enough for all of them. Nothing happened. */
public final class StillReading extends RuntimeException {
    private static final long serialVersionUID = 1;

    StillReading() {
        super("the scenarios are still being read", null, false, false);
    }
}
