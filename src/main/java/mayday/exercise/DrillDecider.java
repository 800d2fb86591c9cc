package mayday.exercise;

import static mayday.exercise.DrillChecks.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mayday.incident.Participant;

/** Decides what becomes of commands in a drill: total, exhaustive, without exceptions for what people can do wrong. */
public final class DrillDecider {
    private DrillDecider() {}

    /** A decision for what follows from nothing more than the drill and the command. */
    sealed interface Answer {
        record Yes(List<DrillEvent> events) implements Answer {
            public Yes {
                events = List.copyOf(events);
            }
        }

        record No(DrillRefusal refusal) implements Answer {}
    }

    /**
     * Creates a drill.
     *
     * @param teams their names; at least one, at most {@link DrillLimits#TEAMS}
     * @param entropy unguessable: the join code is drawn with it
     */
    public static DrillDecision.Accepted create(
            DrillId id, Plan plan, List<String> teams, Participant by, Instant now, RandomGenerator entropy) {
        var named = new ArrayList<DrillTeam>();
        for (var name : teams) {
            named.add(new DrillTeam(DrillTeamId.of(name, named.size() + 1), name));
        }
        var event = new DrillEvent.Created(plan, JoinCode.draw(entropy), named, by);
        var first = new DrillRecorded(1, now, event);
        return new DrillDecision.Accepted(List.of(first), DrillEvolution.created(id, first));
    }

    /**
     * Decides a command. What fell due before it happens first, stamped with its own instant.
     *
     * @param now real time; where it is before the last event, that one's instant counts
     */
    public static DrillDecision decide(Drill drill, DrillCommand command, Instant now) {
        var at = now.isBefore(drill.now()) ? drill.now() : now;
        var recorded = new ArrayList<DrillRecorded>();
        var due = fellDue(drill, at).map(event -> record(drill, recorded, event.at(), List.of(event.event())));
        var current = due.orElse(drill);
        return switch (DrillChecks.room(current, command).orElseGet(() -> answer(current, command, at))) {
            case Answer.No(var refusal) -> new DrillDecision.Refused(refusal, recorded, current);
            case Answer.Yes(var events) -> {
                var after = record(current, recorded, at, events);
                yield new DrillDecision.Accepted(recorded, after);
            }
        };
    }

    private record Due(Instant at, DrillEvent event) {}

    private static Optional<Due> fellDue(Drill drill, Instant now) {
        return drill.conduct()
                .openProbe()
                .filter(probe -> !now.isBefore(probe.until()) && !drill.isOver())
                .map(probe -> new Due(
                        probe.until().isBefore(drill.now()) ? drill.now() : probe.until(),
                        new DrillEvent.ProbeEnded(probe.number())));
    }

    private static Drill record(Drill drill, List<DrillRecorded> into, Instant at, List<DrillEvent> events) {
        var after = drill;
        for (var event : events) {
            var recorded = new DrillRecorded(after.version() + 1, at, event);
            into.add(recorded);
            after = DrillEvolution.evolve(after, recorded);
        }
        return after;
    }

    private static Answer answer(Drill drill, DrillCommand command, Instant now) {
        return switch (command) {
            case DrillCommand.Observe _ -> new Answer.Yes(List.of());
            case DrillCommand.AddTeam add -> Seating.addTeam(drill, add);
            case DrillCommand.TakeSeat take -> Seating.take(drill, take);
            case DrillCommand.Leave leave -> Seating.leave(drill, leave);
            case DrillCommand.BeReady ready -> Seating.ready(drill, ready);
            case DrillCommand.HandOver hand -> Seating.handOver(drill, hand);
            case DrillCommand.GiveIntel intel -> Leading.intel(drill, intel);
            case DrillCommand.Say say -> say(say);
            case DrillCommand.Start start -> Leading.start(drill, start);
            case DrillCommand.Pause pause -> Leading.pause(drill, pause);
            case DrillCommand.Resume resume -> Leading.resume(drill, resume);
            case DrillCommand.Extend extend -> Leading.extend(drill, extend);
            case DrillCommand.Throw inject -> Throwing.in(drill, inject, now);
            case DrillCommand.WithdrawInject withdraw -> Throwing.withdraw(drill, withdraw, now);
            case DrillCommand.SendHint hint -> Leading.hint(drill, hint);
            case DrillCommand.AnswerByHand answer -> Leading.answer(drill, answer);
            case DrillCommand.StartProbe probe -> Probing.start(drill, probe, now);
            case DrillCommand.AnswerProbe answer -> Probing.answer(drill, answer);
            case DrillCommand.ShowBoard show -> Leading.show(drill, show);
            case DrillCommand.FreezeBoard freeze -> Leading.freeze(drill, freeze);
            case DrillCommand.End end -> Leading.end(drill, end);
            case DrillCommand.Reveal reveal -> Leading.reveal(drill, reveal);
            case DrillCommand.NameAction name -> Leading.name(drill, name);
        };
    }

    private static Answer say(DrillCommand.Say say) {
        var text = say.text().strip();
        if (text.isEmpty()) {
            return refused("empty", "There is nothing in that message.");
        }
        return DrillChecks.tooLong("message", text, DrillLimits.SAID_CHARACTERS)
                .orElseGet(() -> new Answer.Yes(List.of(new DrillEvent.Said(say.by(), text))));
    }
}
