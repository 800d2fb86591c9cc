package mayday.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import mayday.debrief.Debrief.Elapsed;
import mayday.proof.Proved;
import mayday.proof.Proved.Pair;
import mayday.proof.Proved.Solvable;
import mayday.proof.Remarks;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** What playing a scenario has shown, for its author: par for each cause, and how it is told from the one most like it. */
final class SolvableTable {
    private static final int WIDEST_NAME = 30;

    private SolvableTable() {}

    static void print(Scenario scenario, Proved proved, PrintWriter out) {
        out.println("%s: solvable within %s, as the built-in expert does it (par); jumper and random know nothing"
                .formatted(scenario.id(), length(scenario.limit())));
        var width = Math.min(
                WIDEST_NAME,
                proved.solvable().stream()
                        .mapToInt(each -> each.cause().value().length())
                        .max()
                        .orElse(0));
        var line = "  %-" + width + "s  %6s  %9s  %9s  %5s  %6s  %6s  %s";
        out.println(line.formatted(
                "cause", "closed", "mitigated", "questions", "score", "jumper", "random", "told last from, by"));
        for (var each : proved.solvable()) {
            out.println(line.formatted(
                    each.cause(),
                    each.solved() ? length(each.took()) : "never",
                    mitigated(each),
                    each.questions(),
                    each.expert(),
                    each.jumper(),
                    each.random(),
                    hardest(proved, each.cause())));
        }
        best(proved, out);
        Remarks.of(proved).forEach(remark -> out.println("  " + remark));
        out.println();
    }

    /** The cause that takes longest to be told from it, and how. */
    private static String hardest(Proved proved, CauseId cause) {
        return proved.pairs().stream()
                .filter(pair -> pair.one().equals(cause) || pair.other().equals(cause))
                .max(Comparator.comparing(SolvableTable::answered))
                .map(pair -> {
                    var other = pair.one().equals(cause) ? pair.other() : pair.one();
                    return pair.soonest()
                            .map(telling -> other + ": \"" + telling.words() + "\"")
                            .orElse(other + ": by nothing");
                })
                .orElse("");
    }

    private static Duration answered(Pair pair) {
        return pair.soonest().map(Proved.Telling::answered).orElse(Duration.ofDays(365));
    }

    private static void best(Proved proved, PrintWriter out) {
        proved.questions().stream()
                .filter(question -> question.bits() > 0)
                .max(Comparator.comparingDouble(
                        question -> question.bits() / question.takes().toSeconds()))
                .ifPresent(question -> out.println("  \"%s\" tells most in a minute: %s bits in %s"
                        .formatted(
                                question.words(),
                                String.format(Locale.ROOT, "%.1f", question.bits()),
                                length(question.takes()))));
    }

    private static String mitigated(Solvable each) {
        return switch (each.mitigated()) {
            case Elapsed.After(var after) -> length(after);
            case Elapsed.Never() -> "never";
        };
    }

    private static String length(Duration length) {
        return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }
}
