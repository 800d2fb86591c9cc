package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * A question that only the scenario can answer, or whose answer it overrides.
 *
 * @param services the services that it is about; empty means any
 * @param asks phrasings of it
 * @param takes how long somebody needs to find the answer while the learner goes on; zero: as long as any question
 * @param requires what must hold before it is answered; none or one
 * @param otherwise what is said while that does not hold
 * @param answers what is answered; the first that fits the truth, the time and what was asked about
 */
public record AuthoredQuestion(
        AuthoredId id,
        Dimension dimension,
        List<ServiceId> services,
        List<String> asks,
        Duration takes,
        List<Condition> requires,
        String otherwise,
        List<AuthoredAnswer> answers) {
    public AuthoredQuestion {
        services = List.copyOf(services);
        asks = List.copyOf(asks);
        requires = List.copyOf(requires);
        answers = List.copyOf(answers);
    }

    /** A question that is answered at once and to anybody. */
    public AuthoredQuestion(
            AuthoredId id,
            Dimension dimension,
            List<ServiceId> services,
            List<String> asks,
            List<AuthoredAnswer> answers) {
        this(id, dimension, services, asks, Duration.ZERO, List.of(), "", answers);
    }

    /**
     * An answer and what it reveals.
     *
     * @param occasion when it is given
     * @param targets what the question must be about, one of them; empty means anything
     * @param stretches times of which the question's own window must touch one; empty means any window
     */
    public record AuthoredAnswer(
            Occasion occasion,
            List<AskedTarget> targets,
            List<Stretch> stretches,
            String text,
            List<AuthoredEvidence> reveals) {
        public AuthoredAnswer {
            targets = List.copyOf(targets);
            stretches = List.copyOf(stretches);
            reveals = List.copyOf(reveals);
        }

        /** An answer that depends on the true cause alone. */
        public AuthoredAnswer(List<CauseId> causes, String text, List<AuthoredEvidence> reveals) {
            this(Occasion.under(causes), List.of(), List.of(), text, reveals);
        }
    }

    /**
     * What an answer is about: a service, a service in a region, a region, or one host of a service.
     *
     * @param service empty: the region as a whole
     * @param region empty: wherever the service runs
     * @param host number of the replica, from 1; 0: the service as a whole
     */
    public record AskedTarget(String service, String region, int host) {}

    /** A stretch of time, both ends counted from the page. */
    public record Stretch(Duration from, Duration until) {}
}
