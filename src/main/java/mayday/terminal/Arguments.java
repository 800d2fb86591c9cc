package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of a program, read as options and what is left. */
record Arguments(List<String> words) {
    Arguments {
        words = List.copyOf(words);
    }

    /** Whether one of these options is given: {@code --long} as a whole, {@code -x} also within a bundle such as {@code -tx}. */
    boolean has(String... options) {
        for (var option : options) {
            for (var word : words) {
                boolean bundled = option.length() == 2
                        && option.charAt(0) == '-'
                        && word.matches("-[A-Za-z0-9]+")
                        && word.indexOf(option.charAt(1)) > 0;
                if (word.equals(option) || word.startsWith(option + "=") || bundled) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The value of the first of these options that has one: {@code --tail 5}, {@code --tail=5}, {@code -n 5}, {@code -n5}. */
    Optional<String> value(String... options) {
        for (var option : options) {
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                if (word.equals(option) && i + 1 < words.size()) {
                    return Optional.of(words.get(i + 1));
                }
                if (word.startsWith(option + "=")) {
                    return Optional.of(word.substring(option.length() + 1));
                }
                if (option.length() == 2 && word.startsWith(option) && word.length() > 2 && !word.startsWith("--")) {
                    return Optional.of(word.substring(2));
                }
            }
        }
        return Optional.empty();
    }

    /** A whole number as the value of an option, held within the bounds; {@code otherwise} if there is none. */
    int number(int otherwise, int least, int most, String... options) {
        return value(options).map(text -> number(text, otherwise, least, most)).orElse(otherwise);
    }

    static int number(String text, int otherwise, int least, int most) {
        var digits = text.replaceFirst("^[+-]", "");
        return digits.matches("\\d{1,9}") ? Math.clamp(Long.parseLong(digits), least, most) : otherwise;
    }

    /** What is neither an option nor the value of one of {@code valued}. */
    List<String> operands(String... valued) {
        var withValue = List.of(valued);
        var operands = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (withValue.contains(word)) {
                i++;
            } else if (!word.startsWith("-") || word.equals("-")) {
                operands.add(word);
            }
        }
        return operands;
    }
}
