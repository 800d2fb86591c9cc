package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Change;
import mayday.scenario.Scenario;
import mayday.scenario.Tool;

/**
 * What a facilitator has thrown into an incident, and what is still to come. It is part of the truth: never shown to those who play.
 *
 * @param decided how many were decided on, whatever became of them
 * @param scheduled those whose time has not come, in order of deciding
 * @param faults causes that began by an inject, as if their page were that instant
 * @param whole the true cause and {@code faults} as one cause of several parts; empty while there are none
 */
public record Injects(
        int decided, List<Scheduled> scheduled, List<Cause> faults, List<Cause> whole, List<Outage> outages) {
    static final Injects NONE = new Injects(0, List.of(), List.of(), List.of(), List.of());

    public Injects {
        scheduled = List.copyOf(scheduled);
        faults = List.copyOf(faults);
        whole = List.copyOf(whole);
        outages = List.copyOf(outages);
    }

    /** One that will arrive. */
    public record Scheduled(InjectId id, Participant by, Inject inject, Instant due) {}

    /** A tool that does not answer from an instant until before another. */
    record Outage(Tool tool, Instant from, Instant until) {
        boolean isAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    InjectId next() {
        return new InjectId("I" + (decided + 1));
    }

    Optional<Scheduled> scheduled(InjectId id) {
        return scheduled.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    boolean isDown(Tool tool, Instant at) {
        return outages.stream().anyMatch(each -> each.tool() == tool && each.isAt(at));
    }

    Injects scheduled(Event.InjectScheduled event) {
        var more = and(scheduled, new Scheduled(event.id(), event.by(), event.inject(), event.due()));
        return new Injects(decided + 1, more, faults, whole, outages);
    }

    Injects withdrawn(InjectId id) {
        return new Injects(decided, without(id), faults, whole, outages);
    }

    /** After one has arrived; {@code cause} is what was true until then. */
    Injects sent(Scenario scenario, Cause cause, Event.InjectSent event, Instant at) {
        var count = scheduled(event.id()).isPresent() ? decided : decided + 1;
        var left = without(event.id());
        return switch (event.inject()) {
            case Inject.Message _, Inject.Alert _ -> new Injects(count, left, faults, whole, outages);
            case Inject.ToolOutage(var tool, var length) ->
                new Injects(count, left, faults, whole, and(outages, new Outage(tool, at, at.plus(length))));
            case Inject.Fault(var id) -> {
                if (isAtWork(scenario.cause(id), cause)) {
                    // In a world where it was supposed to be the cause, it has begun long ago.
                    yield new Injects(count, left, faults, whole, outages);
                }
                var fault = begunAt(scenario.cause(id), Duration.between(at, scenario.pagedAt()));
                yield new Injects(count, left, and(faults, fault), List.of(together(cause, fault)), outages);
            }
        };
    }

    /** Whether a cause, or a part of it, is a part of what goes wrong. */
    static boolean isAtWork(Cause fault, Cause cause) {
        return cause.isOrHas(fault.id())
                || fault.faults().stream().map(Cause::id).anyMatch(cause::isOrHas);
    }

    private List<Scheduled> without(InjectId id) {
        return scheduled.stream().filter(each -> !each.id().equals(id)).toList();
    }

    /** The cause with its first part beginning so long before the page, or after it if negative, and its changes made then. */
    private static Cause begunAt(Cause cause, Duration ago) {
        var first = cause.faults().stream()
                .map(Cause::beginsAgo)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return shifted(cause, first.minus(ago), ago);
    }

    private static Cause shifted(Cause cause, Duration later, Duration latest) {
        var changes = cause.changes().stream()
                .map(change -> made(change, change.ago().minus(later), latest))
                .toList();
        return new Cause(
                cause.id(),
                cause.title(),
                cause.explanation(),
                cause.fault(),
                cause.weight(),
                cause.beginsAgo().minus(later),
                changes,
                cause.carriedBy(),
                cause.blames(),
                cause.undoneBy(),
                cause.states(),
                cause.parts().stream().map(part -> shifted(part, later, latest)).toList(),
                cause.postMortem());
    }

    /** Nothing was changed before it was decided on: whoever has looked would have been shown it. */
    private static Change made(Change change, Duration ago, Duration latest) {
        return new Change(
                change.id(),
                change.kind(),
                change.service(),
                change.regions(),
                change.subject(),
                change.what(),
                change.by(),
                ago.compareTo(latest) < 0 ? ago : latest);
    }

    private static Cause together(Cause cause, Cause fault) {
        return new Cause(
                cause.id(),
                cause.title() + "; later, by the facilitator: " + fault.title(),
                cause.explanation() + " " + fault.explanation(),
                cause.isFalseAlarm() ? fault.fault() : cause.fault(),
                cause.weight(),
                cause.beginsAgo(),
                Stream.concat(cause.changes().stream(), fault.changes().stream())
                        .toList(),
                cause.carriedBy(),
                cause.blames(),
                cause.undoneBy(),
                cause.states(),
                Stream.concat(cause.faults().stream(), fault.faults().stream()).toList(),
                cause.postMortem());
    }

    private static <T> List<T> and(List<T> list, T next) {
        var more = new ArrayList<>(list);
        more.add(next);
        return more;
    }

    /** The ids of causes that are scheduled to begin. */
    Stream<CauseId> comingFaults() {
        return scheduled.stream()
                .flatMap(each -> each.inject() instanceof Inject.Fault(var cause) ? Stream.of(cause) : Stream.of());
    }
}
