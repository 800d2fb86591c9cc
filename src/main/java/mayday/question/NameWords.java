package mayday.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds which of several things is meant by words that need not be its whole name: {@code the scraper} for {@code price-scraper}. */
final class NameWords {
    private static final int SHORTEST = 3;

    /** Part of many names, and no name. */
    private static final Set<String> COMMON = Set.of(
            "the",
            "and",
            "for",
            "job",
            "jobs",
            "flag",
            "feature",
            "client",
            "clients",
            "service",
            "data",
            "all",
            "off",
            "out",
            "its",
            "that",
            "this",
            "with",
            "from",
            "into",
            "please",
            "now",
            "run",
            "new",
            "old",
            "can",
            "could",
            "let",
            "stop",
            "turn",
            "put",
            "set",
            "use",
            "back",
            "database",
            "cache",
            "automation",
            "traffic",
            "what",
            "you");

    private NameWords() {}

    /** The words of a text that can tell names apart, plurals made singular. */
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.length() >= SHORTEST && !COMMON.contains(word)) {
                words.add(singular(word));
            }
        }
        return words;
    }

    static String singular(String word) {
        return word.length() > SHORTEST + 1 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /**
     * The one thing of which the largest share of its name is said; none if nothing of any is said, or as much of several.
     *
     * @param names how a thing is called; the best of its names counts
     */
    static <T> Optional<T> meant(Set<String> said, List<T> things, Function<T, List<String>> names) {
        var best = new ArrayList<T>();
        var most = 0.0;
        for (var thing : things) {
            var share = names.apply(thing).stream()
                    .mapToDouble(name -> share(said, name))
                    .max()
                    .orElse(0);
            if (share > most) {
                best.clear();
                most = share;
            }
            if (share > 0 && share >= most) {
                best.add(thing);
            }
        }
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /** Which share of the words of {@code name} is said, 0 to 1. */
    static double share(Set<String> said, String name) {
        var words = of(name);
        var found = words.stream().filter(said::contains).count();
        return words.isEmpty() ? 0 : (double) found / words.size();
    }
}
