package mayday.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.exercise.TeamWishes.Wish;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Inject;
import mayday.incident.InjectId;

/**
 * What facilitators tell a team and throw at it: the next hint, answer or inject of the drill that its incident does not hold yet. Each of
 * the drill's is matched with one of the incident's, in order, so that nothing comes twice and nothing is lost. What the incident refuses,
 * such as a fault that is at work already, is passed over.
 */
final class Telling {
    private final Drill drill;
    private final DrillTeamId team;
    private final Incident incident;

    private Telling(Drill drill, DrillTeamId team, Incident incident) {
        this.drill = drill;
        this.team = team;
        this.incident = incident;
    }

    static Optional<Wish> next(Drill drill, DrillTeamId team, Incident incident) {
        var telling = new Telling(drill, team, incident);
        return Stream.of(telling.hints(), telling.answers(), telling.injects())
                .flatMap(List::stream)
                .filter(telling::isTaken)
                .findFirst();
    }

    private boolean isTaken(Wish wish) {
        return Decider.decide(incident.scenario(), incident, wish.command(), incident.now())
                instanceof Decision.Accepted;
    }

    private List<Wish> hints() {
        var sent = new ArrayList<>(events(Event.HintSent.class));
        return drill.conduct().hints().stream()
                .filter(each -> each.team().equals(team))
                .filter(each -> !sent.remove(new Event.HintSent(each.by(), each.text(), each.points())))
                .map(each -> now(new Command.SendHint(each.by(), each.text(), each.points())))
                .toList();
    }

    private List<Wish> answers() {
        var sent = events(Event.AnsweredByHand.class).stream()
                .map(Event.AnsweredByHand::question)
                .toList();
        return drill.conduct().answers().stream()
                .filter(each -> each.team().equals(team) && !sent.contains(each.question()))
                .map(each -> now(new Command.AnswerByHand(each.by(), each.question(), each.text())))
                .toList();
    }

    private <E extends Event> List<E> events(Class<E> kind) {
        return incident.history().stream()
                .filter(each -> kind.isInstance(each.event()))
                .map(each -> kind.cast(each.event()))
                .toList();
    }

    /**
     * One that the incident was given, whether it has arrived or not.
     *
     * @param due when it was to arrive; empty if it arrived at once
     */
    private record Given(InjectId id, Inject inject, List<Instant> due) {}

    private List<Wish> injects() {
        var own = drill.conduct().injects().stream()
                .filter(each -> each.injected().teams().contains(team))
                .toList();
        var left = given();
        var matched = new HashMap<Integer, Given>();
        own.forEach(each -> take(each, due(each.injected()), left, matched));
        // What came too late for its time was sent at once.
        own.stream().filter(each -> !each.withdrawn()).forEach(each -> take(each, List.of(), left, matched));
        return own.stream()
                .flatMap(each -> wish(each, Optional.ofNullable(matched.get(each.number()))).stream())
                .toList();
    }

    private static void take(DrillInject one, List<Instant> due, List<Given> left, Map<Integer, Given> matched) {
        if (!matched.containsKey(one.number())) {
            left.stream()
                    .filter(each -> each.inject().equals(one.injected().inject())
                            && each.due().equals(due))
                    .findFirst()
                    .ifPresent(each -> {
                        left.remove(each);
                        matched.put(one.number(), each);
                    });
        }
    }

    private List<Instant> due(DrillEvent.Injected injected) {
        return injected.after().stream()
                .map(after -> incident.scenario().pagedAt().plus(after))
                .toList();
    }

    private Optional<Wish> wish(DrillInject inject, Optional<Given> own) {
        var injected = inject.injected();
        if (own.isPresent()) {
            var id = own.get().id();
            var waits = incident.injects().scheduled().stream()
                    .anyMatch(each -> each.id().equals(id));
            return inject.withdrawn() && waits
                    ? Optional.of(now(new Command.WithdrawInject(injected.by(), id)))
                    : Optional.empty();
        }
        return inject.withdrawn()
                ? Optional.empty()
                : Optional.of(new Wish(
                        new Command.Inject(injected.by(), injected.inject(), arrival(injected)), since(injected)));
    }

    /** What was to arrive at a time that the incident has passed by now arrives at once. */
    private Inject.Arrival arrival(DrillEvent.Injected injected) {
        return due(injected).stream()
                .filter(at -> at.isAfter(incident.now()))
                .<Inject.Arrival>map(Inject.Arrival.At::new)
                .findFirst()
                .orElseGet(Inject.Arrival.Now::new);
    }

    /** When the facilitator said so: a time that was to come then may have gone by when the next process finds it not done. */
    private Instant since(DrillEvent.Injected injected) {
        return drill.history().stream()
                .filter(each -> each.event().equals(injected))
                .findFirst()
                .map(DrillRecorded::at)
                .orElse(Instant.MAX);
    }

    private List<Given> given() {
        var given = new ArrayList<Given>();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.InjectScheduled scheduled) {
                given.add(new Given(scheduled.id(), scheduled.inject(), List.of(scheduled.due())));
            } else if (recorded.event() instanceof Event.InjectSent sent
                    && given.stream().noneMatch(each -> each.id().equals(sent.id()))) {
                given.add(new Given(sent.id(), sent.inject(), List.of()));
            }
        }
        return given;
    }

    private static Wish now(Command command) {
        return new Wish(command, Instant.MAX);
    }
}
