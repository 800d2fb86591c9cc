package mayday.review;

import mayday.review.ToilRatings.Rating;

/** What makes work toil, each rated by the people who do it. */
public enum ToilAspect {
    FREQUENCY(
            "frequency",
            "Frequency",
            "comes up once a quarter or less",
            "comes up about monthly",
            "comes up weekly or more often"),
    EFFORT(
            "effort",
            "Manual effort",
            "minutes of work by hand",
            "an hour or two by hand",
            "half a day by hand or more"),
    FAILURE(
            "failure",
            "Failure impact",
            "done late, nobody notices",
            "done late, a team is slowed down",
            "done late, customers are hurt"),
    OBSERVABILITY(
            "observability",
            "Observability cost",
            "an alert says that it is due",
            "somebody has to look whether it is due",
            "nobody sees that it is due until it hurts");

    private final String key;
    private final String title;
    private final String low;
    private final String medium;
    private final String high;

    ToilAspect(String key, String title, String low, String medium, String high) {
        this.key = key;
        this.title = title;
        this.low = low;
        this.medium = medium;
        this.high = high;
    }

    /** Its name in JSON and in forms: a stored name. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** What a rating of it means. */
    public String words(Rating rating) {
        return switch (rating) {
            case UNSAID -> "not said";
            case LOW -> low;
            case MEDIUM -> medium;
            case HIGH -> high;
        };
    }
}
