package mayday.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.debrief.CustomerImpact;
import mayday.incident.Counterfactuals;
import mayday.incident.Incident;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.Where;

/**
 * What a probe asks: on each level of situation awareness something that whoever has followed the incident can know, and that the
 * simulated system answers. Nothing in the questions or their choices tells what is wrong.
 */
public final class ProbeQuestions {
    /** What counts as hurt: the share of failed requests from which customers notice. */
    private static final double HURT = 0.01;

    private static final double SOME = 0.05;
    private static final double MANY = 0.2;

    /** Within this factor things are as they were. */
    private static final double ALIKE = 1.5;

    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private ProbeQuestions() {}

    /** The questions, the same for every team. */
    public static List<Probe.Question> of(Scenario scenario) {
        var regions = new ArrayList<String>();
        regions.add("nowhere");
        scenario.system().regionIds().stream().map(RegionId::value).forEach(regions::add);
        regions.add("in more than one region");
        return List.of(
                new Probe.Question(
                        Probe.Level.PERCEPTION,
                        "What share of customers' requests fails just now?",
                        List.of("less than 1 %", "1 to 5 %", "5 to 20 %", "more than 20 %")),
                new Probe.Question(Probe.Level.PERCEPTION, "Where are customers hurt just now?", regions),
                new Probe.Question(
                        Probe.Level.COMPREHENSION,
                        "Compared with five minutes ago, it is",
                        List.of("better", "about the same", "worse")),
                new Probe.Question(
                        Probe.Level.PROJECTION,
                        "If nobody does anything more, in ten minutes",
                        List.of(
                                "customers will not be hurt",
                                "it will be better, but not over",
                                "it will be about as now",
                                "it will be worse")));
    }

    /** What is right for a team whose incident stands so at {@code now}. */
    public static Probe.Truth truth(DrillTeamId team, Incident incident, Instant now) {
        var share = CustomerImpact.failing(incident, Where.everywhere(), now);
        var before = CustomerImpact.failing(incident, Where.everywhere(), now.minus(BEFORE));
        var ahead = now.plus(AHEAD);
        var later = CustomerImpact.failing(new Counterfactuals(incident).asItWent(ahead), Where.everywhere(), ahead);
        return new Probe.Truth(
                team, List.of(band(share), where(incident, now), compared(before, share), coming(share, later)));
    }

    private static int band(double share) {
        if (share < HURT) {
            return 0;
        }
        return share < SOME ? 1 : share < MANY ? 2 : 3;
    }

    private static int where(Incident incident, Instant now) {
        var regions = incident.scenario().system().regionIds();
        var hurt = new ArrayList<Integer>();
        for (var i = 0; i < regions.size(); i++) {
            if (CustomerImpact.failing(incident, Where.in(regions.get(i)), now) >= HURT) {
                hurt.add(i + 1);
            }
        }
        return switch (hurt.size()) {
            case 0 -> 0;
            case 1 -> hurt.getFirst();
            default -> regions.size() + 1;
        };
    }

    private static int compared(double before, double now) {
        return isBetter(before, now) ? 0 : isBetter(now, before) ? 2 : 1;
    }

    private static int coming(double now, double later) {
        if (later < HURT) {
            return 0;
        }
        return isBetter(now, later) ? 1 : isBetter(later, now) ? 3 : 2;
    }

    private static boolean isBetter(double before, double after) {
        return before >= HURT && after * ALIKE < before;
    }
}
