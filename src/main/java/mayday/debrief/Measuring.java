package mayday.debrief;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.incident.Event;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.incident.StartedAction;

/** Reads criteria off a run: the one place where what rubrics judge by is worked out. */
final class Measuring {
    private static final int ALL = 100;
    private static final int HALF = 50;

    /** Fewer failed requests than this, and there was nothing to avoid: noise is as large. */
    private static final double NOTICEABLE_REQUESTS = 100;

    /** A difference that rounds to nothing. */
    private static final double HARDLY = 0.005;

    private final Incident incident;
    private final Debrief debrief;
    private final List<Part> parts;
    private final RunbookOrder order;
    private final FailureImagination imagination;

    /** @param parts of the debrief, with the instructor's overrides */
    Measuring(Incident incident, Debrief debrief, List<Part> parts) {
        this.incident = incident;
        this.debrief = debrief;
        this.parts = parts;
        this.order = new RunbookOrder(incident);
        this.imagination = FailureImagination.of(incident);
    }

    Reading read(Criterion criterion) {
        return switch (criterion) {
            case Criterion.PartScore(var part) -> score(part);
            case Criterion.Earned(var kind) -> earned(kind);
            case Criterion.Without(var kind) -> without(kind);
            case Criterion.AskedInOrder(var steps) -> order.read(steps);
            case Criterion.EscalatedWithin(var window) -> escalated(window);
            case Criterion.UpdatedWithin(var window) -> updated(window);
            case Criterion.MitigatedWithin(var window) -> mitigated(window);
            case Criterion.FailuresAvoided(var enough) -> avoided(enough);
            case Criterion.FaultClasses(var enough) -> imagination.classes(enough);
            case Criterion.Layers(var enough) -> imagination.layers(enough);
            case Criterion.BlastRadius(var most) -> reach(most);
        };
    }

    private Reading score(PartName name) {
        var part = parts.stream()
                .filter(each -> each.id().equals(name.id()))
                .findFirst()
                .orElseThrow();
        var moves = part.findings().stream()
                .flatMap(finding -> finding.moves().stream())
                .distinct()
                .sorted()
                .toList();
        return new Reading.Scored(part.title() + " has " + part.score() + " of 100.", part.score(), moves);
    }

    private Reading earned(FindingKind kind) {
        var findings = of(kind);
        if (findings.isEmpty()) {
            return switch (kind.counts()) {
                // Of the findings that there always are, these alone are left out: when there is nothing to say them
                // of.
                case ALWAYS -> new Reading.Scored("You wrote no hypothesis down.", 0, List.of());
                case IF_IT_CAME_UP, FOR_ALL, AGAINST -> new Reading.NotCounted(kind.absent());
            };
        }
        var finding = findings.getFirst();
        var share = Math.clamp(finding.points() / (double) Math.max(1, finding.most()), 0, 1);
        return new Reading.Scored(finding.text(), percent(share), finding.moves());
    }

    private Reading without(FindingKind kind) {
        var findings = of(kind);
        if (findings.isEmpty()) {
            var why = impossible(kind);
            return why.isEmpty() ? new Reading.Scored(kind.absent(), ALL, List.of()) : new Reading.NotCounted(why);
        }
        var text = String.join(" ", findings.stream().map(Finding::text).toList());
        var moves =
                findings.stream().flatMap(finding -> finding.moves().stream()).toList();
        return new Reading.Scored(text, findings.size() == 1 ? HALF : 0, moves);
    }

    /** Why a finding against somebody could not have come about; empty if it could. Who does nothing is not praised for it. */
    private String impossible(FindingKind kind) {
        return switch (kind) {
            case BLIND_ACTION, HARMFUL_ACTION, NEEDLESS_ACTION ->
                incident.actions().isEmpty() ? "No action was taken." : "";
            case WRONG_CERTAINTY -> incident.board().hypotheses().isEmpty() ? "You wrote no hypothesis down." : "";
            case IDLE_QUESTION -> first(Event.QuestionAsked.class).isEmpty() ? "Nothing was asked." : "";
            case HINT_TAKEN -> incident.opened().terms().hints() ? "" : "There were no hints to take.";
            case NOT_EVEN_LOOKED -> incident.cause().isFalseAlarm() ? "" : "The alarm was real.";
            case WHICH_SERVICE,
                    SINCE_WHEN,
                    WHERE,
                    WHO_IS_HURT,
                    WHAT_CHANGED,
                    NARROWED_DOWN,
                    PACE,
                    HYPOTHESIS_FIRST,
                    ALTERNATIVES,
                    EVIDENCE_LINKED,
                    RULED_OUT,
                    CALIBRATION,
                    IMPACT_ENDED,
                    NARROW_REMEDY,
                    NO_HARM,
                    RECOVERY_VERIFIED,
                    ACKNOWLEDGED,
                    SEVERITY_DECLARED,
                    FIRST_UPDATE,
                    UPDATES_OFTEN,
                    TRUE_STATEMENTS,
                    PEOPLE_ANSWERED,
                    OTHERS_CALLED,
                    LAST_UPDATE -> "It counts for you, not against you.";
        };
    }

    private List<Finding> of(FindingKind kind) {
        return parts.stream()
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private Reading escalated(Duration window) {
        if (lasted().compareTo(window) <= 0) {
            return new Reading.NotCounted("Customers were hurt no longer than " + Clock.minutes(window)
                    + " after the page: nobody else had to be called.");
        }
        var call = Stream.concat(first(Event.Escalated.class).stream(), first(Event.ApprovalRequested.class).stream())
                .min(Comparator.comparingLong(Recorded::sequence));
        return within(call, window, "You called somebody else", "You called nobody else.");
    }

    private Reading updated(Duration window) {
        return lasted().isZero()
                ? new Reading.NotCounted(FindingKind.FIRST_UPDATE.absent())
                : within(
                        first(Event.UpdatePosted.class),
                        window,
                        "You posted your first update",
                        "You posted no update.");
    }

    private Reading mitigated(Duration window) {
        if (lasted().isZero()) {
            return new Reading.NotCounted("Customers were not hurt after the page.");
        }
        return switch (incident.impact()) {
            case Impact.Ongoing() ->
                new Reading.Scored("Customers were still hurt when the incident ended.", 0, List.of());
            case Impact.Ended _ ->
                new Reading.Scored(
                        "Customer impact ended " + Clock.length(lasted()) + " min after the page; "
                                + Clock.minutes(window) + " is asked for.",
                        faded(lasted(), window),
                        last(Event.ImpactEnded.class).map(Recorded::sequence).stream()
                                .toList());
        };
    }

    private Reading within(Optional<Recorded> move, Duration window, String did, String never) {
        var asked = "; " + Clock.minutes(window) + " is asked for.";
        return move.map(each -> {
                    var took = Duration.between(incident.scenario().pagedAt(), each.at());
                    return new Reading.Scored(
                            did + " " + Clock.length(took) + " min after the page" + asked,
                            faded(took, window),
                            List.of(each.sequence()));
                })
                .orElseGet(() -> new Reading.Scored(never, 0, List.of()));
    }

    /** All in time, half at twice the time, nothing from three times on. */
    private static int faded(Duration took, Duration window) {
        var late = (took.toMillis() - window.toMillis()) / (2.0 * window.toMillis());
        return percent(Math.clamp(1 - late, 0, 1));
    }

    private Reading avoided(double enough) {
        var nothing = debrief.impact().doNothing().failedRequests();
        if (nothing < NOTICEABLE_REQUESTS) {
            return new Reading.NotCounted("Hardly any request would have failed, whatever was done.");
        }
        var actual = debrief.impact().actual().failedRequests();
        var share = 1 - actual / nothing;
        var figures = String.format(Locale.ROOT, " (%,.0f failed instead of %,.0f).", actual, nothing);
        var percent = Math.round(ALL * Math.abs(share)) + " %";
        var text = Math.abs(share) < HARDLY
                ? "As many requests failed as if nothing had been done" + figures
                : share > 0
                        ? percent + " of the requests that would have failed if nothing had been done did not" + figures
                        : percent + " more requests failed than if nothing had been done" + figures;
        return new Reading.Scored(text, percent(Math.clamp(share / enough, 0, 1)), started());
    }

    private Reading reach(int most) {
        var widest = incident.actions().stream().max(Comparator.comparingInt(this::radius));
        return widest.map(this::radius)
                .<Reading>map(radius -> new Reading.Scored(
                        "The widest action was " + Reports.title(widest.get().action())
                                + ": it reached " + radius + " on a scale from 1, hardly anybody, to 4, a large part of"
                                + " all users; up to " + most + " is asked for.",
                        radius <= most ? ALL : radius == most + 1 ? HALF : 0,
                        started()))
                .orElseGet(() -> new Reading.NotCounted("No action was taken."));
    }

    private int radius(StartedAction action) {
        return incident.scenario().blastRadius(action.action());
    }

    /** For how long customers were hurt after the page. */
    private Duration lasted() {
        return Duration.between(incident.scenario().pagedAt(), CustomerImpact.lasted(incident));
    }

    private List<Long> started() {
        return all(Event.ActionStarted.class).map(Recorded::sequence).toList();
    }

    private Optional<Recorded> first(Class<? extends Event> type) {
        return all(type).findFirst();
    }

    private Optional<Recorded> last(Class<? extends Event> type) {
        return all(type).reduce((earlier, later) -> later);
    }

    private Stream<Recorded> all(Class<? extends Event> type) {
        return incident.history().stream().filter(each -> type.isInstance(each.event()));
    }

    static int percent(double share) {
        return (int) Math.round(ALL * share);
    }
}
