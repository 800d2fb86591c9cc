package mayday.scenario;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How enum constants are written in YAML, JSON and pages: {@code ROLL_BACK} is {@code roll-back}. */
public final class Words {
    private Words() {}

    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Some to choose from, in a row. */
    public static String all(Enum<?>[] constants) {
        return Stream.of(constants).map(Words::kebab).collect(Collectors.joining(", "));
    }

    /** The constant of {@code type} that is written {@code word}, if there is one. */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String word) {
        for (var constant : type.getEnumConstants()) {
            if (kebab(constant).equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
