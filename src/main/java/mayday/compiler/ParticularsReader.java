package mayday.compiler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.scenario.ActionKind;
import mayday.scenario.Client;
import mayday.scenario.ClientId;
import mayday.scenario.Particulars;

/** Reads what a scenario adds to the ordinary running of its system: variables, actions, agents, clients. */
final class ParticularsReader {
    private static final int MOST_CLIENTS = 40;

    private final Topology topology;
    private final Vocabulary vocabulary;
    private final ConditionReader conditions;
    private final WordingReader wordings;
    private final Problems problems;

    ParticularsReader(
            Topology topology,
            Vocabulary vocabulary,
            ConditionReader conditions,
            WordingReader wordings,
            Problems problems) {
        this.topology = topology;
        this.vocabulary = vocabulary;
        this.conditions = conditions;
        this.wordings = wordings;
        this.problems = problems;
    }

    /**
     * All of it.
     *
     * @param durations to which those of generic actions are added
     */
    Particulars read(Fields scenario, Instant pagedAt, Known causes, Map<ActionKind, ActionKind.Takes> durations) {
        var actions = new ActionReader(topology, vocabulary, vocabulary.flags(), problems);
        var effects = new EffectReader(topology, problems);
        var variables = new VariableReader(conditions, actions, problems).read(scenario);
        var ownReader = new OwnActionReader(effects, conditions, wordings, vocabulary, problems);
        var own = new ArrayList<>(ownReader.read(scenario));
        durations.putAll(ownReader.durations());
        var agentReader = new AgentReader(pagedAt, effects, conditions, actions, wordings, own, causes, problems);
        var agents = agentReader.read(scenario);
        own.addAll(agentReader.ofAgents());
        return new Particulars(variables, own, ownReader.rules(), agents, clients(scenario), wordings.all());
    }

    private List<Client> clients(Fields scenario) {
        var entries = scenario.named("clients");
        if (entries.size() > MOST_CLIENTS) {
            problems.error(
                    scenario.placeOf("clients"), "too-many", "a scenario has at most " + MOST_CLIENTS + " clients");
        }
        var clients = new ArrayList<Client>();
        for (var entry : entries) {
            var fields = Fields.of(entry, "client", problems);
            clients.add(new Client(
                    new ClientId(entry.key().text()), fields.line("title"), fields.number("share", Range.ratio())));
            fields.end();
        }
        var sum = clients.stream().mapToDouble(Client::share).sum();
        if (sum > 1 + 1e-6) {
            problems.error(
                    scenario.placeOf("clients"),
                    "chances-over-one",
                    "the clients' shares add up to " + Measure.RATIO.written(sum),
                    "make it 100 % or less; the rest is everybody else");
        }
        return clients;
    }
}
