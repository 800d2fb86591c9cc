package mayday.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mayday.scenario.Action;
import mayday.scenario.Agent;
import mayday.scenario.AgentId;
import mayday.scenario.Scenario;

/** Automations and colleagues that act by themselves: when they do, and what they have done. */
final class Agents {
    private Agents() {}

    /** An agent as somebody who does something. */
    static Participant participant(Scenario scenario, AgentId id) {
        var title = scenario.particulars().agent(id).map(Agent::title).orElse(id.value());
        return new Participant("agent-" + id, title);
    }

    /** When agents act by the clock. */
    static void moments(Scenario scenario, Dues dues) {
        for (var agent : scenario.particulars().agents()) {
            if (agent.start() instanceof Agent.Start.At) {
                moments(agent).forEach(dues::put);
            }
        }
    }

    private static List<Instant> moments(Agent agent) {
        return switch (agent.start()) {
            case Agent.Start.At(var first) ->
                IntStream.range(0, agent.most())
                        .mapToObj(n -> first.plus(agent.againAfter().multipliedBy(n)))
                        .toList();
            case Agent.Start.When _ -> List.of();
        };
    }

    /** Whether it acts at {@code at}, of those whom the clock moves: a moment that passes while it is frozen is lost. */
    static boolean actsByTheClock(Incident incident, Agent agent, Instant at) {
        var moment = moments(agent).indexOf(at);
        return moment >= 0 && mayAct(incident, agent, moment, at);
    }

    /** Whether it acts at {@code at}, one of the ten-second looks, of those that watch something. */
    static boolean actsOnWhatItSees(Incident incident, Agent agent, Instant at) {
        // What is known at once comes first: this is looked at every ten seconds.
        if (!(agent.start() instanceof Agent.Start.When(var condition))
                || !isConcerned(incident, agent)
                || !Conditions.holds(incident, condition, at)) {
            return false;
        }
        var times = (int) deeds(incident, agent).count();
        var last = deeds(incident, agent).map(StartedAction::startedAt).reduce((_, later) -> later);
        return times < agent.most()
                && mayAct(incident, agent, times, at)
                && last.map(each -> !at.isBefore(each.plus(agent.againAfter()))).orElse(true);
    }

    private static boolean mayAct(Incident incident, Agent agent, int time, Instant at) {
        return deeds(incident, agent).noneMatch(each -> each.progress() == StartedAction.Progress.RUNNING)
                && !isFrozen(incident, agent, at)
                && isConcerned(incident, agent)
                && Draw.unit(incident.opened().seed(), "agent " + agent.id() + " " + time) < agent.chance();
    }

    private static boolean isConcerned(Incident incident, Agent agent) {
        return agent.causes().isEmpty() || agent.causes().stream().anyMatch(incident.cause()::isOrHas);
    }

    /** Frozen automation does nothing; a person cannot be frozen. */
    static boolean isFrozen(Incident incident, Agent agent, Instant at) {
        var frozen = false;
        for (var each : incident.actions()) {
            if (each.progress() == StartedAction.Progress.COMPLETED
                    && !each.completesAt().isAfter(at)) {
                if (each.action() instanceof Action.FreezeAutomation(var id) && id.equals(agent.id())) {
                    frozen = true;
                }
                if (each.action() instanceof Action.UnfreezeAutomation(var id) && id.equals(agent.id())) {
                    frozen = false;
                }
            }
        }
        return frozen && agent.kind() == Agent.Kind.AUTOMATION;
    }

    private static Stream<StartedAction> deeds(Incident incident, Agent agent) {
        var id = "agent-" + agent.id();
        return incident.world().others().stream().filter(each -> each.by().id().equals(id));
    }
}
