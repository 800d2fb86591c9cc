package mayday.player;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mayday.incident.Card;
import mayday.incident.Command;
import mayday.incident.Event;
import mayday.incident.Hypothesis;
import mayday.incident.Stance;
import mayday.incident.Verdict;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Cause;
import mayday.scenario.Dimension;
import mayday.scenario.Severity;

/** What careful players have in common: scope first, hypotheses in writing, a remedy that is verified, and people who are told. */
final class Investigation {
    private static final List<Dimension> SCOPE = List.of(
            Dimension.SERVICE_SCOPE,
            Dimension.START_TIME,
            Dimension.REGION_SCOPE,
            Dimension.CUSTOMER_IMPACT,
            Dimension.RECENT_DEPLOYS,
            Dimension.CONFIG_FLAG_CHANGES);

    /** What an owner asks before a wide action: how bad, where, and whether there is room elsewhere. */
    private static final List<Dimension> EVIDENCE = List.of(
            Dimension.REGION_SCOPE,
            Dimension.TRAFFIC,
            Dimension.SCALING_INSTANCES,
            Dimension.CPU,
            Dimension.DEPENDENCY_STATUS,
            Dimension.TRIED_SO_FAR);

    private static final Duration CALLS_AFTER = Duration.ofMinutes(12);
    private static final Duration BETWEEN_UPDATES = Duration.ofMinutes(12);
    private static final Duration A_LITTLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(14);
    private static final int MOST_REMEDIES = 4;
    private static final int MOST_CONFIDENT = 95;
    private static final int LEAST_CONFIDENT = 5;

    private final Seat seat;
    private final Reasoning reasoning;
    private final Set<Action> taken = new LinkedHashSet<>();
    private Instant lastUpdate = Instant.MIN;

    Investigation(Seat seat) {
        this.seat = seat;
        this.reasoning = seat.reasoning();
        seat.incident().actions().forEach(action -> taken.add(action.action()));
        seat.incident().history().forEach(each -> {
            if (each.event() instanceof Event.UpdatePosted) {
                lastUpdate = each.at();
            }
        });
    }

    Reasoning reasoning() {
        return reasoning;
    }

    /** Scope and people first; what somebody did before is not done again. */
    void begin() {
        if (seat.incident().acknowledgedAt().isEmpty()) {
            seat.acknowledge();
        }
        SCOPE.stream().limit(4).filter(this::isOpen).forEach(seat::ask);
        if (seat.incident().severities().isEmpty()) {
            seat.declare(Severity.SEV2);
        }
        if (lastUpdate.equals(Instant.MIN)) {
            tell("We see the alert and are looking into it. More in ten minutes.");
        }
        SCOPE.stream().skip(4).filter(this::isOpen).forEach(seat::ask);
        reasoning.follow(seat.incident());
    }

    private boolean isOpen(Dimension dimension) {
        return seat.incident().history().stream()
                .noneMatch(each -> each.event() instanceof Event.QuestionAsked asked
                        && asked.understoodAs().interpretations().stream()
                                .anyMatch(read -> read.dimension() == dimension));
    }

    private void tell(String text) {
        seat.tell(Audience.STAKEHOLDERS, text);
        lastUpdate = seat.incident().now();
    }

    /** A word in between, if it is time for one. */
    void keepTold() {
        if (lastUpdate.plus(BETWEEN_UPDATES).isBefore(seat.incident().now())) {
            tell("Still on it; nothing new for you yet.");
        }
    }

    /** Writes down the two likeliest causes, with the evidence that there is. */
    void hypothesise() {
        var ranked = reasoning.ranked();
        for (var cause : ranked.subList(0, Math.min(2, ranked.size()))) {
            state(cause);
        }
    }

    private void state(Cause cause) {
        var confidence = Math.clamp(Math.round(100 * reasoning.share(cause)), LEAST_CONFIDENT, MOST_CONFIDENT);
        var target = cause.fault().target().value();
        var said = hypothesis(cause);
        if (said.isPresent()) {
            seat.make(new Command.ReviseHypothesis(seat.player(), said.get().id(), confidence));
            return;
        }
        seat.make(new Command.StateHypothesis(seat.player(), "", cause.fault().faultClass(), target, confidence));
        var stance = confidence >= 50 ? Stance.FOR : Stance.AGAINST;
        hypothesis(cause)
                .ifPresent(stated -> lastEvidence()
                        .forEach(card -> seat.make(new Command.LinkEvidence(
                                seat.player(), stated.id(), card.evidence().id(), stance))));
    }

    private java.util.Optional<Hypothesis> hypothesis(Cause cause) {
        return seat.incident().board().hypotheses().stream()
                .filter(each -> each.faultClass() == cause.fault().faultClass()
                        && each.target().equals(cause.fault().target().value()))
                .findFirst();
    }

    private List<Card> lastEvidence() {
        var cards = seat.incident().board().cards();
        return cards.isEmpty() ? List.of() : List.of(cards.getLast());
    }

    /** Takes one remedy after the other for what is likeliest at the time, until customers should be well. */
    void mend() {
        for (var i = 0; i < MOST_REMEDIES && !seat.isOver(); i++) {
            var cause = reasoning.ranked().getFirst();
            if (reasoning.isOver(cause)) {
                return;
            }
            var remedy = reasoning.remedy(cause, taken, seat.player());
            if (remedy.isEmpty()) {
                if (!bringsEvidence()) {
                    return;
                }
                continue;
            }
            taken.add(remedy.get());
            seat.act(remedy.get(), "Errors fall within a few minutes.");
            recover();
            reasoning.reconsider();
        }
    }

    /** Looks at what people want to see before they consent to something wide; whether there was anything left to look at. */
    private boolean bringsEvidence() {
        var open = EVIDENCE.stream().filter(this::isOpen).toList();
        open.forEach(seat::ask);
        reasoning.follow(seat.incident());
        return !open.isEmpty();
    }

    /** Who owns what is broken is called in if it lasts. */
    private void callOwner() {
        var now = seat.incident().now();
        var isLate = now.isAfter(seat.incident().scenario().pagedAt().plus(CALLS_AFTER));
        var called = seat.incident().history().stream().anyMatch(each -> each.event() instanceof Event.Escalated);
        if (isLate && !called) {
            var target = reasoning.ranked().getFirst().fault().target();
            seat.incident()
                    .scenario()
                    .system()
                    .find(target)
                    .ifPresent(service -> seat.make(new Command.Escalate(
                            seat.player(),
                            service.owner(),
                            "Customers are still hurt, and " + target + " looks like the place.")));
        }
    }

    /** Lets time pass until customers should be well if it is what it seems to be. */
    private void recover() {
        var until = seat.incident().now().plus(LONGEST_RECOVERY);
        reasoning.follow(seat.incident());
        while (!seat.isOver()
                && seat.incident().now().isBefore(until)
                && !reasoning.isOver(reasoning.ranked().getFirst())) {
            seat.letPass(A_LITTLE);
            keepTold();
            callOwner();
            reasoning.follow(seat.incident());
        }
    }

    /** Looks at the SLI again, settles the hypotheses, says that it is over, and closes. */
    void conclude() {
        recover();
        seat.ask(Dimension.CUSTOMER_IMPACT);
        reasoning.follow(seat.incident());
        var cause = reasoning.ranked().getFirst();
        hypothesise();
        for (var hypothesis : seat.incident().board().hypotheses()) {
            var isIt = hypothesis.faultClass() == cause.fault().faultClass()
                    && hypothesis.target().equals(cause.fault().target().value());
            var because =
                    lastEvidence().stream().map(card -> card.evidence().id()).toList();
            seat.make(new Command.JudgeHypothesis(
                    seat.player(), hypothesis.id(), isIt ? Verdict.CONFIRMED : Verdict.RULED_OUT, because));
        }
        tell(
                reasoning.isOver(cause)
                        ? "Requests are answered again. A review follows."
                        : "Customers are still hurt. I hand over what is known.");
        seat.close(cause.title());
    }
}
