package mayday.question;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A figure that must not be missed.
 *
 * @param what in words
 * @param isAtLeast whether more is better
 * @param wanted what understanding should reach, 0 to 1
 * @param held what it has reached; where that is less than what is wanted, {@code docs/questions.md} says so
 */
record Bar(String what, boolean isAtLeast, double wanted, double held, Function<QuestionReport, Double> figure) {
    private static final String WORST = "the worst ";

    /** How far the figure of a quarter of a set may be from that of the whole. */
    private static final double CHANCE = 0.05;

    static final List<Bar> DEVELOPMENT = List.of(
            hit("single", 0.95, 0.97),
            wrong("single", 0.02, 0.02),
            hit("compound", 0.85, 0.91),
            hit("first five", 0.95, 0.95),
            wrong("negative", 0.01, 0.01));

    /** What is asked here is taught since 29 November 2026: it must not be unlearnt. */
    static final List<Bar> DEVELOPMENT_2 = List.of(
            hit("single, half A", 0.95, 0.96),
            hit("single, half B", 0.95, 0.95),
            wrong("single, half A", 0.02, 0.025),
            wrong("single, half B", 0.02, 0.035),
            hit("compound, half A", 0.85, 0.90),
            hit("compound, half B", 0.85, 0.91),
            worst("single by register: ", 0.88, 0.90),
            worst("single by dimension: ", 0.85, 0.82),
            wrong("negative, half A", 0.01, 0.04),
            wrong("negative, half B", 0.01, 0.032),
            wrong("negative by kind: injection", 0, 0));

    /** Half A is taught, and of half B no error is looked at. */
    static final List<Bar> DEVELOPMENT_3 = List.of(
            hit("single, half A", 0.95, 0.91),
            hit("single, half B", 0.95, 0.83),
            wrong("single, half A", 0.02, 0.055),
            wrong("single, half B", 0.02, 0.088),
            hit("compound, half A", 0.85, 0.79),
            hit("compound, half B", 0.85, 0.77),
            wrong("negative, half A", 0.01, 0.025),
            wrong("negative, half B", 0.01, 0.025),
            wrong("negative by kind: injection", 0, 0));

    /** Nothing of it is taught; the errors of half A are looked at. */
    static final List<Bar> DEVELOPMENT_4 = List.of(
            hit("single, half A", 0.95, 0.88),
            hit("single, half B", 0.95, 0.87),
            wrong("single, half A", 0.02, 0.05),
            wrong("single, half B", 0.02, 0.05),
            hit("compound, half A", 0.85, 0.76),
            hit("compound, half B", 0.85, 0.67),
            wrong("negative, half A", 0.01, 0.08),
            wrong("negative, half B", 0.01, 0.06));

    /** As the fourth. */
    static final List<Bar> DEVELOPMENT_5 = List.of(
            hit("single, half A", 0.95, 0.91),
            hit("single, half B", 0.95, 0.91),
            wrong("single, half A", 0.02, 0.045),
            wrong("single, half B", 0.02, 0.05),
            hit("compound, half A", 0.85, 0.73),
            hit("compound, half B", 0.85, 0.65),
            wrong("negative, half A", 0.01, 0.09),
            wrong("negative, half B", 0.01, 0.055));

    static final List<Bar> HELD_OUT = List.of(
            hit("single", 0.95, 0.90),
            wrong("single", 0.02, 0.048),
            hit("compound", 0.85, 0.82),
            worst("single by register: ", 0.88, 0.80),
            worst("single by dimension: ", 0.85, 0.75),
            wrong("negative", 0.01, 0.034),
            wrong("negative by kind: injection", 0, 0));

    static final List<Bar> QUESTION_EVAL = List.of(
            hit("single", 0.93, 0.82),
            wrong("single", 0.02, 0.07),
            hit("confirm single", 0.93, 0.84),
            wrong("confirm single", 0.02, 0.062),
            wrong("negative", 0.01, 0.10));

    private static Bar hit(String section, double wanted, double held) {
        return new Bar(section + ", hit", true, wanted, held, report -> report.hit(section));
    }

    private static Bar worst(String sections, double wanted, double held) {
        return new Bar(WORST + sections.strip(), true, wanted, held, report -> report.hit(report.worst(sections)));
    }

    private static Bar wrong(String section, double wanted, double held) {
        return new Bar(section + ", wrongly revealed", false, wanted, held, report -> report.wrong(section));
    }

    boolean isReachedBy(QuestionReport report) {
        return reaches(report, wanted);
    }

    boolean isHeldBy(QuestionReport report) {
        return reaches(report, held);
    }

    /** Whether a share of the set shows nothing worse than its own chance: what is rarest of all in it cannot be judged by that. */
    boolean isHeldByShare(QuestionReport report) {
        return what.startsWith(WORST) || reaches(report, isAtLeast ? held - CHANCE : held == 0 ? 0 : held + CHANCE);
    }

    private boolean reaches(QuestionReport report, double bar) {
        double reached = figure.apply(report);
        return isAtLeast ? reached >= bar : reached <= bar;
    }

    /** In a line: the figure, the bar, and what it did. */
    String line(QuestionReport report) {
        return String.format(
                Locale.ROOT,
                "%-44s %5.1f %%  %s %5.1f %%  %s",
                what,
                100 * figure.apply(report),
                isAtLeast ? "at least" : "at most ",
                100 * wanted,
                isReachedBy(report) ? "reached" : isHeldBy(report) ? "missed" : "missed, and worse than before");
    }
}
