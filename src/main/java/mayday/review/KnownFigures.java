package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Figures of an incident that an answer may name.
 *
 * @param from the earliest time that anybody could mean
 * @param until the end
 * @param failedRequests as it went, without any action, and the difference
 * @param budgetPercent of the error budget, as it went and without any action
 * @param hurt how long customers were hurt
 */
public record KnownFigures(
        Instant from, Instant until, List<Double> failedRequests, List<Double> budgetPercent, Duration hurt) {
    public KnownFigures {
        failedRequests = List.copyOf(failedRequests);
        budgetPercent = List.copyOf(budgetPercent);
    }

    static KnownFigures of(Course course) {
        var actual = course.debrief().impact().actual();
        var nothing = course.debrief().impact().doNothing();
        return new KnownFigures(
                course.incident().scenario().origin(),
                course.ended(),
                List.of(
                        actual.failedRequests(),
                        nothing.failedRequests(),
                        Math.abs(nothing.failedRequests() - actual.failedRequests())),
                List.of(100 * actual.budgetBurned(), 100 * nothing.budgetBurned()),
                course.hurtUntil().isAfter(course.hurtFrom())
                        ? Duration.between(course.hurtFrom(), course.hurtUntil())
                        : Duration.ZERO);
    }
}
