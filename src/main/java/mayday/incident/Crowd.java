package mayday.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mayday.scenario.AccessLoss;
import mayday.scenario.Person;
import mayday.scenario.Person.Letter;
import mayday.scenario.Person.Trigger;
import mayday.scenario.Scenario;
import mayday.scenario.Team;
import mayday.simulation.Trajectory;

/** What people around the incident do as time passes: they write, remind, consent or refuse, go off shift, and give access back. */
final class Crowd {
    /** Nobody reminds more often than this. */
    private static final int MOST_REMINDERS = 3;

    private final Progress progress;

    Crowd(Progress progress) {
        this.progress = progress;
    }

    private Incident incident() {
        return progress.incident();
    }

    private Scenario scenario() {
        return incident().scenario();
    }

    /** Instants at which anybody does something that is known beforehand; in no order, some of them past. */
    Stream<Instant> dues() {
        return Stream.of(
                        incident().people().pending().stream().map(PendingApproval::due),
                        incident().people().open().stream().flatMap(this::deadlines),
                        scenario().organisation().people().stream()
                                .flatMap(person -> person.letters().stream())
                                .flatMap(letter -> arrival(letter).stream()),
                        accessReturns())
                .flatMap(each -> each);
    }

    private Stream<Instant> deadlines(ReceivedMessage message) {
        return Stream.concat(message.asks().stream().map(ReceivedMessage.Asked::due), reminders(message));
    }

    private Stream<Instant> reminders(ReceivedMessage message) {
        return letter(message).reminds().stream()
                .flatMap(each -> IntStream.rangeClosed(1, MOST_REMINDERS)
                        .mapToObj(times -> message.at().plus(each.multipliedBy(times))));
    }

    private Optional<Instant> arrival(Letter letter) {
        return letter.trigger() instanceof Trigger.After(var afterPage)
                ? Optional.of(scenario().pagedAt().plus(afterPage))
                : Optional.empty();
    }

    /**
     * Makes everything happen that people do at {@code at}; before the page nothing.
     *
     * @param isSample whether signals are looked at
     */
    void act(Instant at, boolean isSample) {
        if (at.isBefore(scenario().pagedAt())) {
            return;
        }
        for (var pending : incident().people().pending()) {
            if (pending.due().equals(at)) {
                Approvals.answer(progress, pending, at);
            }
        }
        if (isSample) {
            shiftsChange(at);
            accessEnds(at);
        }
        accessComesBack(at);
        lettersArrive(at, isSample);
        messagesFallDue(at);
    }

    private void lettersArrive(Instant at, boolean isSample) {
        for (var person : scenario().organisation().people()) {
            for (var number = 0; number < person.letters().size(); number++) {
                if (comes(person, number, at, isSample)) {
                    write(person, number, at);
                }
            }
        }
    }

    private boolean comes(Person person, int number, Instant at, boolean isSample) {
        var letter = person.letters().get(number);
        if (!letter.causes().isEmpty()
                && letter.causes().stream().noneMatch(incident().cause()::isOrHas)) {
            return false;
        }
        return switch (letter.trigger()) {
            case Trigger.After(var afterPage) ->
                scenario().pagedAt().plus(afterPage).equals(at);
            case Trigger.When(var condition) ->
                isSample && !isWritten(person, number) && Conditions.holds(incident(), condition, at);
        };
    }

    private boolean isWritten(Person person, int number) {
        return incident().people().messages().stream()
                .anyMatch(each -> each.person().equals(person.id()) && each.letter() == number);
    }

    private void write(Person person, int number, Instant at) {
        var letter = person.letters().get(number);
        var id = new MessageId("M" + (incident().people().messages().size() + 1));
        var asks = letter.asks().stream()
                .map(each -> new ReceivedMessage.Asked(each.wanted(), at.plus(each.within())))
                .toList();
        progress.emit(at, new Event.PersonWrote(id, person.id(), number, person.title(), letter.text(), asks));
    }

    private void messagesFallDue(Instant at) {
        for (var message : incident().people().open()) {
            for (var asked : message.asks()) {
                if (asked.due().equals(at)) {
                    progress.emit(at, new Event.AnswerOverdue(message.id(), asked.wanted()));
                }
            }
            if (reminders(message).anyMatch(at::equals)) {
                progress.emit(
                        at,
                        new Event.PersonReminded(
                                message.id(),
                                person(message).title(),
                                letter(message).reminder()));
            }
        }
    }

    private Person person(ReceivedMessage message) {
        return scenario().organisation().people().stream()
                .filter(person -> person.id().equals(message.person()))
                .findFirst()
                .orElseThrow();
    }

    private Letter letter(ReceivedMessage message) {
        return person(message).letters().get(message.letter());
    }

    /** Whoever had to do with the incident says goodbye. */
    private void shiftsChange(Instant at) {
        for (var team : scenario().system().teams()) {
            var before = team.onCall(at.minus(Trajectory.SAMPLE));
            if (!team.onCall(at).equals(before) && Answering.isInvolved(incident(), team.id())) {
                progress.emit(
                        at, new Event.MessageReceived(before.name() + " (" + team.title() + ")", goodbye(team, at)));
            }
        }
    }

    private static String goodbye(Team team, Instant at) {
        var next = team.onCall(at).name() + " is on call for " + team.title() + " from now on.";
        return team.handOver().isEmpty() ? "My shift is over. " + next : team.handOver() + " " + next;
    }

    private void accessEnds(Instant at) {
        if (incident().people().access() instanceof Access.Full) {
            scenario().organisation().access().stream()
                    .filter(loss -> Spells.holds(incident(), loss.lost(), at))
                    .forEach(
                            loss -> progress.emit(at, new Event.AccessLost(loss.actions(), loss.tools(), loss.text())));
        }
    }

    private Stream<Instant> accessReturns() {
        return incident().people().access() instanceof Access.Lost lost
                ? scenario().organisation().access().stream()
                        .flatMap(loss -> loss.after().stream())
                        .map(lost.since()::plus)
                : Stream.of();
    }

    private void accessComesBack(Instant at) {
        if (!(incident().people().access() instanceof Access.Lost lost)) {
            return;
        }
        for (var loss : scenario().organisation().access()) {
            if (accessReturns().anyMatch(at::equals) || isGivenBack(loss, lost, at)) {
                progress.emit(at, new Event.AccessRegained(loss.regained()));
            }
        }
    }

    /** The team was paged after the access was lost, and answers now. */
    private boolean isGivenBack(AccessLoss loss, Access.Lost lost, Instant at) {
        return loss.team().stream()
                .anyMatch(team -> incident().history().stream()
                        .anyMatch(each -> each.event() instanceof Event.Escalated escalated
                                && escalated.team().equals(team)
                                && !each.at().isBefore(lost.since())
                                && escalated.replyDue().equals(at)));
    }
}
