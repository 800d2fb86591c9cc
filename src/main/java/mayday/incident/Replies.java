package mayday.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
                .filter(reply ->
                        reply.causes().isEmpty() || reply.causes().stream().anyMatch(incident.cause()::isOrHas))
                .map(reply -> Sayings.say(incident, reply.text(), incident.now()))
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
                at,
                text -> Sayings.say(incident, text, at),
                Sayings.costs(incident, at));
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
            case Action.Scale _,
                    Action.Restart _,
                    Action.DrainRegion _,
                    Action.ReturnRegion _,
                    Action.ShedLoad _,
                    Action.FailOver _,
                    Action.FlushCache _,
                    Action.FlushDns _,
                    Action.RenewCertificate _,
                    Action.StopJob _,
                    Action.KillQuery _,
                    Action.BlockClient _,
                    Action.UnblockClient _,
                    Action.FreezeAutomation _,
                    Action.UnfreezeAutomation _,
                    Action.TakeOutHost _,
                    Action.ReturnHost _,
                    Action.RestartHost _,
                    Action.Own _ ->
                // Not a change that a change log would list.
                Optional.empty();
        };
    }

    /** What was tried so far, by the learner and by agents. */
    private static List<String> tried(Incident incident) {
        return Stream.concat(incident.actions().stream(), incident.world().others().stream())
                .sorted(Comparator.comparing(StartedAction::startedAt))
                .map(started -> CLOCK.format(started.startedAt()) + " " + Reports.title(started.action())
                        + (incident.actions().contains(started)
                                ? ""
                                : ", by " + started.by().name())
                        + switch (started.progress()) {
                            case RUNNING -> " (running)";
                            case COMPLETED -> " (done " + CLOCK.format(started.completesAt()) + ")";
                            case CANCELLED -> " (stopped)";
                        })
                .toList();
    }
}
