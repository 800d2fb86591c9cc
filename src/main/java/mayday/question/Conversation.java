package mayday.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.scenario.ServiceId;

/**
 * What was said before in an incident, as far as it helps to understand what is said next.
 *
 * @param turns questions and how they were understood, the oldest first
 * @param paged the service that the page is about
 */
record Conversation(List<Turn> turns, ServiceId paged, Instant pagedAt, Instant now) {
    /** People refer back to what they have just said, not to what they said half an hour ago. */
    static final int MOST_TURNS = 12;

    Conversation {
        turns = List.copyOf(turns);
    }

    /** A question, and how it was understood. */
    record Turn(String words, Understanding understoodAs) {}

    static Conversation of(Incident incident) {
        var turns = new ArrayList<Turn>();
        for (var recorded : incident.history().reversed()) {
            if (recorded.event() instanceof Event.QuestionAsked asked && turns.size() < MOST_TURNS) {
                turns.addFirst(new Turn(asked.words(), asked.understoodAs()));
            }
        }
        var scenario = incident.scenario();
        return new Conversation(turns, scenario.page().condition().service(), scenario.pagedAt(), incident.now());
    }

    /** What the last answered question asked. */
    List<Interpretation> last() {
        return turns.reversed().stream()
                .map(turn -> turn.understoodAs().interpretations())
                .filter(interpretations -> !interpretations.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The host or service that the last question was about, as if one were logged in there; empty if it was about none. */
    List<Target> lastPlace() {
        return last().stream()
                .flatMap(interpretation -> interpretation.targets().stream())
                .filter(TypedCommands::isPlace)
                .limit(1)
                .toList();
    }

    /** The words that were asked back about, if the last turn was asked back. */
    Optional<String> askedBack() {
        return turns.isEmpty() || turns.getLast().understoodAs().outcome() != Outcome.ASK_BACK
                ? Optional.empty()
                : Optional.of(turns.getLast().words());
    }

    /** The services that were asked about, the latest first. */
    Set<ServiceId> askedAbout() {
        var services = new LinkedHashSet<ServiceId>();
        for (var turn : turns.reversed()) {
            for (var interpretation : turn.understoodAs().interpretations()) {
                interpretation.targets().forEach(target -> service(target).ifPresent(services::add));
            }
        }
        return services;
    }

    /** What may be suggested without giving anything away: what was asked about, and what the page itself names. */
    Set<ServiceId> mentionable() {
        var services = askedAbout();
        services.add(paged);
        return services;
    }

    private static Optional<ServiceId> service(Target target) {
        return switch (target) {
            case Target.OfService(var service) -> Optional.of(service);
            case Target.OfNode(var service, var _) -> Optional.of(service);
            case Target.OfHost(var service, var _, var _) -> Optional.of(service);
            case Target.OfRegion _, Target.OfTeam _ -> Optional.empty();
        };
    }
}
