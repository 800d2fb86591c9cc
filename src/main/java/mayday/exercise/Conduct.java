package mayday.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a drill is led: what the facilitator did, and what people gave back.
 *
 * @param clocks one a team, from the start on
 * @param frozen the scoreboard as it was when it was frozen; none while it is live
 * @param revealed how many places of the final standings everybody has seen
 */
public record Conduct(
        List<TeamClock> clocks,
        List<DrillEvent.HintSent> hints,
        List<DrillEvent.AnsweredByHand> answers,
        List<DrillInject> injects,
        List<Probe> probes,
        Plan.Board board,
        List<Standing> frozen,
        int revealed,
        List<NamedAction> namedActions) {
    public Conduct {
        clocks = List.copyOf(clocks);
        hints = List.copyOf(hints);
        answers = List.copyOf(answers);
        injects = List.copyOf(injects);
        probes = List.copyOf(probes);
        frozen = List.copyOf(frozen);
        namedActions = List.copyOf(namedActions);
    }

    static Conduct before(Plan plan) {
        return new Conduct(
                List.of(), List.of(), List.of(), List.of(), List.of(), plan.board(), List.of(), 0, List.of());
    }

    public Optional<TeamClock> clock(DrillTeamId team) {
        return clocks.stream().filter(each -> each.team().equals(team)).findFirst();
    }

    /** The probe that is being asked, if one is. */
    public Optional<Probe> openProbe() {
        return probes.stream().filter(each -> !each.ended()).findFirst();
    }

    Conduct with(List<TeamClock> others) {
        return new Conduct(others, hints, answers, injects, probes, board, frozen, revealed, namedActions);
    }

    Conduct withClocks(List<DrillTeamId> teams, UnaryOperator<TeamClock> change) {
        return with(clocks.stream()
                .map(each -> teams.contains(each.team()) ? change.apply(each) : each)
                .toList());
    }

    Conduct with(DrillEvent.HintSent hint) {
        return new Conduct(clocks, and(hints, hint), answers, injects, probes, board, frozen, revealed, namedActions);
    }

    Conduct with(DrillEvent.AnsweredByHand answer) {
        return new Conduct(clocks, hints, and(answers, answer), injects, probes, board, frozen, revealed, namedActions);
    }

    Conduct with(DrillEvent.Injected injected) {
        return injects(and(injects, new DrillInject(injected, false)));
    }

    Conduct withdrawn(int number) {
        return injects(injects.stream()
                .map(each -> each.number() == number ? new DrillInject(each.injected(), true) : each)
                .toList());
    }

    private Conduct injects(List<DrillInject> others) {
        return new Conduct(clocks, hints, answers, others, probes, board, frozen, revealed, namedActions);
    }

    /** What was thrown in under a number, if it is still to be. */
    public Optional<DrillInject> inject(int number) {
        return injects.stream()
                .filter(each -> each.number() == number && !each.withdrawn())
                .findFirst();
    }

    Conduct with(Probe probe) {
        return new Conduct(clocks, hints, answers, injects, and(probes, probe), board, frozen, revealed, namedActions);
    }

    Conduct withProbe(int number, UnaryOperator<Probe> change) {
        var changed = probes.stream()
                .map(each -> each.number() == number ? change.apply(each) : each)
                .toList();
        return new Conduct(clocks, hints, answers, injects, changed, board, frozen, revealed, namedActions);
    }

    Conduct shown(Plan.Board to) {
        return new Conduct(clocks, hints, answers, injects, probes, to, frozen, revealed, namedActions);
    }

    Conduct frozen(List<Standing> standings) {
        return new Conduct(clocks, hints, answers, injects, probes, board, standings, revealed, namedActions);
    }

    Conduct revealed(int places) {
        return new Conduct(clocks, hints, answers, injects, probes, board, frozen, places, namedActions);
    }

    /** In place of what the same person named before. */
    Conduct with(NamedAction named) {
        var others = namedActions.stream()
                .filter(each -> !each.person().id().equals(named.person().id()))
                .toList();
        return new Conduct(clocks, hints, answers, injects, probes, board, frozen, revealed, and(others, named));
    }

    private static <T> List<T> and(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }
}
