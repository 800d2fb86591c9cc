package mayday.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.QuestionId;
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

    /**
     * A question, how it was understood, and what was answered.
     *
     * @param askedAt incident time
     */
    record Turn(String words, Understanding understoodAs, Instant askedAt, Heard heard) {
        /** A question whose answer does not matter. */
        Turn(String words, Understanding understoodAs) {
            this(words, understoodAs, Instant.EPOCH, Heard.NOTHING);
        }
    }

    static Conversation of(Incident incident) {
        var answers = new HashMap<QuestionId, Heard>();
        var turns = new ArrayList<Turn>();
        for (var recorded : incident.history().reversed()) {
            if (turns.size() == MOST_TURNS) {
                break;
            }
            if (recorded.event() instanceof Event.QuestionAnswered answered) {
                answers.put(answered.id(), Heard.of(answered));
            } else if (recorded.event() instanceof Event.QuestionAsked asked) {
                var heard = answers.getOrDefault(asked.id(), Heard.NOTHING);
                turns.addFirst(new Turn(asked.words(), asked.understoodAs(), recorded.at(), heard));
            }
        }
        var scenario = incident.scenario();
        return new Conversation(turns, scenario.page().condition().service(), scenario.pagedAt(), incident.now());
    }

    /** What the last answered question asked. */
    List<Interpretation> last() {
        return lastAnswered().map(turn -> turn.understoodAs().interpretations()).orElse(List.of());
    }

    /** The last question that was understood and answered. */
    Optional<Turn> lastAnswered() {
        return turns.reversed().stream()
                .filter(turn -> !turn.understoodAs().interpretations().isEmpty())
                .findFirst();
    }

    /** What may be picked now: the chips under the last reply. */
    List<Understanding.Suggestion> choices() {
        return turns.isEmpty() ? List.of() : turns.getLast().understoodAs().suggestions();
    }

    /** How many of the last utterances in a row were not understood; orders, claims and the like in between do not count. */
    int misunderstood() {
        var count = 0;
        for (var turn : turns.reversed()) {
            switch (turn.understoodAs().outcome()) {
                case ANSWERED -> {
                    return count;
                }
                case ASK_BACK, TOO_VAGUE, OFF_TOPIC -> count++;
                case ACTION, HYPOTHESIS, ABSENT, NO_ANSWER_KEY -> {
                    // Understood, and neither an answer nor a riddle.
                }
            }
        }
        return count;
    }

    /** The points in time that may be spoken of. */
    Landmarks landmarks() {
        var deploys = turns.reversed().stream()
                .flatMap(turn -> turn.heard().deploys().stream())
                .distinct()
                .sorted(Comparator.comparing(Landmarks.Deploy::at).reversed())
                .toList();
        return new Landmarks(now, pagedAt, deploys, lastAnswered().flatMap(this::then));
    }

    /** Where the last answer began to look, else the first time that it told, else its newest deploy. */
    private Optional<Instant> then(Turn turn) {
        return switch (turn.understoodAs().interpretations().getFirst().window()) {
            case Window.Since(var from) -> Optional.of(from);
            case Window.Between(var from, var _) -> Optional.of(from);
            case Window.Last _, Window.Usual _ ->
                turn.heard()
                        .instant(now)
                        .or(() -> turn.heard().deploys().stream()
                                .map(Landmarks.Deploy::at)
                                .findFirst());
        };
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
