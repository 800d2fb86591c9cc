package mayday.debrief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.incident.Event;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.scenario.Dimension;

/**
 * Mitigation judgement: customer impact ended, by an action no wider than needed, without harm on the way, and the recovery was
 * looked at before closing. Whether an action helped or harmed is found by playing the incident again without it.
 */
final class MitigationJudgement {
    private static final int WEIGHT = 20;
    private static final int ENDED = 40;
    private static final int SMALLEST_RADIUS = 20;
    private static final int NO_HARM = 20;
    private static final int VERIFIED = 20;
    private static final int HARM = -15;

    /** A second harmful action costs more: on a real pager it also burns the team's trust. */
    private static final int REPEATED_HARM = -20;

    private static final int NEEDLESS = -5;
    private static final int UNASKED = -5;
    private static final int WIDER_BY_ONE = 8;

    private static final Set<Dimension> SHOWS_RECOVERY = Set.of(
            Dimension.ERROR_RATE,
            Dimension.CUSTOMER_IMPACT,
            Dimension.SLO_ERROR_BUDGET,
            Dimension.SERVICE_SCOPE,
            Dimension.REGION_SCOPE,
            Dimension.ONSET_SHAPE);

    private MitigationJudgement() {}

    /** @param byItself whether the impact would have ended if nothing had been done */
    static Part score(Incident incident, boolean byItself, ActionEffects judged) {
        var findings = new ArrayList<Finding>();
        findings.add(ended(incident, byItself, judged));
        if (incident.cause().isFalseAlarm()) {
            findings.addAll(leftAlone(incident, judged));
        } else {
            radius(incident, judged).ifPresent(findings::add);
        }
        findings.addAll(harm(incident, judged));
        findings.add(verified(incident));
        var sum = findings.stream().mapToInt(Finding::points).sum();
        return new Part(
                PartName.MITIGATION_JUDGEMENT.id(),
                "Mitigation judgement",
                Math.clamp(sum, 0, 100),
                WEIGHT,
                List.copyOf(findings));
    }

    /**
     * Whether nothing is earned, whatever came of each action, if all of them together have not helped customers: they are still hurt, and
     * what is taken off nothing does not matter.
     */
    static boolean mayBeInVain(Incident incident) {
        return incident.impact() instanceof Impact.Ongoing && !incident.cause().isFalseAlarm();
    }

    /** Rests on the actions that helped, and on the end of the impact itself. */
    private static Finding ended(Incident incident, boolean byItself, ActionEffects judged) {
        return switch (incident.impact()) {
            case Impact.Ended(var since) -> {
                var moves = new ArrayList<>(judged.helpful().stream()
                        .map(ActionEffects.Judged::sequence)
                        .toList());
                moves.addAll(moves(incident, Event.ImpactEnded.class));
                yield new Finding(
                        FindingKind.IMPACT_ENDED,
                        "Customer impact ended at " + Clock.at(since)
                                + (byItself ? ", as it would have by itself." : "."),
                        ENDED,
                        ENDED,
                        moves,
                        "");
            }
            case Impact.Ongoing() ->
                new Finding(
                        FindingKind.IMPACT_ENDED,
                        "Customers were still hurt when the incident ended.",
                        0,
                        ENDED,
                        List.of(),
                        "Ending the impact earns +" + ENDED + ", whether or not the cause is known.");
        };
    }

    /** Behind a false alarm nothing has to be done: the narrowest action is none. */
    private static List<Finding> leftAlone(Incident incident, ActionEffects judged) {
        if (judged.isEmpty() && firstAnswer(incident) == Long.MAX_VALUE) {
            return List.of(new Finding(
                    FindingKind.NOT_EVEN_LOOKED,
                    "The alarm was false, and you did not look into it.",
                    -ENDED,
                    0,
                    List.of(),
                    "With a false alarm the right thing is to look, and then to close without touching the system."));
        }
        if (judged.isEmpty()) {
            return List.of(
                    new Finding(
                            FindingKind.NARROW_REMEDY,
                            "The alarm was false, and you left the system alone.",
                            SMALLEST_RADIUS,
                            SMALLEST_RADIUS,
                            List.of(),
                            ""),
                    new Finding(
                            FindingKind.NO_HARM,
                            "You did no harm to a healthy system.",
                            NO_HARM,
                            NO_HARM,
                            List.of(),
                            ""));
        }
        return List.of(new Finding(
                FindingKind.NARROW_REMEDY,
                "The alarm was false: nothing was wrong that an action could mend.",
                0,
                SMALLEST_RADIUS,
                judged.moves(),
                "To look, and then to close without touching the system, earns +" + SMALLEST_RADIUS + "."));
    }

    /** How wide the helpful actions reached, against the narrowest that is known to end this cause. */
    private static Optional<Finding> radius(Incident incident, ActionEffects judged) {
        var helpful = judged.helpful();
        if (helpful.isEmpty()) {
            return Optional.empty();
        }
        var widest = helpful.stream()
                .mapToInt(each -> incident.scenario().blastRadius(each.action().action()))
                .max()
                .orElseThrow();
        // Of several faults at once the one that takes the widest remedy decides.
        var needed = incident.cause().faults().stream()
                .mapToInt(fault -> NarrowestRemedy.radii(incident, fault).min().orElse(widest))
                .max()
                .orElse(widest);
        var moves = helpful.stream().map(ActionEffects.Judged::sequence).toList();
        if (widest <= needed) {
            return Optional.of(new Finding(
                    FindingKind.NARROW_REMEDY,
                    "What you did to end it was as narrow as it can be: nothing else that ends this cause reaches fewer users.",
                    SMALLEST_RADIUS,
                    SMALLEST_RADIUS,
                    moves,
                    ""));
        }
        var points = Math.max(0, SMALLEST_RADIUS - WIDER_BY_ONE * (widest - needed));
        return Optional.of(new Finding(
                FindingKind.NARROW_REMEDY,
                "What you did to end it reached more users than it had to.",
                points,
                SMALLEST_RADIUS,
                moves,
                "A narrower action would have ended it too: +" + SMALLEST_RADIUS + "."));
    }

    private static List<Finding> harm(Incident incident, ActionEffects judged) {
        var findings = new ArrayList<Finding>();
        if (judged.isEmpty()) {
            return findings;
        }
        var firstAnswer = firstAnswer(incident);
        var harmful = 0;
        for (var each : judged.judged()) {
            var title = "\"" + Reports.title(each.action().action()) + "\"";
            var at = Clock.at(each.action().startedAt());
            if (each.sequence() < firstAnswer) {
                findings.add(new Finding(
                        FindingKind.BLIND_ACTION,
                        title + " at " + at + " was a guess: you had not had any answer yet.",
                        UNASKED,
                        0,
                        List.of(each.sequence()),
                        "Ask first what would show whether it can help."));
            }
            switch (each.effect()) {
                case HARMED -> {
                    findings.add(new Finding(
                            FindingKind.HARMFUL_ACTION,
                            String.format(
                                    Locale.ROOT,
                                    "%s at %s made it worse: about %,.0f more requests fail with it than without it.",
                                    title,
                                    at,
                                    each.extraFailures()),
                            harmful == 0 ? HARM : REPEATED_HARM,
                            0,
                            List.of(each.sequence()),
                            "Ask yourself before an action what it does to customers who are fine."));
                    harmful++;
                }
                case NOTHING ->
                    findings.add(new Finding(
                            FindingKind.NEEDLESS_ACTION,
                            title + " at " + at + " changed nothing for customers.",
                            NEEDLESS,
                            0,
                            List.of(each.sequence()),
                            "An action that cannot help costs time and attention."));
                case HELPED, MADE_UP -> {
                    // The one is counted with the blast radius; the other belongs to the harm before it.
                }
            }
        }
        // Care is worth something on the way to a recovery: whoever did nothing that helped has not shown any.
        if (!judged.helpful().isEmpty()) {
            findings.addFirst(new Finding(
                    FindingKind.NO_HARM,
                    findings.isEmpty()
                            ? "No action of yours did harm or was in vain."
                            : "Points for care, which everybody who helps begins with; what follows is taken off.",
                    NO_HARM,
                    NO_HARM,
                    List.of(),
                    ""));
        }
        return findings;
    }

    private static long firstAnswer(Incident incident) {
        return incident.history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAnswered)
                .mapToLong(Recorded::sequence)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static Finding verified(Incident incident) {
        if (!(incident.impact() instanceof Impact.Ended)) {
            return new Finding(
                    FindingKind.RECOVERY_VERIFIED,
                    "It did not recover, so there was no recovery to check.",
                    0,
                    VERIFIED,
                    List.of(),
                    "End the impact, then look at the error rate once more: +" + VERIFIED + ".");
        }
        var recovered = incident.history().stream()
                .filter(each -> each.event() instanceof Event.ImpactEnded)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var since = recovered.event() instanceof Event.ImpactEnded(var at) ? at : recovered.at();
        return ScopeFirst.askedSince(incident, SHOWS_RECOVERY, since)
                .map(asked -> new Finding(
                        FindingKind.RECOVERY_VERIFIED,
                        "You checked at " + Clock.at(asked.at()) + " that customers had recovered.",
                        VERIFIED,
                        VERIFIED,
                        List.of(asked.sequence()),
                        ""))
                .orElseGet(() -> new Finding(
                        FindingKind.RECOVERY_VERIFIED,
                        "You did not check that customers had recovered.",
                        0,
                        VERIFIED,
                        List.of(),
                        "After the recovery, ask for the error rate or the customer impact before you close: +"
                                + VERIFIED + "."));
    }

    private static List<Long> moves(Incident incident, Class<? extends Event> type) {
        return incident.history().stream()
                .filter(each -> type.isInstance(each.event()))
                .map(Recorded::sequence)
                .toList();
    }
}
