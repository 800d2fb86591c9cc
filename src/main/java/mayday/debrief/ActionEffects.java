package mayday.debrief;

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
        var ends = incident.endsAt();
        var until = ends.isAfter(incident.now()) ? ends : incident.now();
        var asItWent = played.asItWent(until);
        var actual = failed(asItWent, until);
        var noticeable = Math.max(NOTICEABLE_REQUESTS, actual * NOTICEABLE_SHARE);
        var better = actual < failed(played.untouched(until), until) - noticeable;
        var judged = new ArrayList<Judged>();
        var without = played.withoutEach(until);
        for (var action : incident.actions()) {
            var extra = actual - failed(without.getOrDefault(action.id(), asItWent), until);
            judged.add(new Judged(action, sequenceOf(incident, action), effect(extra, noticeable, better), extra));
        }
        return new ActionEffects(judged);
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
