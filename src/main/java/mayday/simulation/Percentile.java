package mayday.simulation;

/** A percentile that is charted. */
enum Percentile {
    P50(0.5, 0),
    P95(0.95, 1.6448536269514722),
    P99(0.99, 2.3263478740408408);

    private final double share;

    /** The same share's quantile of the standard normal distribution. */
    private final double normal;

    Percentile(double share, double normal) {
        this.share = share;
        this.normal = normal;
    }

    double share() {
        return share;
    }

    /** The time that this share of requests stays within. */
    double of(double mean, double deviation) {
        return Tail.quantile(mean, deviation, normal);
    }
}
