package mayday.debrief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.incident.Event;
import mayday.incident.Hypothesis;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Verdict;
import mayday.scenario.Cause;

/**
 * Hypotheses: stated before acting, more than one, tested by evidence, ruled out in words, with confidences that were worth what they
 * said, and none closed on too early.
 */
final class HypothesisCraft {
    private static final int WEIGHT = 20;
    private static final int STATED_FIRST = 25;
    private static final int STATED_LATE = 10;
    private static final int ALTERNATIVE = 15;
    private static final int TESTED = 20;
    private static final int RULED_OUT = 10;
    private static final int CALIBRATED = 30;
    private static final int PREMATURE = -20;

    /** From this confidence on somebody has made up their mind. */
    private static final int SURE = 80;

    /** The Brier score of somebody who says 50 % to everything; that or worse earns nothing (Brier, 1950). */
    private static final double COIN = 0.25;

    private HypothesisCraft() {}

    static Part score(Incident incident) {
        var hypotheses = incident.board().hypotheses();
        var findings = new ArrayList<Finding>();
        if (hypotheses.isEmpty()) {
            findings.add(new Finding(
                    FindingKind.HYPOTHESIS_FIRST,
                    "You wrote no hypothesis down.",
                    0,
                    STATED_FIRST,
                    List.of(),
                    "Before you act, write down what you think it is and how sure you are: +" + STATED_FIRST + "."));
        } else {
            findings.add(stated(incident, hypotheses));
            findings.add(alternatives(incident, hypotheses));
            findings.add(tested(incident, hypotheses));
            findings.add(ruledOut(incident, hypotheses));
            findings.add(calibrated(incident, hypotheses));
            findings.addAll(premature(incident, hypotheses));
        }
        var sum = findings.stream().mapToInt(Finding::points).sum();
        return new Part(PartName.HYPOTHESES.id(), "Hypotheses", Math.clamp(sum, 0, 100), WEIGHT, findings);
    }

    /** Whether a hypothesis says what was true: the kind of fault, and where if it says where. */
    static boolean isTrue(Hypothesis hypothesis, Cause cause) {
        return cause.faults().stream()
                .anyMatch(fault -> fault.fault().faultClass() == hypothesis.faultClass()
                        && (hypothesis.target().isEmpty()
                                || hypothesis
                                        .target()
                                        .equals(fault.fault().target().value())));
    }

    private static Finding stated(Incident incident, List<Hypothesis> hypotheses) {
        var first = hypotheses.getFirst();
        var acted = incident.actions().stream()
                .anyMatch(action -> action.startedAt().isBefore(first.statedAt()));
        return acted
                ? new Finding(
                        FindingKind.HYPOTHESIS_FIRST,
                        "You wrote down your first hypothesis, " + first.id() + ", at " + Clock.at(first.statedAt())
                                + ", after you had acted.",
                        STATED_LATE,
                        STATED_FIRST,
                        moves(incident, first.id()),
                        "Before the first action it would have earned +" + STATED_FIRST + ".")
                : new Finding(
                        FindingKind.HYPOTHESIS_FIRST,
                        "You wrote down your first hypothesis, " + first.id() + ", at " + Clock.at(first.statedAt())
                                + ", before you had acted.",
                        STATED_FIRST,
                        STATED_FIRST,
                        moves(incident, first.id()),
                        "");
    }

    private static Finding alternatives(Incident incident, List<Hypothesis> hypotheses) {
        var kinds = hypotheses.stream()
                .map(each -> each.faultClass() + " " + each.target())
                .distinct()
                .count();
        return kinds > 1
                ? new Finding(
                        FindingKind.ALTERNATIVES,
                        "You wrote down " + kinds
                                + " different explanations, so that one could be held against the other.",
                        ALTERNATIVE,
                        ALTERNATIVE,
                        hypotheses.stream()
                                .flatMap(each -> moves(incident, each.id()).stream())
                                .toList(),
                        "")
                : new Finding(
                        FindingKind.ALTERNATIVES,
                        "You wrote down one explanation only.",
                        0,
                        ALTERNATIVE,
                        moves(incident, hypotheses.getFirst().id()),
                        "With a second one to compare you see more than what fits the first: +" + ALTERNATIVE + ".");
    }

    private static Finding tested(Incident incident, List<Hypothesis> hypotheses) {
        var tested = hypotheses.stream()
                .filter(each -> !each.links().isEmpty() || !each.because().isEmpty())
                .toList();
        return tested.isEmpty()
                ? new Finding(
                        FindingKind.EVIDENCE_LINKED,
                        "You named no evidence for or against a hypothesis.",
                        0,
                        TESTED,
                        List.of(),
                        "Link evidence that speaks for it or against it, or name it when you rule it out: +" + TESTED
                                + ".")
                : new Finding(
                        FindingKind.EVIDENCE_LINKED,
                        "You named the evidence for or against " + ids(tested) + ".",
                        TESTED,
                        TESTED,
                        tested.stream()
                                .flatMap(each -> moves(incident, each.id()).stream())
                                .toList(),
                        "");
    }

    private static Finding ruledOut(Incident incident, List<Hypothesis> hypotheses) {
        var out = hypotheses.stream()
                .filter(each -> each.verdict() == Verdict.RULED_OUT && !isTrue(each, incident.cause()))
                .toList();
        return out.isEmpty()
                ? new Finding(
                        FindingKind.RULED_OUT,
                        "You ruled out no wrong explanation.",
                        0,
                        RULED_OUT,
                        List.of(),
                        "When evidence speaks against one, rule it out and say because of what: +" + RULED_OUT + ".")
                : new Finding(
                        FindingKind.RULED_OUT,
                        "You ruled out " + ids(out) + ", and rightly so.",
                        RULED_OUT,
                        RULED_OUT,
                        out.stream()
                                .flatMap(each -> moves(incident, each.id()).stream())
                                .toList(),
                        "");
    }

    /** By the last confidences; what was ruled out counts as 0 %, what was confirmed as 100 %. */
    private static Finding calibrated(Incident incident, List<Hypothesis> hypotheses) {
        var brier = hypotheses.stream()
                .mapToDouble(each -> {
                    var miss = confidence(each) - (isTrue(each, incident.cause()) ? 1 : 0);
                    return miss * miss;
                })
                .average()
                .orElse(1);
        var points = (int) Math.round(CALIBRATED * Math.clamp(1 - brier / COIN, 0, 1));
        return new Finding(
                FindingKind.CALIBRATION,
                String.format(
                        Locale.ROOT,
                        "How sure you were at the end, against what was true: off by %.2f (the Brier score: 0 is perfect, and"
                                + " saying 50 %% to everything gives %.2f).",
                        brier,
                        COIN),
                points,
                CALIBRATED,
                hypotheses.stream()
                        .flatMap(each -> moves(incident, each.id()).stream())
                        .toList(),
                points == CALIBRATED
                        ? ""
                        : "To be sure of what is true, and in doubt of what is not, earns up to +" + CALIBRATED + ".");
    }

    static double confidence(Hypothesis hypothesis) {
        return switch (hypothesis.verdict()) {
            case OPEN -> hypothesis.confidence() / 100.0;
            case RULED_OUT -> 0;
            case CONFIRMED -> 1;
        };
    }

    /** What somebody was sure of when the incident ended, and was wrong. */
    private static List<Finding> premature(Incident incident, List<Hypothesis> hypotheses) {
        return hypotheses.stream()
                .filter(each -> confidence(each) * 100 >= SURE && !isTrue(each, incident.cause()))
                .map(each -> new Finding(
                        FindingKind.WRONG_CERTAINTY,
                        each.id() + " was wrong, and at the end you "
                                + (each.verdict() == Verdict.CONFIRMED
                                        ? "had confirmed it."
                                        : "were " + each.confidence() + " % sure of it."),
                        PREMATURE,
                        0,
                        moves(incident, each.id()),
                        "Ask what you would see if it were wrong, and look for that."))
                .toList();
    }

    private static String ids(List<Hypothesis> hypotheses) {
        return String.join(
                ", ", hypotheses.stream().map(each -> each.id().toString()).toList());
    }

    private static List<Long> moves(Incident incident, HypothesisId id) {
        return incident.history().stream()
                .filter(each -> concerns(each.event(), id))
                .map(Recorded::sequence)
                .toList();
    }

    private static boolean concerns(Event event, HypothesisId id) {
        return (event instanceof Event.HypothesisStated stated && stated.id().equals(id))
                || (event instanceof Event.HypothesisRevised revised
                        && revised.id().equals(id))
                || (event instanceof Event.HypothesisJudged judged
                        && judged.id().equals(id))
                || (event instanceof Event.EvidenceLinked linked
                        && linked.hypothesis().equals(id));
    }
}
