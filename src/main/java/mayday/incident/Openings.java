package mayday.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mayday.evidence.Chronicle;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;

/**
 * Incidents of one scenario and seed in which nothing has been done yet, of whichever cause. How each goes if nobody ever does anything is
 * computed once, and shared by all that come to stand as it stands: whoever plays a scenario many times opens its incidents here. For any
 * number of threads.
 */
public final class Openings {
    private static final Participant NOBODY = new Participant("nobody", "Nobody");

    private final Scenario scenario;
    private final long seed;

    private final Past past;

    private Openings(Scenario scenario, long seed, Past past) {
        this.scenario = scenario;
        this.seed = seed;
        this.past = past;
    }

    public static Openings of(Scenario scenario, long seed) {
        var undisturbed = Trajectory.of(scenario.system(), seed, scenario.origin(), Schedule.EMPTY);
        return new Openings(scenario, seed, new Past(scenario, seed, undisturbed));
    }

    /** The histories without any disturbance. Each is computed when it is first asked for, and from then on only read. */
    private static final class Past {
        private final Scenario scenario;
        private final long seed;
        private final Trajectory undisturbed;
        private final Map<CauseId, LeftAlone> leftAlone = new ConcurrentHashMap<>();
        private final Map<CauseId, Chronicle> read = new ConcurrentHashMap<>();

        Past(Scenario scenario, long seed, Trajectory undisturbed) {
            this.scenario = scenario;
            this.seed = seed;
            this.undisturbed = undisturbed;
        }

        /** That of an incident with {@code cause}; what it is changed into shares what goes as it goes if nobody does anything. */
        Trajectory again(CauseId cause) {
            return leftAlone
                    .computeIfAbsent(cause, each -> new LeftAlone(this, each))
                    .history()
                    .again(Schedule.EMPTY);
        }

        private synchronized Trajectory calm() {
            return undisturbed.computed(scenario.pagedAt()).again(Schedule.EMPTY);
        }
    }

    /** The history of an incident in which nobody ever does anything. */
    private static final class LeftAlone {
        private final Past past;
        private final CauseId cause;
        private Optional<Trajectory> history = Optional.empty();

        LeftAlone(Past past, CauseId cause) {
            this.past = past;
            this.cause = cause;
        }

        synchronized Trajectory history() {
            var known = history.orElseGet(this::played);
            history = Optional.of(known);
            return known;
        }

        private Trajectory played() {
            var scenario = past.scenario;
            var opened = opened(scenario, past.seed, cause, NOBODY);
            var begun = Evolution.begin(scenario, new Recorded(1, scenario.origin(), opened), past.calm());
            var progress = new Progress(begun);
            Deadlines.pass(progress, begun.endsAt());
            return progress.incident().world().trajectory().computed(begun.endsAt());
        }
    }

    /** Those of a scenario with the same system, page and seed; {@code variant} may differ in what is asked and who may do what. */
    public Openings with(Scenario variant) {
        if (!variant.system().equals(scenario.system()) || !variant.pagedAt().equals(scenario.pagedAt())) {
            throw new IllegalArgumentException("the system or the page of " + variant.id() + " is another");
        }
        return new Openings(variant, seed, past);
    }

    /** As {@link Decider#open} opens one on the practice clock, played unaided. */
    public Incident open(CauseId cause, Participant by) {
        var first = new Recorded(1, scenario.origin(), opened(scenario, seed, cause, by));
        return Decider.paged(Evolution.begin(scenario, first, past.again(cause)))
                .after();
    }

    /** That {@code cause} was the true one of an incident of these, from the beginning until now. */
    public Supposition supposition(Incident incident, CauseId cause) {
        return new Supposition(line(incident, cause, false), incident);
    }

    /** The same, of a cause under which {@code played} was played: as long as it goes the same way, its numbers are taken over from there. */
    public Supposition supposition(Incident incident, Incident played) {
        var cause = played.opened().cause();
        return new Supposition(line(Decider.openedWith(played.computed(), cause), false), incident);
    }

    /**
     * What was read of suppositions about incidents of these is kept for those to come, which begin alike. They are asked nothing any more.
     */
    public void keep(List<Supposition> read) {
        for (var each : read) {
            past.read.put(each.incident().opened().cause(), each.chronicle());
        }
    }

    /** How an incident of these goes on from the page if {@code cause} is the true one. */
    Line line(Incident incident, CauseId cause, boolean shared) {
        return line(supposed(incident, cause), shared);
    }

    private Line line(Incident opened, boolean shared) {
        var read = past.read.get(opened.opened().cause());
        return read == null ? Line.of(opened, shared) : Line.of(opened, shared, read);
    }

    /** An incident of these as it is at the page if {@code cause} is the true one. */
    private Incident supposed(Incident incident, CauseId cause) {
        var first = new Recorded(1, scenario.origin(), incident.opened().of(cause));
        return Decider.paged(Evolution.begin(incident.scenario(), first, past.again(cause)))
                .after();
    }

    private static Event.IncidentOpened opened(Scenario scenario, long seed, CauseId cause, Participant by) {
        return new Event.IncidentOpened(
                scenario.id(),
                scenario.revision(),
                seed,
                cause,
                ClockMode.PRACTICE,
                Instant.EPOCH,
                by,
                Terms.UNAIDED,
                new Beginning.Fresh());
    }
}
