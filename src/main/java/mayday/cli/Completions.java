package mayday.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mayday.incident.ActionMenu;
import mayday.incident.Incident;
import mayday.incident.StartedAction;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;
import mayday.scenario.RegionId;
import mayday.scenario.Severity;
import mayday.scenario.Words;

/** What the word at the end of a line can be: moves, and what is known of the incident. Nothing of it tells anything about the cause. */
final class Completions {
    private static final List<String> CONFIDENCES = List.of("20", "40", "60", "80", "95");
    private static final List<String> LENGTHS = List.of("30s", "1m", "2m", "3m", "5m", "10m");

    private Completions() {}

    /** @param line as far as it is typed; what comes after its last blank is to be completed */
    static List<String> of(String line, Incident incident) {
        var words = Arrays.asList(line.split(" ", -1));
        var begun = words.getLast();
        var before = words.subList(0, words.size() - 1).stream()
                .filter(word -> !word.isEmpty())
                .toList();
        var known = before.isEmpty()
                ? begun.startsWith("/") ? SlashHelp.verbs() : places(incident)
                : before.getFirst().startsWith("/") ? arguments(before, incident) : places(incident);
        return known.filter(word -> word.regionMatches(true, 0, begun, 0, begun.length()))
                .distinct()
                .toList();
    }

    private static Stream<String> arguments(List<String> before, Incident incident) {
        var place = before.size();
        return switch (before.getFirst()) {
            case "/do" -> action(before, incident);
            case "/think" ->
                switch (place) {
                    case 1 -> Stream.of(FaultClass.values()).map(Words::kebab);
                    case 2 -> places(incident);
                    case 3 -> CONFIDENCES.stream();
                    default -> places(incident);
                };
            case "/sure" -> place == 1 ? hypotheses(incident) : CONFIDENCES.stream();
            case "/out", "/confirm", "/reopen" -> place == 1 ? hypotheses(incident) : evidence(incident);
            case "/link" ->
                place == 1 ? evidence(incident) : place == 2 ? Stream.of("for", "against") : hypotheses(incident);
            case "/show" -> evidence(incident);
            case "/stop" ->
                incident.runningActions().stream().map(StartedAction::id).map(Object::toString);
            case "/sev" -> Stream.of(Severity.values()).map(Severity::name);
            case "/update" -> place == 1 ? Stream.of(Audience.values()).map(Words::kebab) : places(incident);
            case "/page" ->
                incident.scenario().system().teams().stream()
                        .map(team -> team.id().value());
            case "/reply" ->
                incident.people().open().stream().map(message -> message.id().value());
            case "/wait" -> LENGTHS.stream();
            default -> Stream.of();
        };
    }

    private static Stream<String> action(List<String> before, Incident incident) {
        var items = ActionMenu.of(incident.scenario()).items();
        if (before.size() == 1) {
            return items.stream().map(ActionMenu.Item::id);
        }
        return items.stream()
                .filter(item -> item.id().equals(before.get(1)))
                .flatMap(item -> before.size() == 2 && item.needsTarget()
                        ? item.targets().stream()
                        : item.arguments().stream().flatMap(Completions::argument));
    }

    private static Stream<String> argument(ActionMenu.Argument argument) {
        return switch (argument) {
            case ActionMenu.Argument.Choice(var name, var choices, var _) ->
                choices.stream().map(choice -> name + "=" + choice);
            case ActionMenu.Argument.Whole(var name, var _, var _, var usual) -> Stream.of(name + "=" + usual);
        };
    }

    private static Stream<String> places(Incident incident) {
        var system = incident.scenario().system();
        var places = new ArrayList<String>();
        system.services().forEach(service -> places.add(service.id().value()));
        system.regionIds().stream().map(RegionId::value).forEach(places::add);
        return places.stream();
    }

    private static Stream<String> hypotheses(Incident incident) {
        return incident.board().hypotheses().stream().map(each -> each.id().value());
    }

    private static Stream<String> evidence(Incident incident) {
        return incident.board().cards().stream()
                .map(card -> card.evidence().id().value());
    }
}
