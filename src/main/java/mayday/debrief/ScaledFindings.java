package mayday.debrief;

import java.util.ArrayList;
import java.util.List;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;

/** Findings of a part in which not everything comes up: what did is scaled to 100 together. */
final class ScaledFindings {
    private final List<Counted> counted = new ArrayList<>();

    /** A finding before scaling, with the most that it could have earned. */
    private record Counted(FindingKind kind, int most, int earned, String text, List<Long> moves, String better) {
        Finding outOf(int sum) {
            var points = share(most, sum);
            return new Finding(
                    kind,
                    text,
                    share(earned, sum),
                    points,
                    moves,
                    better.isEmpty() ? "" : better + ": +" + points + ".");
        }

        private static int share(int points, int sum) {
            return (int) Math.round(100.0 * points / sum);
        }
    }

    /**
     * Adds what came up.
     *
     * @param most what it could have earned, {@code earned} what it did; both before scaling
     * @param better how to earn all of it, without a full stop; empty if it was
     */
    void count(FindingKind kind, int most, int earned, String text, List<Long> moves, String better) {
        counted.add(new Counted(kind, most, earned, text, moves, better));
    }

    Part part(PartName name, String title, int weight) {
        var most = counted.stream().mapToInt(Counted::most).sum();
        var findings = counted.stream().map(each -> each.outOf(most)).toList();
        var sum = findings.stream().mapToInt(Finding::points).sum();
        return new Part(name.id(), title, Math.clamp(sum, 0, 100), weight, findings);
    }
}
