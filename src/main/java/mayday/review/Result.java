package mayday.review;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Elapsed;
import mayday.debrief.Debrief.Finding;
import mayday.incident.Hypothesis;
import mayday.incident.Impact;
import mayday.incident.Incident;

/**
 * What is kept of an ended incident's debrief, so that progress can be drawn from many without working each of them out again.
 *
 * @param score 0 to 100
 * @param mitigated how long after the beginning of customer impact it ended, at most one entry
 * @param questions how many were answered
 * @param ended whether customer impact ended
 * @param named whether the true fault and its place were held at {@value #HELD} % or more, or confirmed, at the end
 * @param lesson the finding that cost most: of the part that lost most of the whole score, the one that is furthest from what it could
 *     have earned; empty if nothing was lost
 * @param par what the built-in expert reaches in this incident, at most one entry; none as long as nobody has worked it out
 */
public record Result(
        int score,
        List<Part> parts,
        List<Duration> mitigated,
        int questions,
        boolean ended,
        boolean named,
        String lesson,
        List<Par> par) {
    /** The version of the scoring. Raise it with every change of what scores: results of earlier versions are worked out again. */
    public static final int SCORING = 1;

    /** Somebody who holds an explanation at this confidence counts on it. */
    private static final int HELD = 50;

    public Result {
        parts = List.copyOf(parts);
        mitigated = List.copyOf(mitigated);
        par = List.copyOf(par);
    }

    /**
     * One scored part.
     *
     * @param id such as {@code scope-first}
     * @param lesson the finding that cost most of it; empty if it lost nothing
     */
    public record Part(String id, String title, int score, String lesson) {}

    /** What the expert reaches. */
    public record Par(int score, List<Duration> mitigated) {
        public Par {
            mitigated = List.copyOf(mitigated);
        }
    }

    /** What is kept of {@code debrief}. */
    public static Result of(Incident incident, Debrief debrief) {
        var structure = debrief.structure();
        return new Result(
                structure.score(),
                structure.parts().stream()
                        .map(part -> new Part(part.id(), part.title(), part.score(), lesson(part)))
                        .toList(),
                reached(debrief.time().mitigate()),
                Course.of(incident, debrief).asked().size(),
                incident.impact() instanceof Impact.Ended,
                incident.board().hypotheses().stream().anyMatch(each -> isHeld(each) && isRight(incident, each)),
                structure.parts().stream()
                        .max(Comparator.comparingInt(Result::lost))
                        .map(Result::lesson)
                        .orElse(""),
                debrief.par().map(par -> new Par(par.score(), reached(par.time().mitigate()))).stream()
                        .toList());
    }

    private static List<Duration> reached(Elapsed elapsed) {
        return elapsed instanceof Elapsed.After(var length) ? List.of(length) : List.of();
    }

    private static int lost(Debrief.Part part) {
        return part.weight() * (100 - part.score());
    }

    private static String lesson(Debrief.Part part) {
        return part.score() >= 100
                ? ""
                : part.findings().stream()
                        .filter(finding -> !finding.better().isEmpty())
                        .max(Comparator.comparingInt(Result::missed))
                        .map(Finding::text)
                        .orElse("");
    }

    /** How far a finding is from what it could have earned. */
    private static int missed(Finding finding) {
        return finding.most() - finding.points();
    }

    private static boolean isHeld(Hypothesis hypothesis) {
        return switch (hypothesis.verdict()) {
            case OPEN -> hypothesis.confidence() >= HELD;
            case CONFIRMED -> true;
            case RULED_OUT -> false;
        };
    }

    private static boolean isRight(Incident incident, Hypothesis hypothesis) {
        return Naming.isRight(incident.cause(), hypothesis.faultClass(), hypothesis.target());
    }
}
