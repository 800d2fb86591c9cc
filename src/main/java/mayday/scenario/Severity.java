package mayday.scenario;

import java.util.Optional;
import java.util.stream.Stream;

/** How bad an incident is for customers, SEV1 being the worst. */
public enum Severity {
    SEV1(1),
    SEV2(2),
    SEV3(3),
    SEV4(4);

    private final int number;

    Severity(int number) {
        this.number = number;
    }

    /** 1 is the worst. */
    public int number() {
        return number;
    }

    /** The one that is written so, in small or capital letters. */
    public static Optional<Severity> parse(String word) {
        return Stream.of(values())
                .filter(severity -> severity.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
