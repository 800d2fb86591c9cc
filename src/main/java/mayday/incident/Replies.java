package mayday.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.evidence.Answers;
import mayday.evidence.Circumstances;
import mayday.evidence.Circumstances.LearnerChange;
import mayday.evidence.Evidence;
import mayday.evidence.Observation;
import mayday.scenario.Action;
import mayday.scenario.ChangeKind;
import mayday.scenario.TeamId;

/** What comes back to the learner: answers to questions, and what people say when they are paged. */
final class Replies {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Replies() {}

    /** The answer to a question at the instant at which it arrives. */
    static Event.QuestionAnswered answer(
            Incident incident, QuestionId question, Understanding understanding, Instant at) {
        var texts = new ArrayList<String>();
        if (!understanding.reply().isEmpty()) {
            texts.add(understanding.reply());
        }
        var evidence = new ArrayList<Evidence>();
        var observations = new ArrayList<Observation>();
        var circumstances = circumstances(incident, at);
        for (var interpretation : understanding.interpretations()) {
            var number = incident.board().cards().size() + evidence.size() + 1;
            var answer = Answers.answer(circumstances, interpretation, number);
            texts.add(answer.text());
            evidence.addAll(answer.evidence());
            observations.addAll(answer.observations());
        }
        return new Event.QuestionAnswered(question, String.join(" ", texts), evidence, observations);
    }

    /** What the person on call of {@code team} says. */
    static Event.ReplyReceived reply(Incident incident, TeamId team) {
        var scenario = incident.scenario();
        var person = scenario.system().team(team).onCall();
        var text = scenario.replies().stream()
                .filter(reply -> reply.team().equals(team))
                .filter(reply -> reply.causes().isEmpty()
                        || reply.causes().contains(incident.opened().cause()))
                .map(reply -> reply.text())
                .findFirst()
                .orElse("On it. Nothing stands out on our side so far; tell me what you see.");
        return new Event.ReplyReceived(team, person, text);
    }

    static Circumstances circumstances(Incident incident, Instant at) {
        return new Circumstances(
                incident.scenario(),
                incident.cause(),
                incident.world().passages(),
                incident.world().trajectory(),
                learnerChanges(incident),
                tried(incident),
                incident.opened().seed(),
                at);
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
                .map(started -> CLOCK.format(started.startedAt()) + " " + Reports.title(started.action())
                        + switch (started.progress()) {
                            case RUNNING -> " (running)";
                            case COMPLETED -> " (done " + CLOCK.format(started.completesAt()) + ")";
                            case CANCELLED -> " (stopped)";
                        })
                .toList();
    }
}
