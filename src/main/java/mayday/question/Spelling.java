package mayday.question;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Mends misspelt words towards the words that questions are made of.
 *
 * <p>A word is left alone when it is known, short, has a digit, or is an ordinary English word with an ordinary ending.
 */
final class Spelling {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_FOR_TWO_EDITS = 7;
    private static final int SHORTEST_FOR_ANY_EDIT = 4;
    private static final int SHORTEST_HALF = 2;
    private static final int LONGEST = 24;
    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "d", "ing", "er", "ers", "ly", "ness", "able");

    private final Map<String, Integer> words;
    private final Predicate<String> ordinary;

    /**
     * @param words the words to mend towards, with how often they occur
     * @param ordinary which other words are right as they are
     */
    Spelling(Map<String, Integer> words, Predicate<String> ordinary) {
        this.words = Map.copyOf(words);
        this.ordinary = ordinary;
    }

    /** {@code word}, mended; may become two words when the blank between them was forgotten. */
    String mended(String word) {
        if (word.length() < SHORTEST
                || word.length() > LONGEST
                || !LETTERS.matcher(word).matches()
                || isRight(word)) {
            return word;
        }
        var close = closest(word);
        if (!close.isEmpty()) {
            return close;
        }
        return split(word);
    }

    private boolean isRight(String word) {
        if (words.containsKey(word) || ordinary.test(word)) {
            return true;
        }
        for (var ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_FOR_ANY_EDIT) {
                var stem = word.substring(0, word.length() - ending.length());
                // "used" ends in d, "faild" is a slip.
                var isEnding = !ending.equals("d") || stem.endsWith("e");
                var isTwice = ending.equals("s") && stem.endsWith("s");
                if (isEnding
                        && !isTwice
                        && (words.containsKey(stem) || ordinary.test(stem) || ordinary.test(stem + "e"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private String closest(String word) {
        var most = word.length() >= SHORTEST_FOR_TWO_EDITS ? 2 : 1;
        var best = "";
        var fewestSlips = 2 * most + 1;
        var bestCount = 0;
        for (var entry : words.entrySet()) {
            var candidate = entry.getKey();
            if (candidate.length() < SHORTEST || !startsAlike(word, candidate)) {
                continue;
            }
            var distance = EditDistance.between(word, candidate, most);
            if (distance == 0
                    || distance > most
                    || (word.length() < SHORTEST_FOR_ANY_EDIT && !isSwap(word, candidate))) {
                continue;
            }
            // Two letters that changed places, or one too often or too seldom, are the likelier slip than one hit
            // instead.
            var slips = 2 * distance - (isSwap(word, candidate) || isDoubling(word, candidate) ? 1 : 0);
            var count = entry.getValue();
            if (isBetter(slips - fewestSlips, count - bestCount, candidate.compareTo(best))) {
                best = candidate;
                fewestSlips = slips;
                bestCount = count;
            }
        }
        return best;
    }

    /** Nearer, or as near and more frequent, or as frequent too and first in the alphabet. */
    private static boolean isBetter(int farther, int moreFrequent, int later) {
        if (farther != 0) {
            return farther < 0;
        }
        return moreFrequent == 0 ? later < 0 : moreFrequent > 0;
    }

    /** The first letter is seldom wrong, unless it changed places with the second. */
    private static boolean startsAlike(String word, String candidate) {
        var dropsFirst = word.charAt(1) == candidate.charAt(0);
        var swapsFirst = dropsFirst && word.charAt(0) == candidate.charAt(1);
        return word.charAt(0) == candidate.charAt(0)
                || swapsFirst
                || (dropsFirst && word.length() > SHORTEST_FOR_TWO_EDITS);
    }

    /** Whether both have the same letters: {@code hte} and {@code the}. */
    private static boolean isSwap(String word, String candidate) {
        return word.length() == candidate.length()
                && word.chars().sum() == candidate.chars().sum();
    }

    /** Whether they differ in how often they repeat letters: {@code rulled} and {@code ruled}. */
    private static boolean isDoubling(String word, String candidate) {
        return REPEATED.matcher(word)
                .replaceAll("$1")
                .equals(REPEATED.matcher(candidate).replaceAll("$1"));
    }

    private String split(String word) {
        for (var i = word.length() - SHORTEST_HALF; i >= SHORTEST_HALF; i--) {
            var left = word.substring(0, i);
            var right = word.substring(i);
            if (words.getOrDefault(left, 0) > 2 && words.getOrDefault(right, 0) > 2) {
                return left + " " + right;
            }
        }
        return word;
    }
}
