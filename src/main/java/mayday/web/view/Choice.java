package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.scenario.FaultClass;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Team;
import mayday.scenario.Words;

/** Something to choose in a form: what is sent, and what is shown. */
public record Choice(String value, String label) {

    /** What a hypothesis can name as the kind of fault. */
    public static List<Choice> ofFaultClasses() {
        return List.of(FaultClass.values()).stream()
                .map(each -> new Choice(Words.kebab(each), Phrases.capital(each.title())))
                .toList();
    }

    /** Whom one can page. */
    public static List<Choice> ofTeams(SimulatedSystem system, Instant now) {
        return system.teams().stream().map(team -> of(team, now)).toList();
    }

    private static Choice of(Team team, Instant now) {
        return new Choice(
                team.id().value(),
                team.title() + ": " + team.onCall(now).name() + ", answers in about "
                        + Format.length(team.respondsSeconds(now)));
    }
}
