package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.Dimension;
import mayday.scenario.ServiceId;

/** Turns a question about a log that says which lines are wanted into a search of the whole log. */
final class LogSearch {
    private static final Pattern SPEAKS_OF_LOGS = Pattern.compile("\\blog(?:s| ?lines?| ?entries)?\\b");
    private static final Pattern STATUS_CODE = Pattern.compile("\\\\b[1-5](?:\\d{2}|\\[0-9]\\{2})\\\\b");

    private final FollowUps followUps;

    LogSearch(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** Understands the words that are left when what is looked for is taken out. */
    interface Rest {
        Understanding understand(String rest);
    }

    /** The search; nothing if it is not about a log after all. */
    Optional<Understanding> of(LogWords.Wanted wanted, Conversation conversation, Window window, Rest rest) {
        if (SPEAKS_OF_LOGS.matcher(wanted.rest()).find()) {
            return ofQuestion(wanted, rest.understand(wanted.rest()));
        }
        return isNothing(wanted.rest()) ? ofLast(wanted, conversation, window) : Optional.empty();
    }

    private static Optional<Understanding> ofQuestion(LogWords.Wanted wanted, Understanding understood) {
        if (understood.outcome() == Outcome.ASK_BACK) {
            var chips = understood.suggestions().stream()
                    .map(each ->
                            new Suggestion(each.label(), each.say().replaceAll("\\?+$", "") + " " + wanted.words()))
                    .toList();
            return Optional.of(Replies.askBack(understood.reply(), chips));
        }
        var areLogs = understood.interpretations().stream().allMatch(each -> each.dimension() == Dimension.LOGS);
        if (understood.interpretations().isEmpty()) {
            return understood.outcome() == Outcome.ABSENT ? Optional.of(understood) : Optional.empty();
        }
        return areLogs ? searched(wanted, understood.interpretations()) : Optional.empty();
    }

    /** {@code only 503s} after a log: the same log, searched. After error rates it asks which errors there are. */
    private Optional<Understanding> ofLast(LogWords.Wanted wanted, Conversation conversation, Window window) {
        var last = followUps.again(conversation.last(), Mentions.NONE, window);
        var logs =
                last.stream().filter(each -> each.dimension() == Dimension.LOGS).toList();
        if (!logs.isEmpty()) {
            return searched(wanted, logs);
        }
        var errors = last.stream()
                .filter(each -> each.dimension() == Dimension.ERROR_RATE || each.dimension() == Dimension.ERROR_TYPES)
                .map(each ->
                        new Interpretation(Dimension.ERROR_TYPES, each.targets(), each.window(), each.confidence(), ""))
                .toList();
        var isCode =
                STATUS_CODE.matcher(wanted.text()).matches() || !wanted.level().isEmpty();
        return errors.isEmpty() || !isCode ? Optional.empty() : Optional.of(Understanding.answered(errors));
    }

    private static boolean isNothing(String rest) {
        return rest.replaceAll(
                        "[?!.,]|\\b(?:and|the|show|me|please|now|ok|just|only|lines?|those|ones?|what about|of|them|with)\\b",
                        "")
                .isBlank();
    }

    private static Optional<Understanding> searched(LogWords.Wanted wanted, List<Interpretation> logs) {
        var searches = new ArrayList<Interpretation>();
        for (var each : logs) {
            var service = service(each.targets());
            if (service.isPresent()) {
                var before = each.command();
                var command = before.startsWith("journalctl ")
                        ? before + wanted.filter()
                        : wanted.command(service.get().value(), each.window());
                searches.add(new Interpretation(
                        each.dimension(), each.targets(), each.window(), each.confidence(), "", command));
            }
        }
        return searches.isEmpty() ? Optional.empty() : Optional.of(Understanding.answered(searches));
    }

    private static Optional<ServiceId> service(List<Target> targets) {
        for (var target : targets) {
            switch (target) {
                case Target.OfService(var service) -> {
                    return Optional.of(service);
                }
                case Target.OfNode(var service, var _) -> {
                    return Optional.of(service);
                }
                case Target.OfHost(var service, var _, var _) -> {
                    return Optional.of(service);
                }
                case Target.OfRegion _, Target.OfTeam _ -> {}
            }
        }
        return Optional.empty();
    }
}
