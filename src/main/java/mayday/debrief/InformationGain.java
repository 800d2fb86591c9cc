package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mayday.debrief.BestQuestions.Candidate;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.debrief.Deductions.Step;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;

/**
 * Information gain: how far the questions narrowed the candidate causes down before the first action, and how long that took beside the
 * questions that tell most. What an answer tells is computed by running every candidate cause under the same moves.
 */
final class InformationGain {
    private static final int WEIGHT = 25;
    private static final int NARROWED = 60;
    private static final int QUICKLY = 40;

    /** This share of what was unknown counts as all of it: certainty is not to be had. */
    private static final double ENOUGH = 0.9;

    /** Less than this told nothing. */
    private static final double TOLD_NOTHING = 0.05;

    /** Time for moves between questions that nobody is blamed for. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private InformationGain() {}

    static Part score(Incident incident, Deductions deductions, BestQuestions best, ActionEffects effects) {
        var until = firstAction(incident);
        // Looking things up goes on until something has helped: who acts in vain meanwhile has not found it yet.
        var found = effects.firstHelp().orElse(incident.now());
        var lookedUp = deductions.steps().stream()
                .filter(step -> !step.at().isAfter(found))
                .toList();
        var steps = deductions.steps().stream()
                .filter(step -> !step.at().isAfter(until))
                .toList();
        var findings = new ArrayList<Finding>();
        if (deductions.before().belief().bits() < TOLD_NOTHING) {
            findings.add(new Finding(
                    FindingKind.NARROWED_DOWN,
                    "This page can have one cause only: there was nothing to find out.",
                    100,
                    100,
                    List.of(),
                    ""));
        } else {
            findings.add(narrowed(incident, deductions, steps, until));
            findings.add(quickly(incident, deductions, steps, lookedUp, best));
            findings.addAll(idle(lookedUp));
        }
        var sum = findings.stream().mapToInt(Finding::points).sum();
        return new Part(PartName.INFORMATION_GAIN.id(), "Information gain", Math.clamp(sum, 0, 100), WEIGHT, findings);
    }

    private static Instant firstAction(Incident incident) {
        return incident.history().stream()
                .filter(each -> each.event() instanceof Event.ActionStarted)
                .map(Recorded::at)
                .findFirst()
                .orElse(incident.now());
    }

    private static Finding narrowed(Incident incident, Deductions deductions, List<Step> steps, Instant until) {
        var before = deductions.before().belief();
        var after = steps.isEmpty() ? before : steps.getLast().after();
        var share = Math.clamp((before.bits() - after.bits()) / before.bits() / ENOUGH, 0, 1);
        var points = (int) Math.round(NARROWED * share);
        var telling = steps.stream().filter(step -> step.bits() >= TOLD_NOTHING).toList();
        var gained = Math.max(0, before.bits() - after.bits());
        var when = "By " + Clock.at(until) + (incident.actions().isEmpty() ? ", the end," : ", your first action,");
        var text = gained < TOLD_NOTHING
                ? when + " nothing that you had asked narrowed the possible causes down: about " + candidates(before)
                        + " were left."
                : String.format(
                        Locale.ROOT,
                        "%s your questions had narrowed about %s possible causes down to about %s (%.1f of %.1f bits; each bit"
                                + " halves what is possible).",
                        when,
                        candidates(before),
                        candidates(after),
                        gained,
                        before.bits());
        return new Finding(
                FindingKind.NARROWED_DOWN,
                text,
                points,
                NARROWED,
                telling.stream().map(Step::sequence).toList(),
                points == NARROWED
                        ? ""
                        : "Ask what the possible causes would answer differently: up to +" + NARROWED + ".");
    }

    /** As many equally likely causes as would leave as much unknown. */
    private static String candidates(Belief belief) {
        return String.format(Locale.ROOT, "%.0f", StrictMath.pow(2, belief.bits()));
    }

    /** The time that the questions took, without what scope cost, beside the shortest line of questions that gets as far. */
    private static Finding quickly(
            Incident incident, Deductions deductions, List<Step> steps, List<Step> lookedUp, BestQuestions best) {
        var gained = steps.isEmpty()
                ? 0
                : deductions.before().belief().bits() - steps.getLast().after().bits();
        if (gained < TOLD_NOTHING) {
            return new Finding(
                    FindingKind.PACE,
                    "Before you acted or closed, no answer had told the possible causes apart.",
                    0,
                    QUICKLY,
                    List.of(),
                    firstBest(incident, deductions, best)
                            + "Questions that tell causes apart, asked at a good pace, earn up to +" + QUICKLY + ".");
        }
        var line = best.lineTo(
                deductions.before(),
                incident.opened().cause(),
                steps.getLast().after().bits());
        var par = line.stream().map(Candidate::takes).reduce(GRACE, Duration::plus);
        var took = lookedUp.stream()
                .filter(step -> !step.isScope())
                .map(Step::took)
                .reduce(GRACE, Duration::plus);
        var reached = Math.clamp(gained / deductions.before().belief().bits() / ENOUGH, 0, 1);
        var pace = Math.clamp((double) par.toSeconds() / took.toSeconds(), 0, 1);
        var points = (int) Math.round(QUICKLY * pace * reached);
        return new Finding(
                FindingKind.PACE,
                "Apart from the first questions (which service, since when, where, who is hurt, what changed), "
                        + pace(took.minus(GRACE), par.minus(GRACE)),
                points,
                QUICKLY,
                lookedUp.stream()
                        .filter(step -> !step.isScope())
                        .map(Step::sequence)
                        .toList(),
                better(points, took.compareTo(par) <= 0, line));
    }

    private static String pace(Duration took, Duration par) {
        if (took.isZero()) {
            return "you needed no question.";
        }
        return "your questions took " + Clock.length(took) + " min"
                + (took.compareTo(par) <= 0
                        ? "; no quicker ones are known that tell as much."
                        : "; the quickest that tell as much take " + Clock.length(par) + " min.");
    }

    private static String better(int points, boolean quick, List<Candidate> line) {
        if (points == QUICKLY || line.isEmpty()) {
            return "";
        }
        return quick
                ? "You were quick; to narrow the possible causes down further earns the rest of +" + QUICKLY + "."
                : "The quickest that tell as much, in this order: " + words(line);
    }

    private static String firstBest(Incident incident, Deductions deductions, BestQuestions best) {
        return best.lineTo(deductions.before(), incident.opened().cause(), 0).stream()
                .findFirst()
                .map(candidate -> "A telling first question here: \"" + candidate.words() + "\" ")
                .orElse("");
    }

    private static String words(List<Candidate> line) {
        return line.stream().map(each -> "\"" + each.words() + "\"").collect(Collectors.joining(", "));
    }

    /** Questions that told nothing: they cost their time above, and are named here. */
    private static List<Finding> idle(List<Step> steps) {
        var idle = steps.stream()
                .filter(step -> !step.isScope() && Math.abs(step.bits()) < TOLD_NOTHING)
                .sorted(Comparator.comparing(Step::took).reversed())
                .toList();
        if (idle.isEmpty()) {
            return List.of();
        }
        var took = idle.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
        var text = idle.size() == 1
                ? "One question told you nothing new: \"" + idle.getFirst().words() + "\" (" + Clock.length(took)
                        + " min)."
                : idle.size() + " questions told you nothing new; together they took " + Clock.length(took) + " min.";
        return List.of(new Finding(
                FindingKind.IDLE_QUESTION,
                text,
                0,
                0,
                idle.stream().map(Step::sequence).toList(),
                "Before you ask, think what the causes that are left would answer differently."));
    }
}
