package mayday.incident;

import static mayday.incident.Checks.text;
import static mayday.incident.Checks.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.incident.Inject.Arrival;
import mayday.scenario.AlertId;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Person;
import mayday.scenario.PersonId;

/** What a facilitator throws in: whether it can be, and how it arrives. */
final class Injecting {
    /** Who writes messages that no person of the scenario wrote. */
    private static final PersonId NOBODY_OF_THE_SCENARIO = new PersonId("facilitator");

    private static final int NO_LETTER_OF_THE_SCENARIO = -1;

    private Injecting() {}

    static Optional<Refusal> refusal(Incident incident, Command.Inject command, Instant at) {
        return unless(
                        incident.injects().decided() < Limits.INJECTS,
                        new Refusal.LimitReached("injects", Limits.INJECTS))
                .or(() -> arrival(incident, command.arrival(), at))
                .or(() -> refusal(incident, command.inject()));
    }

    private static Optional<Refusal> arrival(Incident incident, Arrival arrival, Instant now) {
        return switch (arrival) {
            case Arrival.Now() -> Optional.empty();
            case Arrival.At(var at) ->
                unless(
                                at.isAfter(now),
                                new Refusal.NotNow("It is " + Times.clock(now) + " in the incident: " + Times.clock(at)
                                        + " has gone by. Send it now, or name a later time."))
                        .or(
                                () -> unless(
                                        at.isBefore(incident.endsAt()),
                                        new Refusal.NotNow(
                                                "The time runs out at " + Times.clock(incident.endsAt())
                                                        + ", before this would arrive. Name an earlier time, or give more time first.")));
        };
    }

    private static Optional<Refusal> refusal(Incident incident, Inject inject) {
        return switch (inject) {
            case Inject.Message(var from, var words, var within) ->
                text("sender", from, 1, Limits.NAME_CHARACTERS)
                        .or(() -> text("message", words, 1, Limits.INJECT_CHARACTERS))
                        .or(() -> unless(within.size() <= 1, new Refusal.LimitReached("answers to one message", 1)))
                        .or(() -> minutes("time for the answer", within));
            case Inject.Alert(var words) -> text("alert", words, 1, Limits.INJECT_CHARACTERS);
            case Inject.Fault(var id) -> fault(incident, id);
            case Inject.ToolOutage(var _, var length) -> minutes("outage", List.of(length));
        };
    }

    private static Optional<Refusal> minutes(String what, List<Duration> lengths) {
        return unless(
                lengths.stream()
                        .allMatch(each -> each.equals(Duration.ofMinutes(each.toMinutes()))
                                && each.toMinutes() >= 1
                                && each.compareTo(Limits.LONGEST_INJECT) <= 0),
                new Refusal.OutOfRange(what, "1 to " + Limits.LONGEST_INJECT.toMinutes() + " whole minutes"));
    }

    private static Optional<Refusal> fault(Incident incident, CauseId id) {
        var scenario = incident.scenario();
        var named =
                scenario.causes().stream().filter(each -> each.id().equals(id)).findFirst();
        if (named.isEmpty()) {
            return Optional.of(new Refusal.Unknown("cause", id.value()));
        }
        var fault = named.get();
        return unless(
                        !fault.isFalseAlarm(),
                        new Refusal.NotNow("\"" + fault.title() + "\" is a false alarm: there is no fault to add."))
                .or(() -> unless(
                        !Injects.isAtWork(fault, incident.cause()),
                        new Refusal.NotNow("\"" + fault.title() + "\" is at work in this incident already.")))
                .or(() -> unless(
                        incident.injects()
                                .comingFaults()
                                .map(scenario::cause)
                                .noneMatch(coming -> Injects.isAtWork(fault, coming)),
                        new Refusal.NotNow("\"" + fault.title()
                                + "\" is scheduled already. Withdraw that first to name another time.")));
    }

    static Optional<Refusal> withdrawing(Incident incident, InjectId id) {
        return unless(
                incident.injects().scheduled(id).isPresent(),
                new Refusal.NotNow("No inject " + id + " is waiting: it has arrived, was withdrawn, or never was."));
    }

    static void make(Progress progress, Command.Inject command, Instant at) {
        var id = progress.incident().injects().next();
        switch (command.arrival()) {
            case Arrival.Now() -> arrive(progress, new Event.InjectSent(id, command.by(), command.inject()), at);
            case Arrival.At(var due) ->
                progress.emit(at, new Event.InjectScheduled(id, command.by(), command.inject(), due));
        }
    }

    /** Those that are due at {@code at}, in the order in which they were decided on. */
    static void fallDue(Progress progress, Instant at) {
        for (var each : progress.incident().injects().scheduled()) {
            if (each.due().equals(at)) {
                arrive(progress, new Event.InjectSent(each.id(), each.by(), each.inject()), at);
            }
        }
    }

    /** Emits what those who play notice of it, after the event that says where it came from. */
    static void arrive(Progress progress, Event.InjectSent sent, Instant at) {
        var before = progress.incident().injects().faults().size();
        progress.emit(at, sent);
        switch (sent.inject()) {
            case Inject.Message message -> write(progress, message, at);
            case Inject.Alert(var words) ->
                progress.emit(
                        at,
                        new Event.AlertFired(new AlertId("inject-" + sent.id().value()), words.strip()));
            case Inject.Fault _ -> {
                var faults = progress.incident().injects().faults();
                faults.subList(before, faults.size()).forEach(fault -> begin(progress, fault, at));
            }
            case Inject.ToolOutage _ -> {
                // Look-ups fail from now on; nobody is told.
            }
        }
    }

    /** Its first parts; the others fall due by themselves. */
    private static void begin(Progress progress, Cause fault, Instant at) {
        for (var part : fault.faults()) {
            if (Dues.begins(progress.incident().scenario(), part).equals(at)) {
                progress.emit(
                        at, new Event.CauseAdvanced(part.id(), part.initial().id()));
            }
        }
    }

    private static void write(Progress progress, Inject.Message message, Instant at) {
        var from = message.from().strip();
        var words = message.text().strip();
        if (message.answerWithin().isEmpty()) {
            progress.emit(at, new Event.MessageReceived(from, words));
            return;
        }
        var id = new MessageId("M" + (progress.incident().people().messages().size() + 1));
        var asks = message.answerWithin().stream()
                .map(within -> new ReceivedMessage.Asked(Person.Wanted.NEWS, at.plus(within)))
                .toList();
        progress.emit(
                at, new Event.PersonWrote(id, NOBODY_OF_THE_SCENARIO, NO_LETTER_OF_THE_SCENARIO, from, words, asks));
    }
}
