package mayday.scenario;

import java.util.Optional;
import java.util.stream.Stream;

/** How bad an incident is for customers, SEV1 being the worst. */
public enum Severity {
    SEV1,
    SEV2,
    SEV3,
    SEV4;

    /** The one that is written so, in small or capital letters. */
    public static Optional<Severity> parse(String word) {
        return Stream.of(values())
                .filter(severity -> severity.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
