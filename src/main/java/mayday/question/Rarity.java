package mayday.question;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much a word tells of what is asked: 1 for one that the ontology never has, near 0 for one in every other phrasing (Sparck Jones
 * 1972, scaled). Words are compared by their stems.
 */
final class Rarity {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private final Map<String, Integer> counts;
    private final double scale;

    private Rarity(Map<String, Integer> counts) {
        this.counts = Map.copyOf(counts);
        this.scale = StrictMath.log(
                1.0 + counts.values().stream().mapToInt(Integer::intValue).max().orElse(1));
    }

    /** @param words how often each word occurs in the ontology */
    static Rarity of(Map<String, Integer> words) {
        var counts = new HashMap<String, Integer>();
        words.forEach((word, count) -> counts.merge(Features.stem(word), count, Integer::sum));
        return new Rarity(counts);
    }

    /** The stems of the words of a text as the classifier reads it. */
    static Set<String> stems(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text))
                .filter(word -> !word.isEmpty())
                .map(Features::stem)
                .collect(Collectors.toUnmodifiableSet());
    }

    double of(String stem) {
        return 1 - StrictMath.log(1.0 + counts.getOrDefault(stem, 0)) / scale;
    }

    /** How much all of {@code stems} tell. */
    double of(Set<String> stems) {
        // In one order: a sum must be the same in every run.
        return stems.stream().sorted().mapToDouble(this::of).sum();
    }

    /** How much of those {@code stems} that are in {@code others}, too, tell. */
    double ofCommon(Set<String> stems, Set<String> others) {
        return of(stems.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet()));
    }
}
