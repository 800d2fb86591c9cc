package mayday.scenario;

/** The regions that something concerns: all of them, or one. */
public sealed interface Where {

    /** All regions. */
    record Everywhere() implements Where {}

    /** One region. */
    record In(RegionId region) implements Where {}

    /** All regions. */
    static Where everywhere() {
        return new Everywhere();
    }

    /** One region. */
    static Where in(RegionId region) {
        return new In(region);
    }

    /** Whether {@code region} is among these. */
    default boolean covers(RegionId region) {
        return switch (this) {
            case Everywhere() -> true;
            case In(RegionId only) -> only.equals(region);
        };
    }

    /** In words: {@code all regions} or the region's name. */
    default String words() {
        return switch (this) {
            case Everywhere() -> "all regions";
            case In(RegionId only) -> only.value();
        };
    }
}
