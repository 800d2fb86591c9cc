package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
                .map(reply -> reply.text())
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
                tried(incident),
                incident.opened().seed(),
                asOf,
                barred(incident, asOf));
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

    private static List<LearnerChange> learnerChanges(Incident incident) {
        var changes = new ArrayList<LearnerChange>();
        for (var started : incident.actions()) {
            if (started.progress() == StartedAction.Progress.COMPLETED) {
                switch (started.action()) {
                    case Action.RollBack(var service, var where) ->
                        changes.add(new LearnerChange(
                                started.completesAt(),
                                ChangeKind.RELEASE,
                                service.value(),
                                "rolled back to the previous version, " + where.words()));
                    case Action.RevertConfig(var service) ->
                        changes.add(new LearnerChange(
                                started.completesAt(),
                                ChangeKind.CONFIG,
                                service.value(),
                                "latest configuration change reverted"));
                    case Action.SetFlag(var flag, var on) ->
                        changes.add(new LearnerChange(
                                started.completesAt(), ChangeKind.FLAG, flag, "turned " + (on ? "on" : "off")));
                    case Action.Scale _,
                            Action.Restart _,
                            Action.DrainRegion _,
                            Action.ReturnRegion _,
                            Action.ShedLoad _,
                            Action.FailOver _,
                            Action.FlushCache _,
                            Action.FlushDns _,
                            Action.RenewCertificate _ -> {
                        // Not a change that a change log would list.
                    }
                }
            }
        }
        return changes;
    }

    private static List<String> tried(Incident incident) {
        return incident.actions().stream()
                .map(started -> Wording.clock(started.startedAt()) + " " + Reports.title(started.action())
                        + switch (started.progress()) {
                            case RUNNING -> " (running)";
                            case COMPLETED -> " (done " + Wording.clock(started.completesAt()) + ")";
                            case CANCELLED -> " (stopped)";
                        })
                .toList();
    }
}
