package mayday.player;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.debrief.Belief;
import mayday.debrief.BestQuestions;
import mayday.debrief.CustomerImpact;
import mayday.debrief.Deductions;
import mayday.debrief.Knowledge;
import mayday.debrief.Suppositions;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.scenario.Action;
import mayday.scenario.Cause;

/**
 * What somebody concludes who knows the candidate causes and the model, and nothing of which is true but the answers so far. Causes are
 * told apart by running all of them; remedies are tried in the model before they are taken.
 */
final class Reasoning {
    /** How far it looks ahead after an action. */
    private static final Duration HORIZON = Duration.ofMinutes(16);

    /** A remedy is worth its risk if it spares at least this share of the requests that would fail. */
    private static final double WORTH_IT = 0.05;

    /** Remedies that spare nearly the same are told apart by how many they put at risk. */
    private static final double AS_GOOD = 0.05;

    private final Suppositions suppositions;
    private final Optional<Bearings> bearings;
    private Incident incident;
    private Knowledge known;
    private Belief belief;
    private Optional<BestQuestions> questions = Optional.empty();

    /** @param bearings of the scenario and seed, if they are known */
    Reasoning(Incident incident, Suppositions suppositions, Optional<Bearings> bearings) {
        this.incident = incident;
        this.suppositions = suppositions;
        this.bearings = bearings;
        this.known = Deductions.of(incident, suppositions).known();
        this.belief = known.belief();
    }

    /** Takes in what has happened since. */
    void follow(Incident now) {
        incident = now;
        suppositions.follow(now);
        known = Deductions.of(now, suppositions).known();
        belief = known.belief();
    }

    /** The causes, the likeliest first. */
    List<Cause> ranked() {
        return incident.scenario().causes().stream()
                .sorted(Comparator.comparingDouble((Cause cause) -> belief.of(cause.id()))
                        .reversed())
                .toList();
    }

    double share(Cause cause) {
        return belief.of(cause.id());
    }

    /** The question that tells most per minute; none if none tells anything. */
    Optional<BestQuestions.Candidate> best() {
        if (questions.isEmpty()) {
            questions =
                    Optional.of(bearings.flatMap(known -> known.from(incident)).orElseGet(this::questions));
        }
        return questions.get().best(known).map(BestQuestions.Ranked::candidate);
    }

    /** What questions tell now. */
    BestQuestions questions() {
        return new BestQuestions(incident.scenario(), suppositions, incident.now());
    }

    /** What the best questions are changes with the system: they are worked out anew. */
    void reconsider() {
        questions = Optional.empty();
    }

    /** Whether customers are well again if {@code cause} is the true one. */
    boolean isOver(Cause cause) {
        return suppositions.under(cause.id()).impact() instanceof Impact.Ended;
    }

    /**
     * The action that spares customers most if {@code cause} is the true one, the narrowest of those that are about as good; none if
     * nothing helps noticeably.
     */
    Optional<Action> remedy(Cause cause, Set<Action> without, Participant player) {
        return direct(cause, without, player).or(() -> afterwards(cause, without, player));
    }

    /** What ends the impact when nothing spares customers much any more: they may be hurt in another way than by failed requests. */
    private Optional<Action> afterwards(Cause cause, Set<Action> without, Participant player) {
        var world = suppositions.under(cause.id());
        var until = world.now().plus(HORIZON);
        return Remedies.afterwards(incident.scenario(), cause).stream()
                .filter(action -> !without.contains(action))
                .filter(action ->
                        after(world, Optional.of(action), until, player).impact() instanceof Impact.Ended)
                .findFirst();
    }

    private Optional<Action> direct(Cause cause, Set<Action> without, Participant player) {
        var world = suppositions.under(cause.id());
        var untouched = failedAfter(world, Optional.empty(), player);
        var tried = Remedies.of(incident.scenario(), cause).stream()
                .filter(action -> !without.contains(action))
                .map(action -> new Tried(action, failedAfter(world, Optional.of(action), player)))
                .filter(each -> untouched - each.failed() > WORTH_IT * untouched)
                .toList();
        var least = tried.stream().mapToDouble(Tried::failed).min();
        return tried.stream()
                .filter(each -> each.failed() - least.orElse(0) <= AS_GOOD * untouched)
                .min(Comparator.comparingInt((Tried each) -> incident.scenario().blastRadius(each.action()))
                        .thenComparingDouble(Tried::failed))
                .map(Tried::action);
    }

    private record Tried(Action action, double failed) {}

    /** Requests that fail from now until the horizon. */
    private static double failedAfter(Incident world, Optional<Action> action, Participant player) {
        var until = world.now().plus(HORIZON);
        var before = CustomerImpact.cost(world, world.now()).failedRequests();
        var after = after(world, action, until, player);
        return CustomerImpact.cost(after, until).failedRequests() - before;
    }

    /** How things stand later if {@code action} is taken now. */
    private static Incident after(Incident world, Optional<Action> action, Instant until, Participant player) {
        var after = world;
        if (action.isPresent()) {
            after = Decider.decide(world.scenario(), world, new Command.Act(player, action.get(), ""), world.now())
                    .after();
        }
        return Decider.decide(world.scenario(), after, new Command.Observe(), until)
                .after();
    }
}
