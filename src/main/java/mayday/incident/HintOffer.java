package mayday.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a hint can be had, which step it would be, and what it would cost: known before it is taken. */
public sealed interface HintOffer {
    /** Three matters to the end; who needs more reads the debrief. */
    int MOST = 9;

    /**
     * The next hint.
     *
     * @param matter what the last hint was about, if this is the next step of it; empty for a new matter
     * @param cost incident time; nothing on a live clock
     * @param left how many hints there are, this one included
     */
    record Next(Optional<Matter> matter, HintStep step, Duration cost, int left) implements HintOffer {
        /** Off the score of the part of the debrief that it helps. */
        public int points() {
            return step.points();
        }

        /** What whoever wants another step is told: the price that was told is the price. */
        public Refusal insteadOfAnother() {
            return new Refusal.NotNow("The next hint is another by now: step " + step.number() + ", " + step.words()
                    + ". Nothing was taken; look at its price and ask again.");
        }

        /** In words, such as {@code 30 seconds of incident time and 5 points}. */
        public String price() {
            var points = points() + " points";
            return cost.isZero() ? points : cost.toSeconds() + " seconds of incident time and " + points;
        }
    }

    /** There is none. */
    record None(Refusal why) implements HintOffer {}

    static HintOffer of(Incident incident) {
        if (incident.isOver()) {
            return new None(new Refusal.IncidentOver());
        }
        if (!incident.opened().terms().hints()) {
            return new None(new Refusal.NotNow("This incident is played without hints."));
        }
        var taken = taken(incident);
        if (taken.size() >= MOST) {
            return new None(new Refusal.LimitReached("hints", MOST));
        }
        var going = taken.isEmpty() ? Optional.<Event.HintTaken>empty() : goingOn(incident, taken.getLast());
        var step = going.flatMap(last -> last.step().next()).orElse(HintStep.WHERE);
        var cost = incident.opened().mode() == ClockMode.PRACTICE ? step.cost() : Duration.ZERO;
        return new Next(going.map(Event.HintTaken::matter), step, cost, MOST - taken.size());
    }

    /** The hints that were taken, in order. */
    static List<Recorded> taken(Incident incident) {
        return incident.history().stream()
                .filter(each -> each.event() instanceof Event.HintTaken)
                .toList();
    }

    /** The last hint, if there is more to say about its matter and the learner has not done yet what it was for. */
    private static Optional<Event.HintTaken> goingOn(Incident incident, Recorded last) {
        var hint = (Event.HintTaken) last.event();
        var done = incident.history().subList((int) last.sequence(), (int) incident.version()).stream()
                .anyMatch(each -> hint.matter().isDoneBy(each.event()));
        return done || hint.step().next().isEmpty() ? Optional.empty() : Optional.of(hint);
    }
}
