package mayday.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.compiler.Problem;
import mayday.debrief.Debrief.Elapsed;
import mayday.proof.Proved;
import mayday.proof.Proved.Pair;
import mayday.proof.Proved.Separation;
import mayday.proof.Proved.Solvable;
import mayday.scenario.CauseId;
import mayday.scenario.ChangeId;
import mayday.scenario.ScenarioId;

/** What {@code check --json} prints: durations in whole seconds, names in camel case, as the API has them. */
record ProvedJson(List<Problem> problems, List<OfScenario> scenarios) {

    static ProvedJson of(List<Problem> problems, Map<ScenarioId, Proved> proved) {
        var scenarios = new ArrayList<OfScenario>();
        proved.forEach((id, each) -> scenarios.add(new OfScenario(
                id.value(),
                each.solvable().stream().map(OfCause::of).toList(),
                each.questions().stream().map(OfQuestion::of).toList(),
                each.pairs().stream().map(OfPair::of).toList(),
                each.redHerrings().stream().map(OfRedHerring::of).toList(),
                each.unexplained().stream().map(ChangeId::value).toList())));
        return new ProvedJson(List.copyOf(problems), scenarios);
    }

    /** @param unexplainedChanges of the last day, which no cause and no red herring explains */
    record OfScenario(
            String id,
            List<OfCause> causes,
            List<OfQuestion> questions,
            List<OfPair> pairs,
            List<OfRedHerring> redHerrings,
            List<String> unexplainedChanges) {}

    /** @param mitigatedSeconds -1: never */
    record OfCause(
            String cause,
            boolean solved,
            long closedSeconds,
            long mitigatedSeconds,
            int questions,
            int score,
            int jumper,
            int random) {
        static OfCause of(Solvable each) {
            return new OfCause(
                    each.cause().value(),
                    each.solved(),
                    each.took().toSeconds(),
                    each.mitigated() instanceof Elapsed.After(var after) ? after.toSeconds() : -1,
                    each.questions(),
                    each.expert(),
                    each.jumper(),
                    each.random());
        }
    }

    record OfQuestion(String words, String authored, long takesSeconds, double bits, List<List<String>> groups) {
        static OfQuestion of(Separation each) {
            return new OfQuestion(
                    each.words(),
                    each.authored(),
                    each.takes().toSeconds(),
                    each.bits(),
                    each.groups().stream()
                            .map(group -> group.stream().map(CauseId::value).toList())
                            .toList());
        }
    }

    /** @param words empty: nothing tells them apart */
    record OfPair(String one, String other, String words, long answeredAfterSeconds) {
        static OfPair of(Pair pair) {
            return new OfPair(
                    pair.one().value(),
                    pair.other().value(),
                    pair.soonest().map(Proved.Telling::words).orElse(""),
                    answeredAfter(pair));
        }
    }

    /** @param words empty: nothing rules it out under this cause */
    record OfRedHerring(String redHerring, String cause, String words, long answeredAfterSeconds) {
        static OfRedHerring of(Pair pair) {
            return new OfRedHerring(
                    pair.other().value(),
                    pair.one().value(),
                    pair.soonest().map(Proved.Telling::words).orElse(""),
                    answeredAfter(pair));
        }
    }

    private static long answeredAfter(Pair pair) {
        return pair.soonest()
                .map(Proved.Telling::answered)
                .orElse(Duration.ZERO)
                .toSeconds();
    }
}
