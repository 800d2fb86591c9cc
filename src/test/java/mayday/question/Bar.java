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
            hit("single", 0.95, 0.989),
            wrong("single", 0.02, 0.01),
            hit("compound", 0.85, 0.964),
            hit("first five", 0.95, 0.95),
            wrong("negative", 0.01, 0.024));

    /** What is asked here is taught since 29 November 2026: it must not be unlearnt. */
    static final List<Bar> DEVELOPMENT_2 = List.of(
            hit("single, half A", 0.95, 0.965),
            hit("single, half B", 0.95, 0.955),
            wrong("single, half A", 0.02, 0.027),
            wrong("single, half B", 0.02, 0.029),
            hit("compound, half A", 0.85, 0.931),
            hit("compound, half B", 0.85, 0.92),
            worst("single by register: ", 0.88, 0.926),
            worst("single by dimension: ", 0.85, 0.828),
            wrong("negative, half A", 0.01, 0.035),
            wrong("negative, half B", 0.01, 0.027),
            wrong("negative by kind: injection", 0, 0));

    /** Half A is taught, and of half B no error is looked at. */
    static final List<Bar> DEVELOPMENT_3 = List.of(
            hit("single, half A", 0.95, 0.915),
            hit("single, half B", 0.95, 0.88),
            wrong("single, half A", 0.02, 0.051),
            wrong("single, half B", 0.02, 0.076),
            hit("compound, half A", 0.85, 0.868),
            hit("compound, half B", 0.85, 0.823),
            wrong("negative, half A", 0.01, 0.031),
            wrong("negative, half B", 0.01, 0.025),
            wrong("negative by kind: injection", 0, 0));

    /** Nothing of it is taught; the errors of half A are looked at. */
    static final List<Bar> DEVELOPMENT_4 = List.of(
            hit("single, half A", 0.95, 0.936),
            hit("single, half B", 0.95, 0.92),
            wrong("single, half A", 0.02, 0.028),
            wrong("single, half B", 0.02, 0.034),
            hit("compound, half A", 0.85, 0.86),
            hit("compound, half B", 0.85, 0.766),
            wrong("negative, half A", 0.01, 0.077),
            wrong("negative, half B", 0.01, 0.039));

    /** As the fourth. */
    static final List<Bar> DEVELOPMENT_5 = List.of(
            hit("single, half A", 0.95, 0.96),
            hit("single, half B", 0.95, 0.935),
            wrong("single, half A", 0.02, 0.02),
            wrong("single, half B", 0.02, 0.034),
            hit("compound, half A", 0.85, 0.815),
            hit("compound, half B", 0.85, 0.757),
            wrong("negative, half A", 0.01, 0.052),
            wrong("negative, half B", 0.01, 0.002));

    /** Half of it mentions much that it does not ask. Nothing of it is taught, and no error is looked at. */
    static final List<Bar> DEVELOPMENT_6 = List.of(
            hit("single", 0.95, 0.895),
            wrong("single", 0.02, 0.08),
            hit("compound", 0.85, 0.72),
            wrong("negative", 0.01, 0.082));

    /** What things are called: half A is taught, and of half B no error is looked at. */
    static final List<Bar> NAMING = List.of(
            hit("single, half A", 0.95, 0.726),
            hit("single, half B", 0.95, 0.754),
            wrong("single, half A", 0.02, 0.202),
            wrong("single, half B", 0.02, 0.169),
            wrong("negative, half A", 0.01, 0.157),
            wrong("negative, half B", 0.01, 0.207));

    /** One thing that is not named, any thing, or one by its description: half A is taught, and of half B no error is looked at. */
    static final List<Bar> UNNAMED = List.of(
            hit("single, half A", 0.95, 0.703),
            hit("single, half B", 0.95, 0.598),
            wrong("single, half A", 0.02, 0.2),
            wrong("single, half B", 0.02, 0.277),
            wrong("negative, half A", 0.01, 0.393),
            wrong("negative, half B", 0.01, 0.425));

    /** Command lines and queries of many sorts: half A is taught, and of half B no error is looked at. */
    static final List<Bar> COMMANDS = List.of(
            hit("single, half A", 0.95, 0.85),
            hit("single, half B", 0.95, 0.708),
            wrong("single, half A", 0.02, 0.058),
            wrong("single, half B", 0.02, 0.158),
            wrong("negative, half A", 0.01, 0.115),
            wrong("negative, half B", 0.01, 0.193));

    static final List<Bar> HELD_OUT = List.of(
            hit("single", 0.95, 0.923),
            wrong("single", 0.02, 0.045),
            hit("compound", 0.85, 0.85),
            worst("single by register: ", 0.88, 0.847),
            worst("single by dimension: ", 0.85, 0.81),
            wrong("negative", 0.01, 0.042),
            wrong("negative by kind: injection", 0, 0));

    static final List<Bar> QUESTION_EVAL = List.of(
            hit("single", 0.93, 0.813),
            wrong("single", 0.02, 0.072),
            hit("confirm single", 0.93, 0.839),
            wrong("confirm single", 0.02, 0.088),
            wrong("negative", 0.01, 0.08));

    /** The same, with all that the set has for training as its authors' own questions. */
    static final List<Bar> QUESTION_EVAL_AUTHORED = List.of(
            hit("single", 0.93, 0.903),
            wrong("single", 0.02, 0.042),
            hit("confirm single", 0.93, 0.91),
            wrong("confirm single", 0.02, 0.048),
            wrong("negative", 0.01, 0.08));

    /** Own questions of systems that the weights are learnt from, and that may be looked at. */
    static final List<Bar> OWN = List.of(
            hit("own, kind a", 0.93, 0.737),
            wrong("own, kind a", 0.02, 0.112),
            hit("own, kind b", 0.93, 0.763),
            wrong("own, kind b", 0.02, 0.163),
            hit("built-in", 0.95, 0.923),
            wrong("negative", 0.01, 0.052));

    /** Own questions of a system that nobody looks at. */
    static final List<Bar> OWN_UNSEEN = List.of(
            hit("own, kind a", 0.93, 0.645),
            wrong("own, kind a", 0.02, 0.242),
            hit("own, kind b", 0.93, 0.79),
            wrong("own, kind b", 0.02, 0.126),
            hit("built-in", 0.95, 0.885),
            wrong("negative", 0.01, 0.102));

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
