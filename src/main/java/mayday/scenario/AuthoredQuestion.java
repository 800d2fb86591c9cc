package mayday.scenario;

import java.util.List;

/**
 * A question that only the scenario can answer, or whose answer it overrides.
 *
 * @param services the services that it is about; empty means any
 * @param asks phrasings of it
 * @param answers what is answered; the first whose causes fit the true one
 */
public record AuthoredQuestion(
        AuthoredId id, Dimension dimension, List<ServiceId> services, List<String> asks, List<AuthoredAnswer> answers) {
    public AuthoredQuestion {
        services = List.copyOf(services);
        asks = List.copyOf(asks);
        answers = List.copyOf(answers);
    }

    /**
     * An answer and what it reveals.
     *
     * @param causes the true causes under which it is given; empty means any
     */
    public record AuthoredAnswer(List<CauseId> causes, String text, List<AuthoredEvidence> reveals) {
        public AuthoredAnswer {
            causes = List.copyOf(causes);
            reveals = List.copyOf(reveals);
        }
    }
}
