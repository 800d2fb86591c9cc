package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.Approval;
import mayday.scenario.Team;
import mayday.scenario.TeamId;

/** How long people take to answer: slower outside their hours, and slower when they are tired. */
final class Answering {
    private Answering() {}

    /** From the page to the answer. */
    static Duration page(Incident incident, TeamId team, Instant at) {
        var paged = incident.scenario().system().team(team);
        return tired(incident, paged, Duration.ofSeconds(paged.respondsSeconds(at)), at);
    }

    /** From the request for consent to the answer. */
    static Duration consents(Incident incident, Approval approval, ApprovalId id, Instant at) {
        if (approval.answers().isEmpty()) {
            return page(incident, approval.team(), at);
        }
        var takes = approval.answers().getFirst();
        var spread = takes.most().minus(takes.least()).toSeconds();
        var drawn = Math.round(spread * Draw.unit(incident.opened().seed(), "approval " + id));
        var team = incident.scenario().system().team(approval.team());
        return tired(incident, team, takes.least().plusSeconds(drawn), at);
    }

    private static Duration tired(Incident incident, Team team, Duration fresh, Instant at) {
        var earlier = pagesOf(incident, team, at);
        var fatigue = team.fatigue();
        var tired = earlier.size() >= fatigue.pages()
                || (!earlier.isEmpty() && !at.isBefore(earlier.getFirst().plus(fatigue.after())));
        return tired ? Duration.ofSeconds(Math.round(fresh.toSeconds() * fatigue.slower())) : fresh;
    }

    /** When the person who is on call was paged or asked; whoever takes over is fresh. */
    private static List<Instant> pagesOf(Incident incident, Team team, Instant at) {
        var onCall = team.onCall(at);
        return incident.history().stream()
                .filter(each -> involves(each.event(), team.id()))
                .map(Recorded::at)
                .filter(each -> team.onCall(each).equals(onCall))
                .toList();
    }

    /** Whether the team has had to do with the incident. */
    static boolean isInvolved(Incident incident, TeamId team) {
        return incident.history().stream().anyMatch(each -> involves(each.event(), team));
    }

    private static boolean involves(Event event, TeamId team) {
        return (event instanceof Event.Escalated escalated && escalated.team().equals(team))
                || (event instanceof Event.ApprovalRequested asked
                        && asked.team().equals(team));
    }
}
