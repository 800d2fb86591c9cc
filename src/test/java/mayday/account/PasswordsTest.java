package mayday.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords are hashed as every other Argon2id does it, each with a salt and its parameters. */
class PasswordsTest {
    private static final Passwords.Cost CHEAP = new Passwords.Cost(256, 2, 1);

    /** From the tests of the reference implementation (phc-winner-argon2, test.c). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            password          | $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc
            password          | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4
            differentpassword | $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94""")
    void readsWhatOthersHashed(String password, String hash) {
        var passwords = new Passwords(CHEAP, new Random(1));
        assertThat(passwords.matches(password, hash)).isTrue();
        assertThat(passwords.matches(password + " ", hash)).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDifferAndBothMatch() {
        var passwords = new Passwords(Passwords.OWASP, new Random(1));
        var first = passwords.hash("correct horse");
        var second = passwords.hash("correct horse");
        assertThat(first).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(second);
        assertThat(passwords.matches("correct horse", first)).isTrue();
        assertThat(passwords.matches("correct horse", second)).isTrue();
        assertThat(passwords.matches("Correct horse", first)).isFalse();
    }

    @Test
    void aHashOfLowerCostIsOutdatedAndStillMatches() {
        var cheap = new Passwords(CHEAP, new Random(1)).hash("correct horse");
        var passwords = new Passwords(Passwords.OWASP, new Random(1));
        assertThat(passwords.isOutdated(cheap)).isTrue();
        assertThat(passwords.matches("correct horse", cheap)).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("correct horse"))).isFalse();
    }

    @Test
    void oneLetterIsTheSameHoweverItIsTyped() {
        var passwords = new Passwords(CHEAP, new Random(1));
        assertThat(passwords.matches("cafe\u0301 noir", passwords.hash("caf\u00e9 noir")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, has 0 characters; at least 8 are needed",
        "1, has 1 character; at least 8 are needed",
        "7, has 7 characters; at least 8 are needed"
    })
    void shortOnesAreRefused(int characters, String mistake) {
        assertThat(Passwords.mistake("☂".repeat(characters))).isEqualTo(mistake);
    }

    @Test
    void lengthIsCountedInCharactersNotInBytes() {
        assertThat(Passwords.mistake("😀".repeat(8))).isEmpty();
        assertThat(Passwords.mistake("😀".repeat(200))).isEmpty();
        assertThat(Passwords.mistake("a".repeat(201))).isEqualTo("has 201 characters; at most 200 are taken");
    }
}
