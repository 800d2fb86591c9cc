package mayday.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import mayday.exercise.Drill;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Probe;
import mayday.scenario.Words;

/** What came of a drill's probes: how far people of a team agreed, and how far they were right, by level of situation awareness. */
final class ProbeResults {
    private ProbeResults() {}

    static List<DrillDebriefView.ProbeView> of(Drill drill) {
        return drill.conduct().probes().stream().map(each -> of(drill, each)).toList();
    }

    private static DrillDebriefView.ProbeView of(Drill drill, Probe probe) {
        var rows = new ArrayList<DrillDebriefView.ProbeView.Row>();
        for (var team : drill.teams()) {
            for (var level : Probe.Level.values()) {
                rows.add(row(probe, team.id(), team.name(), level));
            }
        }
        return new DrillDebriefView.ProbeView(probe.number(), rows);
    }

    private static DrillDebriefView.ProbeView.Row row(Probe probe, DrillTeamId team, String name, Probe.Level level) {
        var answers = probe.answers().stream()
                .filter(each -> each.team().equals(team))
                .toList();
        var truth =
                probe.truths().stream().filter(each -> each.team().equals(team)).findFirst();
        var shared = 0.0;
        var right = 0.0;
        var questions = 0;
        for (var i = 0; i < probe.questions().size(); i++) {
            if (probe.questions().get(i).level() == level) {
                var question = i;
                questions++;
                shared += agreeing(answers, question);
                right += answers.stream()
                        .filter(each -> truth.filter(is -> is.choices()
                                        .get(question)
                                        .equals(each.choices().get(question)))
                                .isPresent())
                        .count();
            }
        }
        var asked = (double) questions * answers.size();
        return new DrillDebriefView.ProbeView.Row(
                name,
                Words.kebab(level),
                answers.size(),
                // One person agrees with themselves: that says nothing.
                answers.size() < 2 ? "–" : percent(shared / asked),
                answers.isEmpty() ? "–" : percent(right / asked));
    }

    /** How many gave the answer that most gave; "I do not know" is no answer to agree on. */
    private static long agreeing(List<Probe.Answer> answers, int question) {
        return answers.stream()
                .map(each -> each.choices().get(question))
                .filter(choice -> choice != Probe.DO_NOT_KNOW)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
