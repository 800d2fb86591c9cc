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
            hit("compound", 0.85, 0.93),
            hit("first five", 0.95, 0.95),
            wrong("negative", 0.01, 0.01));

    /** What is asked here is taught since 29 November 2026: it must not be unlearnt. */
    static final List<Bar> DEVELOPMENT_2 = List.of(
            hit("single, half A", 0.95, 0.96),
            hit("single, half B", 0.95, 0.95),
            wrong("single, half A", 0.02, 0.025),
            wrong("single, half B", 0.02, 0.03),
            hit("compound, half A", 0.85, 0.92),
            hit("compound, half B", 0.85, 0.92),
            worst("single by register: ", 0.88, 0.90),
            worst("single by dimension: ", 0.85, 0.82),
            wrong("negative, half A", 0.01, 0.035),
            wrong("negative, half B", 0.01, 0.027),
            wrong("negative by kind: injection", 0, 0));

    /** Half A is taught, and of half B no error is looked at. */
    static final List<Bar> DEVELOPMENT_3 = List.of(
            hit("single, half A", 0.95, 0.91),
            hit("single, half B", 0.95, 0.85),
            wrong("single, half A", 0.02, 0.052),
            wrong("single, half B", 0.02, 0.081),
            hit("compound, half A", 0.85, 0.85),
            hit("compound, half B", 0.85, 0.82),
            wrong("negative, half A", 0.01, 0.025),
            wrong("negative, half B", 0.01, 0.02),
            wrong("negative by kind: injection", 0, 0));

    /** Nothing of it is taught; the errors of half A are looked at. */
    static final List<Bar> DEVELOPMENT_4 = List.of(
            hit("single, half A", 0.95, 0.93),
            hit("single, half B", 0.95, 0.91),
            wrong("single, half A", 0.02, 0.022),
            wrong("single, half B", 0.02, 0.037),
            hit("compound, half A", 0.85, 0.85),
            hit("compound, half B", 0.85, 0.75),
            wrong("negative, half A", 0.01, 0.062),
            wrong("negative, half B", 0.01, 0.06));

    /** As the fourth. */
    static final List<Bar> DEVELOPMENT_5 = List.of(
            hit("single, half A", 0.95, 0.95),
            hit("single, half B", 0.95, 0.92),
            wrong("single, half A", 0.02, 0.025),
            wrong("single, half B", 0.02, 0.04),
            hit("compound, half A", 0.85, 0.80),
            hit("compound, half B", 0.85, 0.73),
            wrong("negative, half A", 0.01, 0.101),
            wrong("negative, half B", 0.01, 0.034));

    /** Command lines and queries of many sorts: half A is taught, and of half B no error is looked at. */
    static final List<Bar> COMMANDS = List.of(
            hit("single, half A", 0.95, 0.84),
            hit("single, half B", 0.95, 0.70),
            wrong("single, half A", 0.02, 0.06),
            wrong("single, half B", 0.02, 0.162),
            wrong("negative, half A", 0.01, 0.12),
            wrong("negative, half B", 0.01, 0.20));

    static final List<Bar> HELD_OUT = List.of(
            hit("single", 0.95, 0.92),
            wrong("single", 0.02, 0.05),
            hit("compound", 0.85, 0.85),
            worst("single by register: ", 0.88, 0.85),
            worst("single by dimension: ", 0.85, 0.785),
            wrong("negative", 0.01, 0.031),
            wrong("negative by kind: injection", 0, 0));

    static final List<Bar> QUESTION_EVAL = List.of(
            hit("single", 0.93, 0.83),
            wrong("single", 0.02, 0.065),
            hit("confirm single", 0.93, 0.86),
            wrong("confirm single", 0.02, 0.068),
            wrong("negative", 0.01, 0.095));

    /** The same, with all that the set has for training as its authors' own questions. */
    static final List<Bar> QUESTION_EVAL_AUTHORED = List.of(
            hit("single", 0.93, 0.88),
            wrong("single", 0.02, 0.047),
            hit("confirm single", 0.93, 0.89),
            wrong("confirm single", 0.02, 0.055),
            wrong("negative", 0.01, 0.07));

    /** Own questions of systems that the weights are learnt from, and that may be looked at. */
    static final List<Bar> OWN = List.of(
            hit("own, kind a", 0.93, 0.66),
            wrong("own, kind a", 0.02, 0.15),
            hit("own, kind b", 0.93, 0.61),
            wrong("own, kind b", 0.02, 0.29),
            hit("built-in", 0.95, 0.93),
            wrong("negative", 0.01, 0.06));

    /** Own questions of a system that nobody looks at. */
    static final List<Bar> OWN_UNSEEN = List.of(
            hit("own, kind a", 0.93, 0.53),
            wrong("own, kind a", 0.02, 0.265),
            hit("own, kind b", 0.93, 0.65),
            wrong("own, kind b", 0.02, 0.24),
            hit("built-in", 0.95, 0.90),
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
