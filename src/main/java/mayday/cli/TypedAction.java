package mayday.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.incident.ApprovalGate;
import mayday.incident.Command;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Reports;
import mayday.scenario.Action;
import mayday.web.view.Format;

/** An action as it is typed after {@code /do}, what is asked before it is started, and what there is to choose from. */
final class TypedAction {
    /** Between an action and what is expected of it. */
    private static final String EXPECTING = "--";

    private TypedAction() {}

    static SlashCommand parse(List<String> words, Incident incident, Participant by) {
        if (words.isEmpty()) {
            return new SlashCommand.Mistake("/do what? Such as /do roll-back checkout. /menu lists the actions.");
        }
        var arguments = new HashMap<String, String>();
        var target = "";
        var dashes = words.contains(EXPECTING) ? words.indexOf(EXPECTING) : words.size();
        var expectation = SlashCommand.rest(words, dashes + 1);
        for (var word : words.subList(1, Math.max(1, dashes))) {
            var equals = word.indexOf('=');
            if (equals > 0) {
                arguments.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                target = word;
            }
        }
        return switch (ActionRequest.parse(incident.scenario(), words.getFirst(), target, arguments)) {
            case ActionRequest.Rejected(var _, var refusal) -> new SlashCommand.Mistake(refusal.reason());
            case ActionRequest.Parsed(var action) -> {
                var takes = incident.scenario().takes(action);
                var question = String.format(
                        Locale.ROOT,
                        "%s? Takes %s to %s; blast radius: %s.%s%s%s",
                        Reports.title(action),
                        Format.length(takes.least()),
                        Format.length(takes.most()),
                        incident.scenario().blastWords(action),
                        undoable(incident, words.getFirst()),
                        approval(incident, action),
                        running(incident));
                yield new SlashCommand.Move(new Command.Act(by, action, expectation), question);
            }
        };
    }

    private static String undoable(Incident incident, String id) {
        return ActionMenu.of(incident.scenario()).items().stream()
                .filter(item -> item.id().equals(id))
                .map(item -> item.undoable() ? " Can be undone by the opposite action." : " Cannot be undone.")
                .collect(Collectors.joining());
    }

    private static String running(Incident incident) {
        return incident.runningActions().stream()
                .map(each -> " " + each.id() + ", " + Reports.title(each.action()) + ", is still running.")
                .collect(Collectors.joining());
    }

    private static String approval(Incident incident, Action action) {
        return ApprovalGate.before(action, incident.scenario())
                .map(gate -> " It needs the approval of " + gate.team().title() + " and starts when they consent.")
                .orElse("");
    }

    /** Every action with its length, blast radius, arguments and targets, in columns. */
    static List<String> menu(Incident incident) {
        var rows = new ArrayList<List<String>>();
        for (var item : ActionMenu.of(incident.scenario()).items()) {
            var arguments =
                    item.arguments().stream().map(ActionMenu.Argument::name).toList();
            rows.add(List.of(
                    item.id(),
                    Format.length(item.takes().least()) + "–"
                            + Format.length(item.takes().most()),
                    item.blastWords(),
                    String.join(" ", arguments),
                    String.join(" ", item.targets())));
        }
        return EvidenceText.columns(List.of("action", "takes", "blast radius", "arguments", "targets"), rows);
    }
}
