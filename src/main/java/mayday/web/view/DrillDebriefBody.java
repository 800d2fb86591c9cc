package mayday.web.view;

import java.util.List;

/** The debrief of all teams as the API and the export send it. */
public record DrillDebriefBody(
        String id,
        String title,
        String scenario,
        String cause,
        String explanation,
        StandingsView standings,
        List<Team> teams,
        List<DrillDebriefView.Difference> askedByOnlySome,
        List<DrillDebriefView.ProbeView> probes,
        List<ConsoleView.LogLine> interruptions,
        String myAction,
        List<DrillDebriefView.Named> namedActions) {
    public DrillDebriefBody {
        teams = List.copyOf(teams);
        askedByOnlySome = List.copyOf(askedByOnlySome);
        probes = List.copyOf(probes);
        interruptions = List.copyOf(interruptions);
        namedActions = List.copyOf(namedActions);
    }

    /** A team with its moves. */
    public record Team(
            String id,
            String name,
            String status,
            int interruptions,
            List<DrillDebriefView.Moved> moves,
            List<Person> people) {
        public Team {
            moves = List.copyOf(moves);
            people = List.copyOf(people);
        }
    }

    /** What somebody contributed; no score. */
    public record Person(String name, String role, int questions, int actions, int updates, int hypotheses) {}

    public static DrillDebriefBody of(DrillDebriefView view) {
        return new DrillDebriefBody(
                view.id(),
                view.title(),
                view.scenario(),
                view.cause(),
                view.explanation(),
                view.standings(),
                view.lanes().stream().map(DrillDebriefBody::team).toList(),
                view.differences(),
                view.probes(),
                view.interruptions(),
                view.mine(),
                view.named());
    }

    private static Team team(DrillDebriefView.Lane lane) {
        return new Team(
                lane.id(),
                lane.name(),
                lane.status(),
                lane.interruptions(),
                lane.moves(),
                lane.people().stream()
                        .map(each -> new Person(
                                each.name(),
                                each.role(),
                                each.questions(),
                                each.actions(),
                                each.updates(),
                                each.hypotheses()))
                        .toList());
    }
}
