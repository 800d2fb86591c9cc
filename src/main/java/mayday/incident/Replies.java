package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.evidence.Circumstances;
import mayday.evidence.Circumstances.LearnerChange;
import mayday.evidence.Interpretation;
import mayday.scenario.Action;
import mayday.scenario.AuthoredId;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.ChangeKind;
import mayday.scenario.Scenario;
import mayday.scenario.TeamId;

/** What comes back to the learner: answers to questions, and what people say when they are paged. */
final class Replies {
    private Replies() {}

    /** Answers a question at the instant at which the answer arrives, and offers a dearer way where a tool is down. */
    static void answer(Progress progress, QuestionId question, Understanding understanding, Instant at) {
        var lookup = new Lookup(progress.incident(), question, at);
        lookup.say(understanding.reply());
        understanding.interpretations().forEach(lookup::take);
        progress.emit(at, lookup.answered());
        lookup.failure().ifPresent(failure -> progress.emit(at, failure));
    }

    /** How long the slowest of the author's own questions among the readings takes somebody else to answer. */
    static Duration slowest(Scenario scenario, Understanding understanding) {
        return understanding.interpretations().stream()
                .flatMap(read -> scenario.questions().stream()
                        .filter(question -> question.id().value().equals(read.authored())))
                .map(AuthoredQuestion::takes)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The dearer way that was offered for a question and has not been taken. */
    static Optional<Event.LookupFailed> offered(Incident incident, QuestionId question) {
        var taken = incident.history().stream()
                .anyMatch(each -> each.event() instanceof Event.FallbackTaken already
                        && already.question().equals(question));
        return incident.history().stream()
                .filter(_ -> !taken)
                .flatMap(each -> each.event() instanceof Event.LookupFailed failure
                                && failure.question().equals(question)
                                && failure.offersAnotherWay()
                        ? Stream.of(failure)
                        : Stream.of())
                .findFirst();
    }

    /** What the person on call of {@code team} says. */
    static Event.ReplyReceived reply(Incident incident, TeamId team, Instant at) {
        var scenario = incident.scenario();
        var person = scenario.system().team(team).onCall(at).name();
        var text = scenario.replies().stream()
                .filter(reply -> reply.team().equals(team))
                .filter(reply -> Spells.isNow(incident, reply.occasion(), at))
                .map(reply -> Sayings.say(incident, reply.text(), at))
                .findFirst()
                .orElse("On it. Nothing stands out on our side so far; tell me what you see.");
        return new Event.ReplyReceived(team, person, text);
    }

    /** What decides answers that speak up to {@code asOf}: nothing later is in them. */
    static Circumstances circumstances(Incident incident, Instant asOf) {
        var begun = incident.world().passages().stream()
                .filter(passage -> !passage.enteredAt().isAfter(asOf))
                .toList();
        return new Circumstances(
                incident.scenario(),
                incident.cause(),
                begun,
                incident.world().trajectory(),
                learnerChanges(incident).stream()
                        .filter(change -> !change.at().isAfter(asOf))
                        .toList(),
                tried(incident, asOf),
                incident.opened().seed(),
                asOf,
                barred(incident, asOf),
                text -> Sayings.say(incident, text, asOf),
                Sayings.costs(incident, asOf));
    }

    /** Whether a reading is of an author's question whose prerequisite does not hold. */
    static boolean isBarred(Incident incident, Interpretation interpretation, Instant at) {
        return barred(incident, at).stream().anyMatch(id -> id.value().equals(interpretation.authored()));
    }

    private static List<AuthoredId> barred(Incident incident, Instant at) {
        return incident.scenario().questions().stream()
                .filter(question -> !Spells.all(incident, question.requires(), at))
                .map(AuthoredQuestion::id)
                .toList();
    }

    /** What actions changed, as a change log would list it: the learner's, and those of agents under their names. */
    private static List<LearnerChange> learnerChanges(Incident incident) {
        var changes = new ArrayList<LearnerChange>();
        incident.actions().forEach(started -> change(started, "you").ifPresent(changes::add));
        incident.world()
                .others()
                .forEach(started -> change(started, started.by().name()).ifPresent(changes::add));
        changes.sort(Comparator.comparing(LearnerChange::at));
        return changes;
    }

    private static Optional<LearnerChange> change(StartedAction started, String by) {
        if (started.progress() != StartedAction.Progress.COMPLETED) {
            return Optional.empty();
        }
        var at = started.completesAt();
        return switch (started.action()) {
            case Action.RollBack(var service, var where) ->
                Optional.of(new LearnerChange(
                        at,
                        ChangeKind.RELEASE,
                        service.value(),
                        "rolled back to the previous version, " + where.words(),
                        by));
            case Action.RevertConfig(var service) ->
                Optional.of(new LearnerChange(
                        at, ChangeKind.CONFIG, service.value(), "latest configuration change reverted", by));
            case Action.SetFlag(var flag, var on) ->
                Optional.of(new LearnerChange(at, ChangeKind.FLAG, flag, "turned " + (on ? "on" : "off"), by));
            case Action.UseResolver(var service, var resolver) ->
                Optional.of(new LearnerChange(
                        at, ChangeKind.CONFIG, service.value(), "names are looked up through " + resolver, by));
            case Action.Scale(var service, var where, var replicas)
            when !by.equals("you") ->
                Optional.of(new LearnerChange(
                        at,
                        ChangeKind.INFRASTRUCTURE,
                        service.value(),
                        "scaled to " + replicas + " replicas, " + where.words(),
                        by));
            case Action.Restart(var service, var where)
            when !by.equals("you") ->
                Optional.of(new LearnerChange(
                        at, ChangeKind.INFRASTRUCTURE, service.value(), "restarted, " + where.words(), by));
            case Action.Own own
            when !by.equals("you") ->
                Optional.of(new LearnerChange(at, ChangeKind.INFRASTRUCTURE, own.target(), own.title(), by));
            case Action.Upkeep _, Action.Renewal _, Action.Routing _, Action.Own _ ->
                // Not a change that a change log would list.
                Optional.empty();
        };
    }

    /** What was tried up to {@code asOf}, by the learner and by agents; what ended later was still running. */
    private static List<String> tried(Incident incident, Instant asOf) {
        return Stream.concat(incident.actions().stream(), incident.world().others().stream())
                .filter(started -> !started.startedAt().isAfter(asOf))
                .sorted(Comparator.comparing(StartedAction::startedAt))
                .map(started -> Times.clock(started.startedAt()) + " " + Reports.title(started.action())
                        + (incident.actions().contains(started)
                                ? ""
                                : ", by " + started.by().name())
                        + switch (progress(incident, started, asOf)) {
                            case RUNNING -> " (running)";
                            case COMPLETED -> " (done " + Times.clock(started.completesAt()) + ")";
                            case CANCELLED -> " (stopped)";
                        })
                .toList();
    }

    private static StartedAction.Progress progress(Incident incident, StartedAction started, Instant asOf) {
        return Facts.isRunning(incident, started, asOf) ? StartedAction.Progress.RUNNING : started.progress();
    }
}
