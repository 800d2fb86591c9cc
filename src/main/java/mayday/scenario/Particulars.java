package mayday.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario adds to the ordinary running of its system.
 *
 * @param rules by the id of an action, generic or own
 * @param wordings the texts of the scenario that have figures in them, by the text as it was written
 */
public record Particulars(
        List<Variable> variables,
        List<OwnAction> actions,
        Map<String, ActionRule> rules,
        List<Agent> agents,
        List<Client> clients,
        Map<String, Wording> wordings) {

    /** Nothing. */
    public static final Particulars NONE =
            new Particulars(List.of(), List.of(), Map.of(), List.of(), List.of(), Map.of());

    public Particulars {
        variables = List.copyOf(variables);
        actions = List.copyOf(actions);
        rules = Map.copyOf(rules);
        agents = List.copyOf(agents);
        clients = List.copyOf(clients);
        wordings = Map.copyOf(wordings);
    }

    public Optional<OwnAction> action(OwnActionId id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    public Optional<Agent> agent(AgentId id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    public Optional<Client> client(ClientId id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst();
    }
}
