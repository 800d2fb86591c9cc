package mayday.review;

/**
 * What work that is done by hand costs, as its team sees it. Toil is work that is manual, repetitive, automatable and of no lasting value
 * (Beyer et al., Site Reliability Engineering, 2016, chapter 5).
 *
 * @param frequency how often it comes up
 * @param effort how much work by hand it is each time
 * @param failure what happens if it is done late or wrong
 * @param observability what it costs to notice that it has to be done
 */
public record ToilRatings(Rating frequency, Rating effort, Rating failure, Rating observability) {
    public static final ToilRatings UNSAID =
            new ToilRatings(Rating.UNSAID, Rating.UNSAID, Rating.UNSAID, Rating.UNSAID);

    public Rating of(ToilAspect aspect) {
        return switch (aspect) {
            case FREQUENCY -> frequency;
            case EFFORT -> effort;
            case FAILURE -> failure;
            case OBSERVABILITY -> observability;
        };
    }

    /** How much of something there is. */
    public enum Rating {
        UNSAID(0),
        LOW(1),
        MEDIUM(2),
        HIGH(3);

        private final int points;

        Rating(int points) {
            this.points = points;
        }

        /** 1 to 3; 0 if nobody said. */
        int points() {
            return points;
        }
    }
}
