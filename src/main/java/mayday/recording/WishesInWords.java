package mayday.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mayday.recording.Intake.Wishes;
import mayday.scenario.Words;

/**
 * What somebody says of recordings before they are taken in, in words; what is empty is found out.
 *
 * @param at when the pager went off in them
 * @param from what was before is left out
 * @param until what was after is left out
 * @param time the column or key that has the times
 * @param domains whose host names are replaced
 */
public record WishesInWords(String format, String at, String from, String until, String time, List<String> domains) {
    /** More domains are more than a company has names for its hosts. */
    public static final int MOST_DOMAINS = 20;

    private static final int MOST_CHARACTERS = 200;

    public WishesInWords {
        domains = List.copyOf(domains);
    }

    /** How it was understood. */
    public sealed interface Understood {
        record As(Wishes wishes, List<String> domains) implements Understood {
            public As {
                domains = List.copyOf(domains);
            }
        }

        /** It cannot be, for a reason that is a sentence. */
        record Unclear(String why) implements Understood {}
    }

    /**
     * Reads them.
     *
     * @param called what the one who said it calls a field: {@code at} is {@code --at} on a command line
     */
    public Understood understood(UnaryOperator<String> called) {
        if (Stream.concat(Stream.of(format, at, from, until), domains.stream())
                .anyMatch(said -> said.length() > MOST_CHARACTERS)) {
            return new Understood.Unclear(
                    "What is said of the files has at most " + MOST_CHARACTERS + " characters each.");
        }
        var known = Words.parse(Format.class, format);
        if (!format.isEmpty() && known.isEmpty()) {
            return new Understood.Unclear(
                    "There is no format " + format + ". There is " + Words.all(Format.values()) + ".");
        }
        return flaw("at", at, called)
                .or(() -> flaw("from", from, called))
                .or(() -> flaw("until", until, called))
                .or(() -> flaw(called))
                .<Understood>map(Understood.Unclear::new)
                .orElseGet(() -> new Understood.As(
                        new Wishes(
                                known,
                                Recordings.instant(at),
                                Recordings.instant(from).orElse(Instant.MIN),
                                Recordings.instant(until).orElse(Instant.MAX),
                                time),
                        domains));
    }

    private static Optional<String> flaw(String field, String text, UnaryOperator<String> called) {
        return text.isEmpty() || Recordings.instant(text).isPresent()
                ? Optional.empty()
                : Optional.of(
                        called.apply(field) + " is an instant such as 2024-05-01T12:04:30Z, not \"" + text + "\".");
    }

    private Optional<String> flaw(UnaryOperator<String> called) {
        if (time.length() > MOST_CHARACTERS) {
            return Optional.of(called.apply("time") + " has at most " + MOST_CHARACTERS + " characters.");
        }
        if (domains.size() > MOST_DOMAINS) {
            return Optional.of("At most " + MOST_DOMAINS + " domains are replaced.");
        }
        return domains.stream()
                .filter(domain -> !domain.matches("(?:[A-Za-z0-9_-]{1,63}\\.){1,8}[A-Za-z0-9-]{1,63}"))
                .findFirst()
                .map(domain -> called.apply("domain") + " is a domain such as acme.com, not \"" + domain + "\".");
    }
}
