package mayday.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How enum constants are written in YAML, JSON and pages: {@code ROLL_BACK} is {@code roll-back}. */
public final class Words {
    /** Of each type's constants: some are asked for with every move, and for every page. */
    private static final ClassValue<Spelled> SPELLED = new ClassValue<>() {
        @Override
        protected Spelled computeValue(Class<?> type) {
            return Spelled.of(type);
        }
    };

    /** @param all in the order of the constants */
    private record Spelled(Map<Object, String> each, List<String> all) {
        static Spelled of(Class<?> type) {
            var spelled = new LinkedHashMap<Object, String>();
            for (var constant : type.getEnumConstants()) {
                var name = ((Enum<?>) constant).name();
                spelled.put(constant, name.toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            return new Spelled(spelled, List.copyOf(spelled.values()));
        }

        String word(Enum<?> constant) {
            return each.getOrDefault(constant, "");
        }
    }

    private Words() {}

    public static String kebab(Enum<?> constant) {
        return SPELLED.get(constant.getDeclaringClass()).word(constant);
    }

    /** All constants of {@code type}, as they are written. */
    public static List<String> kebabs(Class<? extends Enum<?>> type) {
        return SPELLED.get(type).all();
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
