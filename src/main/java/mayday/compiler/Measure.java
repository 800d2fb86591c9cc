package mayday.compiler;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a figure is counted in: how authors write it, and the number that it becomes. */
enum Measure {
    /** 0 to 1. */
    RATIO("a share such as `30 %` or `0.3`"),
    SECONDS("a time such as `250ms`, `5s`, `14m`, `26h` or `3d`"),
    /** Written as a time, kept in days. */
    DAYS("a time such as `63d`"),
    GIB("a size such as `512 MiB` or `2 GiB`"),
    PER_SECOND("a rate such as `40/s` or `90/min`"),
    /** A whole number. */
    COUNT("a whole number"),
    NUMBER("a number such as `1.5`");

    /** Figures are short; this keeps the arithmetic short as well. */
    private static final String FIGURE = "\\d{1,12}(?:\\.\\d{1,9})?";

    private static final Pattern PART = Pattern.compile("(" + FIGURE + ")\\s*([^\\d\\s.,+-]*)\\s*");
    private static final Pattern WHOLE = Pattern.compile("([+-]?)\\s*((?:" + PART.pattern() + ")+)");
    private static final int DIGITS = 12;

    private final String example;

    Measure(String example) {
        this.example = example;
    }

    /** In words with examples. */
    String example() {
        return example;
    }

    boolean hasUnits() {
        return this != COUNT && this != NUMBER;
    }

    /**
     * The number that {@code text} stands for, in this measure's unit; empty if it is not one. Times may have parts:
     * {@code 1h30m}.
     */
    Optional<BigDecimal> parse(String text) {
        var whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            return Optional.empty();
        }
        var sum = BigDecimal.ZERO;
        var parts = 0;
        var part = PART.matcher(whole.group(2));
        while (part.find()) {
            var factor = factors().get(part.group(2));
            if (factor == null) {
                return Optional.empty();
            }
            sum = sum.add(new BigDecimal(part.group(1)).multiply(factor));
            parts++;
        }
        var mayHaveParts = this == SECONDS || this == DAYS;
        var broken = this == COUNT && sum.stripTrailingZeros().scale() > 0;
        if (broken || (parts > 1 && !mayHaveParts)) {
            return Optional.empty();
        }
        var value = this == DAYS ? sum.divide(Units.DAY, DIGITS, RoundingMode.HALF_EVEN) : sum;
        return Optional.of(whole.group(1).equals("-") ? value.negate() : value);
    }

    /** What each unit is worth. */
    private Map<String, BigDecimal> factors() {
        return switch (this) {
            case RATIO -> Units.SHARE;
            case SECONDS, DAYS -> Units.TIME;
            case GIB -> Units.SIZE;
            case PER_SECOND -> Units.RATE;
            case COUNT, NUMBER -> Units.NONE;
        };
    }

    /** Whether {@code text} is a figure at all, in whatever unit. */
    static boolean isFigure(String text) {
        return WHOLE.matcher(text.strip()).matches();
    }

    /** {@code value} as an author would write it. */
    String written(double value) {
        return switch (this) {
            case RATIO -> plain(value * 100) + " %";
            case SECONDS -> time(value);
            case DAYS -> plain(value) + "d";
            case GIB -> plain(value) + " GiB";
            case PER_SECOND -> plain(value) + "/s";
            case COUNT, NUMBER -> plain(value);
        };
    }

    private static String time(double seconds) {
        var size = Math.abs(seconds);
        if (size == 0 || (size >= 1 && size % 60 != 0)) {
            return plain(seconds) + "s";
        }
        if (size < 1) {
            return plain(seconds * 1000) + "ms";
        }
        return size % 86_400 == 0
                ? plain(seconds / 86_400) + "d"
                : size % 3_600 == 0 ? plain(seconds / 3_600) + "h" : plain(seconds / 60) + "m";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Units and what they are worth. */
    private static final class Units {
        static final Map<String, BigDecimal> NONE = Map.of("", BigDecimal.ONE);
        static final Map<String, BigDecimal> SHARE = Map.of("%", new BigDecimal("0.01"), "", BigDecimal.ONE);
        static final BigDecimal DAY = new BigDecimal(86_400);

        static final Map<String, BigDecimal> TIME = Map.of(
                "ms", new BigDecimal("0.001"),
                "s", BigDecimal.ONE,
                "m", new BigDecimal(60),
                "min", new BigDecimal(60),
                "h", new BigDecimal(3_600),
                "d", DAY);

        static final Map<String, BigDecimal> SIZE = Map.of(
                "MiB", new BigDecimal("0.0009765625"),
                "GiB", BigDecimal.ONE,
                "TiB", new BigDecimal(1024));

        static final Map<String, BigDecimal> RATE = Map.of("/s", BigDecimal.ONE, "/min", perMinute());

        private static BigDecimal perMinute() {
            return BigDecimal.ONE.divide(new BigDecimal(60), DIGITS, RoundingMode.HALF_EVEN);
        }
    }
}
