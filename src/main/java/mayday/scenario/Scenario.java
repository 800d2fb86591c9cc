package mayday.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an author wrote, compiled: complete, references resolved.
 *
 * @param page the alert with which the incident opens
 * @param pagedAt incident time of the page
 * @param limit how long the learner has
 * @param causes what may be wrong: those that can be drawn, and those that others are made of
 * @param redHerrings what may be suspected and never is wrong, each told as if it were: what the system would look like then. No
 *     incident has one as its cause
 * @param changes changes that are there whichever cause is true
 * @param alerts further alerts that can fire
 * @param mitigated when customer impact counts as ended
 * @param durations actions that take another time here than usual
 * @param organisation the people and tools around the system
 * @param particulars variables, actions, agents and the like of its own
 */
public record Scenario(
        ScenarioId id,
        Revision revision,
        String title,
        String summary,
        Level level,
        List<String> tags,
        SimulatedSystem system,
        AlertRule page,
        Instant pagedAt,
        Duration limit,
        List<Cause> causes,
        List<Cause> redHerrings,
        List<Change> changes,
        List<AlertRule> alerts,
        List<Message> messages,
        List<TeamReply> replies,
        List<AuthoredQuestion> questions,
        Condition mitigated,
        Map<ActionKind, ActionKind.Takes> durations,
        Organisation organisation,
        Particulars particulars) {

    /** How much history there is before the page: the simulation begins this long before it. */
    public static final Duration HISTORY = Duration.ofHours(2);

    public Scenario {
        tags = List.copyOf(tags);
        causes = List.copyOf(causes);
        redHerrings = List.copyOf(redHerrings);
        changes = List.copyOf(changes);
        alerts = List.copyOf(alerts);
        messages = List.copyOf(messages);
        replies = List.copyOf(replies);
        questions = List.copyOf(questions);
        var copy = new EnumMap<ActionKind, ActionKind.Takes>(ActionKind.class);
        copy.putAll(durations);
        durations = Map.copyOf(copy);
    }

    /** A scenario with nothing and nobody of its own. */
    public Scenario(
            ScenarioId id,
            Revision revision,
            String title,
            String summary,
            Level level,
            List<String> tags,
            SimulatedSystem system,
            AlertRule page,
            Instant pagedAt,
            Duration limit,
            List<Cause> causes,
            List<Change> changes,
            List<AlertRule> alerts,
            List<Message> messages,
            List<TeamReply> replies,
            List<AuthoredQuestion> questions,
            Condition mitigated,
            Map<ActionKind, ActionKind.Takes> durations) {
        this(
                id,
                revision,
                title,
                summary,
                level,
                tags,
                system,
                page,
                pagedAt,
                limit,
                causes,
                List.of(),
                changes,
                alerts,
                messages,
                replies,
                questions,
                mitigated,
                durations,
                Organisation.QUIET,
                Particulars.NONE);
    }

    /** The cause, or the red herring, that is called so. */
    public Cause cause(CauseId id) {
        // Asked again and again while time passes: plain loops.
        for (var cause : causes) {
            if (cause.id().equals(id)) {
                return cause;
            }
        }
        for (var herring : redHerrings) {
            if (herring.id().equals(id)) {
                return herring;
            }
        }
        throw new IllegalArgumentException("no cause " + id);
    }

    /** All that an author can look at the system under: the causes, then the red herrings. */
    public List<Cause> suspects() {
        return Stream.concat(causes.stream(), redHerrings.stream()).toList();
    }

    public ActionKind.Takes takes(ActionKind kind) {
        return durations.getOrDefault(kind, kind.takes());
    }

    public ActionKind.Takes takes(Action action) {
        return own(action).map(OwnAction::takes).orElseGet(() -> takes(action.kind()));
    }

    /** From 1, hardly anybody, to 4, a large part of all users. */
    public int blastRadius(Action action) {
        return own(action)
                .map(OwnAction::blastRadius)
                .orElseGet(() -> action.kind().blastRadius());
    }

    /** Whom it reaches, in words. */
    public String blastWords(Action action) {
        return own(action)
                .map(OwnAction::blastWords)
                .orElseGet(() -> action.kind().blastWords());
    }

    /** What the scenario says about an action beside what it does. */
    public ActionRule rule(Action action) {
        var id = action instanceof Action.Own own
                ? own.action().value()
                : action.kind().id();
        return particulars.rules().getOrDefault(id, ActionRule.NONE);
    }

    private Optional<OwnAction> own(Action action) {
        return action instanceof Action.Own own ? particulars.action(own.action()) : Optional.empty();
    }

    /** Where the simulated history begins. */
    public Instant origin() {
        return pagedAt.minus(HISTORY);
    }

    public Instant endsAt() {
        return pagedAt.plus(limit);
    }
}
