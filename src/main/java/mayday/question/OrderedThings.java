package mayday.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.incident.ActionMenu;
import mayday.scenario.ActionKind;
import mayday.scenario.Client;
import mayday.scenario.Job;
import mayday.scenario.Scenario;

/** Which job, client, automation or flag of a scenario an order names, by whatever words of its name. */
final class OrderedThings {
    private final Scenario scenario;
    private final List<ActionMenu.Item> menu;

    OrderedThings(Scenario scenario, List<ActionMenu.Item> menu) {
        this.scenario = scenario;
        this.menu = menu;
    }

    Optional<Job> job(Orders.Said said) {
        return NameWords.meant(said.words(), scenario.system().jobs(), job -> List.of(job.name(), job.what()));
    }

    Optional<Client> client(Orders.Said said) {
        return NameWords.meant(
                said.words(),
                scenario.particulars().clients(),
                client -> List.of(client.id().value(), client.title()));
    }

    Optional<String> automation(Orders.Said said) {
        var automations = targets(ActionKind.FREEZE_AUTOMATION);
        var titles = scenario.particulars().agents();
        return NameWords.meant(
                said.words(),
                automations,
                id -> Stream.concat(
                                Stream.of(id),
                                titles.stream()
                                        .filter(agent -> agent.id().value().equals(id))
                                        .map(agent -> agent.title()))
                        .toList());
    }

    Optional<String> flag(Orders.Said said) {
        return NameWords.meant(said.words(), targets(ActionKind.SET_FLAG), List::of);
    }

    private List<String> targets(ActionKind kind) {
        return menu.stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .map(ActionMenu.Item::targets)
                .orElse(List.of());
    }
}
