package mayday.coach;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mayday.evidence.Evidence;
import mayday.incident.ActionMenu;
import mayday.incident.Event;
import mayday.incident.FaultClues;
import mayday.incident.Hypothesis;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Seen;
import mayday.incident.Terms;
import mayday.incident.Verdict;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.ServiceId;

/**
 * Leads somebody through an incident step by step. A step is done when the learner's own moves have done it, in whatever order; what it
 * proposes comes from what they asked, were shown and wrote down. It knows nothing of the causes. Pure.
 */
public final class Guide {
    /** More would be a list to work off. */
    public static final int MOST_LEADS = 3;

    private static final Duration A_WHILE = Duration.ofMinutes(3);

    private static final Set<Dimension> EXTENT = EnumSet.of(
            Dimension.CUSTOMER_IMPACT, Dimension.SERVICE_SCOPE, Dimension.REGION_SCOPE, Dimension.SLO_ERROR_BUDGET);

    private static final Set<Dimension> TIME = EnumSet.of(Dimension.START_TIME, Dimension.ONSET_SHAPE);

    private static final Set<Dimension> CHANGES =
            EnumSet.of(Dimension.RECENT_DEPLOYS, Dimension.CONFIG_FLAG_CHANGES, Dimension.CRON_JOBS);

    private final Incident incident;

    /** What the learner holds most likely, unless nothing is left or written down. */
    private final Optional<Hypothesis> leading;

    /**
     * A step as it stands.
     *
     * @param leads ways to take it, at most {@value #MOST_LEADS}
     */
    public record Step(GuideStep step, boolean done, List<Lead> leads) {
        public Step {
            leads = List.copyOf(leads);
        }
    }

    private Guide(Incident incident) {
        this.incident = incident;
        this.leading = incident.board().hypotheses().stream()
                .filter(each -> each.verdict() != Verdict.RULED_OUT)
                .max(Comparator.comparingInt(Hypothesis::confidence));
    }

    /** Every step in order; none where no guide was wanted. */
    public static List<Step> steps(Incident incident) {
        if (incident.opened().terms().coach() != Terms.Coaching.GUIDE) {
            return List.of();
        }
        var guide = new Guide(incident);
        return Stream.of(GuideStep.values())
                .map(step -> new Step(
                        step,
                        guide.isDone(step),
                        guide.leads(step).limit(MOST_LEADS).toList()))
                .toList();
    }

    private boolean isDone(GuideStep step) {
        return switch (step) {
            case READ -> !incident.acknowledgedAt().isEmpty();
            case WHO -> Seen.asked(incident, EXTENT::contains);
            case WHEN -> Seen.asked(incident, TIME::contains);
            case TELL -> happened(Event.UpdatePosted.class);
            case CHANGED -> Seen.asked(incident, CHANGES::contains);
            case SUPPOSE -> leading.isPresent();
            case TEST -> leading.filter(this::isTested).isPresent();
            case ACT -> sinceSupposed().anyMatch(Event.ActionCompleted.class::isInstance) || isWell();
            case WELL -> isWell();
            case CLOSE -> incident.isOver();
        };
    }

    private boolean isWell() {
        return lastDone().filter(at -> Seen.lookedAtCustomers(incident, at)).isPresent()
                && incident.pendingAnswers().isEmpty()
                && !Seen.customersHurt(incident);
    }

    /** What happened from where the leading hypothesis was written down; everything while there is none. */
    private Stream<Event> sinceSupposed() {
        return incident.history().stream()
                .<Event>map(Recorded::event)
                .dropWhile(
                        each -> leading.filter(held -> !states(each, held.id())).isPresent());
    }

    private boolean happened(Class<? extends Event> kind) {
        return incident.history().stream().anyMatch(each -> kind.isInstance(each.event()));
    }

    private Optional<Instant> lastDone() {
        return incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.ActionCompleted)
                .map(Recorded::at)
                .findFirst();
    }

    /** Something was asked since it was written down, or evidence was laid beside it. */
    private boolean isTested(Hypothesis hypothesis) {
        return !hypothesis.links().isEmpty()
                || !hypothesis.because().isEmpty()
                || sinceSupposed().anyMatch(each -> Seen.asks(each, _ -> true));
    }

    private static boolean states(Event event, HypothesisId id) {
        return event instanceof Event.HypothesisStated stated && stated.id().equals(id);
    }

    private Stream<Lead> leads(GuideStep step) {
        return switch (step) {
            case READ -> Stream.of(new Lead.Acknowledge());
            case WHO -> questions(Dimension.CUSTOMER_IMPACT, Dimension.SERVICE_SCOPE, Dimension.REGION_SCOPE);
            case WHEN -> questions(Dimension.START_TIME, Dimension.ONSET_SHAPE);
            case TELL -> Stream.of(new Lead.Tell(Audience.STATUS_PAGE, firstWord()));
            case CHANGED -> questions(Dimension.RECENT_DEPLOYS, Dimension.CONFIG_FLAG_CHANGES);
            case SUPPOSE -> Stream.concat(fromChanges(), Stream.of(new Lead.Suppose(FaultClass.OTHER, "")));
            case TEST ->
                Stream.of(
                        new Lead.Ask(Places.words(Dimension.LOGS, suspected())),
                        new Lead.Ask(Places.words(Dimension.ERROR_TYPES, suspected())),
                        new Lead.Ask(Places.words(Dimension.DEPENDENCY_STATUS, suspected())));
            case ACT ->
                incident.runningActions().isEmpty()
                        ? leading.stream().flatMap(this::treatments)
                        : Stream.of(new Lead.Wait(A_WHILE));
            case WELL ->
                Stream.concat(
                        questions(Dimension.ERROR_RATE, Dimension.CUSTOMER_IMPACT), Stream.of(new Lead.Wait(A_WHILE)));
            case CLOSE -> Stream.of(new Lead.Close());
        };
    }

    private Stream<Lead> questions(Dimension... about) {
        return Stream.of(about).map(each -> new Lead.Ask(Places.words(each, paged())));
    }

    private ServiceId paged() {
        return incident.scenario().page().condition().service();
    }

    private ServiceId suspected() {
        return leading.map(each -> new ServiceId(each.target()))
                .filter(each -> incident.scenario().system().find(each).isPresent())
                .orElse(paged());
    }

    /** It claims no more than the learner has seen. */
    private String firstWord() {
        return (Seen.customersHurt(incident)
                        ? "Some requests of customers fail. "
                        : "An alert says that something is wrong. ")
                + "We are looking into it and write again in 15 minutes.";
    }

    /** The newest changes from before the page that the learner was shown, one for each service and kind. */
    private Stream<Lead> fromChanges() {
        return incident.board().cards().stream()
                .flatMap(card ->
                        card.evidence().body() instanceof Evidence.Changes(var items) ? items.stream() : Stream.of())
                .filter(item -> item.at().isBefore(incident.scenario().pagedAt()))
                .sorted(Comparator.comparing(Evidence.Changes.Item::at).reversed())
                .flatMap(item ->
                        faultOf(item.kind()).stream().<Lead>map(fault -> new Lead.Suppose(fault, item.service())))
                .distinct()
                .limit(MOST_LEADS);
    }

    private static Optional<FaultClass> faultOf(String change) {
        return switch (change) {
            case "release" -> Optional.of(FaultClass.BAD_RELEASE);
            case "flag" -> Optional.of(FaultClass.FLAG_CHANGE);
            case "config" -> Optional.of(FaultClass.CONFIG_CHANGE);
            default -> Optional.empty();
        };
    }

    private Stream<Lead> treatments(Hypothesis hypothesis) {
        var treating = FaultClues.treatedBy(hypothesis.faultClass());
        return ActionMenu.of(incident.scenario()).items().stream()
                .filter(item -> treating.contains(item.kind()))
                .map(item -> new Lead.Act(
                        item.id(),
                        item.title(),
                        item.targets().contains(hypothesis.target()) ? hypothesis.target() : ""));
    }
}
