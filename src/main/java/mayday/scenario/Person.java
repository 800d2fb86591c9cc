package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * Somebody around the incident who writes by himself.
 *
 * @param title as the channel shows it, such as {@code Kenji (VP)}
 */
public record Person(PersonId id, String title, Kind kind, List<Letter> letters) {
    public Person {
        letters = List.copyOf(letters);
    }

    /** What somebody is to the incident; decides which updates reach them. */
    public enum Kind {
        /** Reads what goes to the stakeholders. */
        MANAGER,
        /** Speaks to customers; reads the status page and what goes to the stakeholders. */
        SUPPORT,
        /** Reads the status page. */
        VENDOR,
        /** Reads the incident's channel. */
        COLLEAGUE,
        /** Reads the status page. */
        CUSTOMER
    }

    /** What a person may want to be told. */
    public enum Wanted {
        /** By when it will be over. */
        ETA("by when it will be over"),
        /** Who is hurt, and how. */
        IMPACT("who is hurt, and how"),
        /** What the cause is. */
        CAUSE("what the cause is"),
        /** Anything at all. */
        NEWS("how it stands");

        private final String words;

        Wanted(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * Something that the person writes.
     *
     * @param causes the true causes under which it is written; empty means any
     * @param asks what is to be answered, and within which time; usually none or one
     * @param reminds how long after the first request it is repeated, again and again; none: never
     * @param reminder what is written then
     */
    public record Letter(
            Trigger trigger,
            List<CauseId> causes,
            String text,
            List<Request> asks,
            List<Duration> reminds,
            String reminder) {
        public Letter {
            causes = List.copyOf(causes);
            asks = List.copyOf(asks);
            reminds = List.copyOf(reminds);
        }
    }

    /** What makes a person write. */
    public sealed interface Trigger {
        /** So long after the page. */
        record After(Duration afterPage) implements Trigger {}

        /** As soon as it holds, after the page. */
        record When(Condition condition) implements Trigger {}
    }

    /** Something to be answered within a time. */
    public record Request(Wanted wanted, Duration within) {}
}
