package mayday.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import mayday.coach.Hints;
import mayday.debrief.OpenScope;
import mayday.debrief.SoFar;
import mayday.incident.HintOffer;
import mayday.incident.HintStep;
import mayday.incident.Hypothesis;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Verdict;

/**
 * That a team seems to be stuck, and what may help. Three rules, the first that holds counts: it is fixed on a cause for which it found
 * nothing; it left the scope open for too long; most of its time is gone and most of the uncertainty is not.
 *
 * @param why what was seen, as the end of a sentence that begins with the team's name
 * @param hint words that may be sent; they do not give the cause away
 */
public record Stuck(String why, String hint) {
    private static final int SURE = 60;
    private static final double NEXT_TO_NOTHING = 0.25;
    private static final Duration EARLY = Duration.ofMinutes(4);
    private static final Duration SCOPE_KNOWN_BY = Duration.ofMinutes(8);
    private static final int MOST_OPEN = 3;
    private static final double MOST = 0.6;

    static Optional<Stuck> of(Incident incident, SoFar soFar, Instant now) {
        var since = Duration.between(incident.scenario().pagedAt(), now);
        var isClear = incident.impact() instanceof Impact.Ended;
        if (incident.isOver() || isClear || since.compareTo(EARLY) < 0 || soFar.unknown() <= 0) {
            return Optional.empty();
        }
        return fixed(incident, soFar).or(() -> scope(incident, since)).or(() -> late(incident, soFar, since));
    }

    private static Optional<Stuck> fixed(Incident incident, SoFar soFar) {
        var found = soFar.unknown() - soFar.left();
        return incident.board().hypotheses().stream()
                .filter(each -> each.verdict() == Verdict.OPEN)
                .max(Comparator.comparingInt(Hypothesis::confidence))
                .filter(each -> each.confidence() >= SURE && found < NEXT_TO_NOTHING * soFar.unknown())
                .map(each -> new Stuck(
                        "has put " + each.confidence() + " % on “" + words(each) + "” with " + bits(Math.max(0, found))
                                + " to show for it.",
                        openScope(incident).map(Stuck::ask).orElseGet(() -> coached(incident))));
    }

    private static Optional<Stuck> scope(Incident incident, Duration since) {
        var open = OpenScope.of(incident);
        return since.compareTo(SCOPE_KNOWN_BY) < 0 || open.size() < MOST_OPEN
                ? Optional.empty()
                : Optional.of(new Stuck(
                        "has not asked about " + open.size() + " of " + OpenScope.PARTS + " parts of the scope in "
                                + since.toMinutes() + " minutes.",
                        ask(open.getFirst())));
    }

    private static Optional<Stuck> late(Incident incident, SoFar soFar, Duration since) {
        var used = (double) since.toMillis() / Math.max(1, incident.limit().toMillis());
        return used < MOST || soFar.left() < MOST * soFar.unknown()
                ? Optional.empty()
                : Optional.of(new Stuck(
                        "has used " + Math.round(used * 100) + " % of its time and still has " + bits(soFar.left())
                                + " of " + bits(soFar.unknown()) + " to find out.",
                        coached(incident)));
    }

    private static Optional<OpenScope> openScope(Incident incident) {
        return OpenScope.of(incident).stream().findFirst();
    }

    private static String ask(OpenScope open) {
        return "You have not asked yet: “" + open.example() + "”";
    }

    /** What the coach would tell a learner who asks what to ask. */
    private static String coached(Incident incident) {
        return Hints.next(incident, new HintOffer.Next(Optional.empty(), HintStep.WHAT, Duration.ZERO, 1))
                .text();
    }

    private static String words(Hypothesis hypothesis) {
        return hypothesis.text().isBlank()
                ? (hypothesis.target() + " " + hypothesis.faultClass().title()).strip()
                : hypothesis.text();
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%.1f bits", bits);
    }
}
