package mayday.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** Puts the instants at which anybody does something that is known beforehand. */
    static void dues(Incident incident, Dues dues) {
        var scenario = incident.scenario();
        for (var pending : incident.people().pending()) {
            dues.put(pending.due());
        }
        for (var message : incident.people().messages()) {
            if (message.isOpen()) {
                message.asks().forEach(asked -> dues.put(asked.due()));
                reminders(scenario, message).forEach(dues::put);
            }
        }
        for (var person : scenario.organisation().people()) {
            for (var letter : person.letters()) {
                if (letter.trigger() instanceof Trigger.After(var afterPage)) {
                    dues.put(scenario.pagedAt().plus(afterPage));
                }
            }
        }
        if (incident.people().access() instanceof Access.Lost lost) {
            for (var loss : scenario.organisation().access()) {
                loss.after().forEach(delay -> dues.put(lost.since().plus(delay)));
            }
        }
    }

    private static List<Instant> reminders(Scenario scenario, ReceivedMessage message) {
        return letter(scenario, message).stream()
                .flatMap(letter -> letter.reminds().stream())
                .flatMap(each -> IntStream.rangeClosed(1, MOST_REMINDERS)
                        .mapToObj(times -> message.at().plusMillis(each.toMillis() * times)))
                .toList();
    }

    /**
     * Makes everything happen that people do at {@code at}; before the page nothing.
     *
     * @param isSample whether signals are looked at
     * @param isDue whether something falls due that was known beforehand
     */
    void act(Instant at, boolean isSample, boolean isDue) {
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
        var before = incident().version();
        lettersArrive(at, isSample);
        if (isDue || incident().version() > before) {
            messagesFallDue(at);
        }
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

    private String say(String text, Instant at) {
        return Sayings.say(incident(), text, at);
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
        progress.emit(at, new Event.PersonWrote(id, person.id(), number, person.title(), say(letter.text(), at), asks));
    }

    private void messagesFallDue(Instant at) {
        for (var message : incident().people().messages()) {
            if (message.isOpen()) {
                fallsDue(message, at);
            }
        }
    }

    private void fallsDue(ReceivedMessage message, Instant at) {
        for (var asked : message.asks()) {
            if (asked.due().equals(at)) {
                progress.emit(at, new Event.AnswerOverdue(message.id(), asked.wanted()));
            }
        }
        if (reminders(scenario(), message).contains(at)) {
            var title = author(scenario(), message).orElseThrow().title();
            var reminder = letter(scenario(), message).orElseThrow().reminder();
            progress.emit(at, new Event.PersonReminded(message.id(), title, say(reminder, at)));
        }
    }

    /** Who wrote it; nobody of the scenario if a facilitator threw it in. */
    private static Optional<Person> author(Scenario scenario, ReceivedMessage message) {
        return scenario.organisation().people().stream()
                .filter(person -> person.id().equals(message.person()) && message.letter() >= 0)
                .findFirst();
    }

    private static Optional<Letter> letter(Scenario scenario, ReceivedMessage message) {
        return author(scenario, message).map(person -> person.letters().get(message.letter()));
    }

    /** Whoever had to do with the incident says goodbye. */
    private void shiftsChange(Instant at) {
        for (var team : scenario().system().teams()) {
            if (team.shifts().size() < 2) {
                continue;
            }
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
                    .forEach(loss -> progress.emit(
                            at, new Event.AccessLost(loss.actions(), loss.tools(), say(loss.text(), at))));
        }
    }

    private void accessComesBack(Instant at) {
        if (!(incident().people().access() instanceof Access.Lost lost)) {
            return;
        }
        for (var loss : scenario().organisation().access()) {
            if (comesBackByItself(lost, at) || isGivenBack(loss, lost, at)) {
                progress.emit(at, new Event.AccessRegained(say(loss.regained(), at)));
            }
        }
    }

    private boolean comesBackByItself(Access.Lost lost, Instant at) {
        return scenario().organisation().access().stream()
                .flatMap(loss -> loss.after().stream())
                .anyMatch(delay -> lost.since().plus(delay).equals(at));
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
