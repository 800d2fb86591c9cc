package mayday.exercise;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mayday.scenario.Id;

/**
 * What one types to join a drill: six letters, none of which is easily taken for another or makes a word with its neighbours. There are
 * 64 million of them, so that none is found by trying a few a minute.
 */
public record JoinCode(String value) implements Id {
    private static final String LETTERS = "BCDFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;

    static JoinCode draw(RandomGenerator entropy) {
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(entropy.nextInt(LETTERS.length())));
        }
        return new JoinCode(code.toString());
    }

    /** The code that was typed, in any case, with blanks or hyphens anywhere; empty if it is none. */
    public static Optional<JoinCode> parse(String typed) {
        var plain = typed.replaceAll("[\\s-]+", "").toUpperCase(Locale.ROOT);
        var sound = plain.length() == LENGTH && plain.chars().allMatch(each -> LETTERS.indexOf(each) >= 0);
        return sound ? Optional.of(new JoinCode(plain)) : Optional.empty();
    }

    /** As it is shown and read out, such as {@code KTM-QRV}. */
    public String spaced() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
