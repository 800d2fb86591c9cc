package mayday.review;

/**
 * A figure that somebody wrote.
 *
 * @param value in seconds, requests or as a share, 0 to 1
 * @param unit the step to which it was written: 60 for {@code 24 minutes}, 1,000 for {@code 12,000 requests}
 * @param about whether it was said to be rough
 * @param words as written
 */
record Stated(double value, double unit, boolean about, String words) {
    private static final double CLOSE = 0.05;
    private static final double ABOUT = 0.15;

    /** Whether it is {@code actual} within rounding: to half its unit, or 5 %, or 15 % if it was said to be rough. */
    boolean isAbout(double actual) {
        var apart = Math.abs(value - actual);
        return apart <= unit / 2 || apart <= (about ? ABOUT : CLOSE) * Math.abs(actual);
    }
}
