package mayday.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.debrief.SoFar;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.scenario.Scenario;
import mayday.scenario.TinyShop;

/** The incident of a team on a live clock of 30 minutes, and what is known of how far it came. */
final class TeamAtWork {
    static final Participant MARA = new Participant("p-mara", "Mara");
    static final Participant INES = new Participant("f-ines", "Ines");
    static final DrillTeamId KESTREL = new DrillTeamId("kestrel");
    /** All that there is to find out, in bits. */
    static final double UNKNOWN = 4;

    private final Scenario scenario = TinyShop.scenario();
    private Incident incident = Decider.open(
                    scenario, 42, TinyShop.BAD_RELEASE, ClockMode.LIVE, Instant.EPOCH, MARA, Terms.UNAIDED)
            .after();

    static Instant minute(double minute) {
        return TinyShop.PAGED_AT.plus(Duration.ofMillis(Math.round(minute * 60_000)));
    }

    TeamAtWork at(double minute, Command command) {
        incident = Decider.decide(scenario, incident, command, minute(minute)).after();
        return this;
    }

    Incident incident() {
        return incident;
    }

    static SoFar found(double bits) {
        return new SoFar(50, 50, List.of(), UNKNOWN, UNKNOWN - bits, List.of());
    }

    /** @param failing share of customers' requests, and without the team's moves */
    static Assessment assessed(double bits, double failing, double untouched) {
        return new Assessment(KESTREL, 1, TinyShop.PAGED_AT, found(bits), 1_200.4, 0.25, failing, untouched, List.of());
    }
}
