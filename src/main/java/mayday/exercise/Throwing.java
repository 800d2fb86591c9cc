package mayday.exercise;

import static mayday.exercise.DrillChecks.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.exercise.DrillDecider.Answer;
import mayday.incident.Inject;
import mayday.incident.Limits;

/** What a facilitator throws into the teams' incidents. Whether a fault can be added is the incident's to say. */
final class Throwing {
    private Throwing() {}

    static Answer in(Drill drill, DrillCommand.Throw inject, Instant now) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return Leading.notRunning(drill);
        }
        var number = drill.conduct().injects().size() + 1;
        if (number > DrillLimits.INJECTS) {
            return refused("limit-reached", "A drill has at most " + DrillLimits.INJECTS + " injects.");
        }
        var teams = DrillChecks.meant(drill, inject.teams()).stream().distinct().toList();
        return DrillChecks.unknownTeam(drill, inject.teams())
                .or(() -> words(inject.inject()))
                .or(() -> time(drill, teams, inject.after(), now))
                .orElseGet(() -> new Answer.Yes(
                        List.of(new DrillEvent.Injected(number, teams, inject.inject(), inject.after(), inject.by()))));
    }

    private static Optional<Answer> words(Inject inject) {
        return switch (inject) {
            case Inject.Message(var from, var text, var within) ->
                needed("sender", from, Limits.NAME_CHARACTERS)
                        .or(() -> needed("message", text, Limits.INJECT_CHARACTERS))
                        .or(() -> within.stream()
                                .filter(each -> !isSomeMinutes(each))
                                .findFirst()
                                .map(_ -> minutes("An answer is wanted within")));
            case Inject.Alert(var text) -> needed("alert", text, Limits.INJECT_CHARACTERS);
            case Inject.Fault _ -> Optional.empty();
            case Inject.ToolOutage(var _, var length) ->
                isSomeMinutes(length) ? Optional.empty() : Optional.of(minutes("An outage lasts"));
        };
    }

    private static Optional<Answer> needed(String what, String text, int most) {
        return text.isBlank()
                ? Optional.of(refused("empty", "The " + what + " needs words."))
                : DrillChecks.tooLong(what, text, most);
    }

    private static boolean isSomeMinutes(Duration length) {
        return length.equals(Duration.ofMinutes(length.toMinutes()))
                && length.isPositive()
                && length.compareTo(Limits.LONGEST_INJECT) <= 0;
    }

    private static Answer minutes(String what) {
        return refused("out-of-range", what + " 1 to " + Limits.LONGEST_INJECT.toMinutes() + " whole minutes.");
    }

    private static Optional<Answer> time(Drill drill, List<DrillTeamId> teams, List<Duration> after, Instant now) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        var ran = drill.ran(now);
        var at = after.getFirst();
        if (at.compareTo(ran) <= 0) {
            return Optional.of(refused(
                    "too-late",
                    "Minute " + at.toMinutes() + " has gone by: the drill is in minute " + ran.toMinutes()
                            + ". Send it now, or name a later minute."));
        }
        var shortest = teams.stream()
                .flatMap(team -> drill.conduct().clock(team).stream())
                .map(clock -> drill.plan().limit().plus(clock.extended()))
                .min(Duration::compareTo)
                .orElse(drill.plan().limit());
        return at.compareTo(shortest) < 0
                ? Optional.empty()
                : Optional.of(refused(
                        "too-late",
                        "The time runs out in minute " + shortest.toMinutes()
                                + ", before this would arrive. Name an earlier minute, or give more time first."));
    }

    static Answer withdraw(Drill drill, DrillCommand.WithdrawInject withdraw, Instant now) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return Leading.notRunning(drill);
        }
        var waits = drill.conduct()
                .inject(withdraw.number())
                .flatMap(each -> each.injected().after().stream().findFirst())
                .filter(after -> after.compareTo(drill.ran(now)) > 0)
                .isPresent();
        return waits
                ? new Answer.Yes(List.of(new DrillEvent.InjectWithdrawn(withdraw.number(), withdraw.by())))
                : refused(
                        "too-late",
                        "No inject " + withdraw.number() + " is waiting: it has arrived, was withdrawn, or never was.");
    }
}
