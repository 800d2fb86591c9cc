package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mayday.evidence.Circumstances.Passage;
import mayday.scenario.Action;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.Change;
import mayday.scenario.ChangeKind;
import mayday.scenario.Effect;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.StateId;
import mayday.scenario.Transition.Trigger;
import mayday.scenario.Where;

/** What completed actions do to the true cause: which change they undo, and where it goes from there. */
final class Undoing {
    private Undoing() {}

    /** The state that a fault enters because {@code action} is complete, if it moves at all. */
    static Optional<StateId> next(Incident incident, Cause fault, Action action, Instant at) {
        var current = current(incident, fault);
        if (current.isEmpty() || current.get().terminal()) {
            return Optional.empty();
        }
        for (var transition : current.get().transitions()) {
            if (transition.trigger() instanceof Trigger.On(var pattern) && pattern.matches(action)) {
                var to = Turns.to(incident, fault, transition, at);
                if (to.isPresent()) {
                    return to;
                }
            }
        }
        var undone = current.get().id().equals(Cause.UNDONE);
        if (undone) {
            return redoes(incident, fault, action) ? Optional.of(fault.initial().id()) : Optional.empty();
        }
        var ended = fault.undoneBy().stream().anyMatch(pattern -> pattern.matches(action))
                || (undoesCarrier(incident, fault, action)
                        && leftOver(incident, fault, action).isEmpty());
        return ended ? Optional.of(Cause.UNDONE) : Optional.empty();
    }

    /** The regions in which the change that carries a fault is undone once {@code action} is complete. */
    static List<RegionId> undoneIn(Incident incident, Cause fault, Action action) {
        var before = incident.world().undoneIn(fault.id());
        if (redoes(incident, fault, action)) {
            return List.of();
        }
        if (!undoesCarrier(incident, fault, action)
                || current(incident, fault).filter(CauseState::terminal).isPresent()) {
            return before;
        }
        var regions = new ArrayList<>(before);
        for (var region : incident.scenario().system().regionIds()) {
            if (action.where().covers(region) && !regions.contains(region)) {
                regions.add(region);
            }
        }
        return regions;
    }

    /** These effects of a state, without those in regions where the change that carries them was undone. */
    static List<Effect> remaining(Incident incident, CauseState state, List<Effect> effects, List<RegionId> undoneIn) {
        if (undoneIn.isEmpty() || state.terminal()) {
            return effects;
        }
        var regions = incident.scenario().system().regionIds();
        var remaining = new ArrayList<Effect>();
        for (var effect : effects) {
            for (var region : regions) {
                if (!undoneIn.contains(region)) {
                    narrowed(effect, region).ifPresent(remaining::add);
                }
            }
        }
        return remaining;
    }

    static Optional<CauseState> current(Incident incident, Cause fault) {
        return incident.world().latest(fault.id()).map(Passage::state);
    }

    private static Optional<Effect> narrowed(Effect effect, RegionId region) {
        return switch (effect) {
            case Effect.OnService on
            when on.where().covers(region) ->
                Optional.of(new Effect.OnService(
                        on.service(), Where.in(region), on.parameter(), on.adjustment(), on.ramp(), on.process()));
            case Effect.OnDependency on
            when on.where().covers(region) ->
                Optional.of(new Effect.OnDependency(
                        on.from(), on.to(), Where.in(region), on.parameter(), on.adjustment(), on.ramp()));
            case Effect.OnTraffic on
            when on.where().covers(region) ->
                Optional.of(new Effect.OnTraffic(Where.in(region), on.adjustment(), on.ramp()));
            case Effect.OnService _, Effect.OnDependency _, Effect.OnTraffic _ -> Optional.empty();
        };
    }

    private static List<RegionId> leftOver(Incident incident, Cause fault, Action action) {
        var undone = undoneIn(incident, fault, action);
        var system = incident.scenario().system();
        var service = carriers(incident, fault).stream().map(Change::service).findFirst();
        var regions = service.map(each -> system.service(each).regions()).orElse(system.regionIds());
        return regions.stream().filter(region -> !undone.contains(region)).toList();
    }

    /** Whether the change that {@code action} takes back is the one that carries the fault. */
    private static boolean undoesCarrier(Incident incident, Cause fault, Action action) {
        return switch (action) {
            case Action.RollBack(var service, var _) -> carriesLatest(incident, fault, ChangeKind.RELEASE, service);
            case Action.RevertConfig(var service) -> carriesLatest(incident, fault, ChangeKind.CONFIG, service);
            case Action.SetFlag(var flag, var on) -> !on && carriesFlag(incident, fault, flag);
            case Action.Upkeep _, Action.Renewal _, Action.Routing _, Action.UseResolver _, Action.Own _ -> false;
        };
    }

    private static boolean redoes(Incident incident, Cause fault, Action action) {
        if (action instanceof Action.SetFlag(var flag, var on)) {
            return on && carriesFlag(incident, fault, flag);
        }
        // What was wrong with a host that was taken out is still wrong with it.
        return action instanceof Action.ReturnHost(var service, var region, var host)
                && fault.undoneBy().stream()
                        .anyMatch(pattern -> pattern.matches(new Action.TakeOutHost(service, region, host)));
    }

    private static boolean carriesFlag(Incident incident, Cause fault, String flag) {
        return carriers(incident, fault).stream()
                .anyMatch(change ->
                        change.kind() == ChangeKind.FLAG && change.subject().equals(flag));
    }

    private static boolean carriesLatest(Incident incident, Cause fault, ChangeKind kind, ServiceId service) {
        var latest = allChanges(incident).stream()
                .filter(change -> change.kind() == kind && change.service().equals(service))
                .min(Comparator.comparing(Change::ago));
        return latest.isPresent() && fault.carriedBy().contains(latest.get().id());
    }

    private static List<Change> carriers(Incident incident, Cause fault) {
        return allChanges(incident).stream()
                .filter(change -> fault.carriedBy().contains(change.id()))
                .toList();
    }

    private static List<Change> allChanges(Incident incident) {
        var all = new ArrayList<>(incident.scenario().system().changes());
        all.addAll(incident.scenario().changes());
        all.addAll(incident.cause().changes());
        return all;
    }
}
