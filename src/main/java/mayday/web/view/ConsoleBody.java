package mayday.web.view;

import java.util.List;
import mayday.exercise.Drill;

/** The console as the API sends it: what the page shows, without its drawings. For facilitators only. */
public record ConsoleBody(
        String id,
        String title,
        String stage,
        ConsoleView.Clock clock,
        List<Team> teams,
        StandingsView board,
        boolean boardForEveryone,
        List<String> cause,
        List<ConsoleView.Prepared> prepared,
        List<ConsoleView.Help> stuck,
        List<ConsoleView.Unanswered> questions,
        List<ConsoleView.Planned> planned,
        String probe,
        List<ConsoleView.LogLine> log) {
    public ConsoleBody {
        teams = List.copyOf(teams);
        cause = List.copyOf(cause);
        prepared = List.copyOf(prepared);
        stuck = List.copyOf(stuck);
        questions = List.copyOf(questions);
        planned = List.copyOf(planned);
        log = List.copyOf(log);
    }

    /** A team. */
    public record Team(
            String id,
            String name,
            String incident,
            String state,
            boolean paused,
            boolean over,
            List<String> reached,
            List<TeamView.Held> held,
            List<TeamView.Uncertainty> uncertainty,
            TeamView.Updates updates,
            List<String> unasked,
            List<TeamView.Move> moves,
            List<TeamView.Sitting> seats) {
        public Team {
            reached = List.copyOf(reached);
            held = List.copyOf(held);
            uncertainty = List.copyOf(uncertainty);
            unasked = List.copyOf(unasked);
            moves = List.copyOf(moves);
            seats = List.copyOf(seats);
        }

        static Team of(TeamView view) {
            return new Team(
                    view.id(),
                    view.name(),
                    view.incident(),
                    view.state(),
                    view.paused(),
                    view.over(),
                    view.steps().stream()
                            .filter(each -> each.look().equals("done"))
                            .map(TeamView.Step::title)
                            .toList(),
                    view.held(),
                    view.uncertainty(),
                    view.updates(),
                    view.unasked(),
                    view.moves(),
                    view.seats());
        }
    }

    public static ConsoleBody of(ConsoleView view) {
        return new ConsoleBody(
                view.id(),
                view.title(),
                view.stage(),
                view.clock(),
                view.teams().stream().map(Team::of).toList(),
                view.board(),
                view.everyone(),
                view.truth(),
                view.prepared(),
                view.stuck(),
                view.questions(),
                view.planned(),
                view.probe(),
                view.log());
    }

    /** How far a drill is, in a word. */
    public static String stage(Drill drill) {
        return ConsoleView.stage(drill);
    }
}
