package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.incident.Counterfactuals;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.StartedAction;

/**
 * What came of each action of an incident, in order: found by playing the incident again without it, to the end of the scenario's time,
 * since a remedy may cost at first and pay after the end was declared.
 */
record ActionEffects(List<Judged> judged) {
    /** Fewer failed requests than this share of the whole do not count as an effect: noise moves that much. */
    private static final double NOTICEABLE_SHARE = 0.02;

    private static final double NOTICEABLE_REQUESTS = 100;

    private static final Duration A_STRETCH = Duration.ofMinutes(5);

    ActionEffects {
        judged = List.copyOf(judged);
    }

    /** What came of an action. */
    enum Effect {
        /** Fewer requests failed because of it, and all actions together left customers better off than none. */
        HELPED,
        /** Fewer requests failed because of it, but only since another action had made it worse. */
        MADE_UP,
        NOTHING,
        HARMED
    }

    /**
     * An action and what came of it.
     *
     * @param sequence of its start
     * @param extraFailures failed requests with it less those without it; below 0 if it helped
     */
    record Judged(StartedAction action, long sequence, Effect effect, double extraFailures) {}

    static ActionEffects of(Incident incident, Counterfactuals played) {
        if (incident.actions().isEmpty()) {
            return new ActionEffects(List.of());
        }
        var until = end(incident);
        var asItWent = played.asItWent(until);
        var actual = failed(asItWent, until);
        var noticeable = noticeable(actual);
        var better = actual < failed(played.untouched(until), until) - noticeable;
        var judged = new ArrayList<Judged>();
        var without = played.withoutEach(until);
        for (var action : incident.actions()) {
            var extra = actual - failed(without.getOrDefault(action.id(), asItWent), until);
            judged.add(new Judged(action, sequenceOf(incident, action), effect(extra, noticeable, better), extra));
        }
        return new ActionEffects(judged);
    }

    /** The same as far as points hang on it: none, where they would be {@linkplain MitigationJudgement#mayBeInVain in vain} all the same. */
    static ActionEffects thatCount(Incident incident, Counterfactuals played) {
        return MitigationJudgement.mayBeInVain(incident) && !areBetter(incident, played)
                ? new ActionEffects(List.of())
                : of(incident, played);
    }

    /** Whether all actions together left customers better off than none; what has failed does not become less, so that it is often known early. */
    private static boolean areBetter(Incident incident, Counterfactuals played) {
        var until = end(incident);
        var untouched = failed(played.untouched(until), until);
        for (var at = incident.now(); at.isBefore(until); at = at.plus(A_STRETCH)) {
            var soFar = failed(played.asItWent(at), at);
            if (soFar >= untouched - noticeable(soFar)) {
                return false;
            }
        }
        var actual = failed(played.asItWent(until), until);
        return actual < untouched - noticeable(actual);
    }

    private static Instant end(Incident incident) {
        var ends = incident.endsAt();
        return ends.isAfter(incident.now()) ? ends : incident.now();
    }

    private static double noticeable(double actual) {
        return Math.max(NOTICEABLE_REQUESTS, actual * NOTICEABLE_SHARE);
    }

    private static Effect effect(double extra, double noticeable, boolean better) {
        if (extra > noticeable) {
            return Effect.HARMED;
        }
        if (extra >= -noticeable) {
            return Effect.NOTHING;
        }
        return better ? Effect.HELPED : Effect.MADE_UP;
    }

    private static double failed(Incident incident, Instant until) {
        return CustomerImpact.cost(incident, until).failedRequests();
    }

    private static long sequenceOf(Incident incident, StartedAction action) {
        return incident.history().stream()
                .filter(each -> each.event() instanceof Event.ActionStarted started
                        && started.id().equals(action.id()))
                .findFirst()
                .orElseThrow()
                .sequence();
    }

    boolean isEmpty() {
        return judged.isEmpty();
    }

    List<Judged> helpful() {
        return judged.stream().filter(each -> each.effect() == Effect.HELPED).toList();
    }

    /** When the first one that helped was started. */
    Optional<Instant> firstHelp() {
        return helpful().stream().map(each -> each.action().startedAt()).findFirst();
    }

    List<Long> moves() {
        return judged.stream().map(Judged::sequence).toList();
    }
}
