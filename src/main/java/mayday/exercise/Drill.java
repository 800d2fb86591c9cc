package mayday.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.incident.IncidentId;
import mayday.incident.Participant;

/**
 * A timed exercise, folded from its events: one scenario and seed, several teams, a facilitator.
 *
 * @param teams in the order in which they were named
 * @param seats in the order in which people came
 * @param said what was said to everybody, in order
 * @param history all events so far
 */
public record Drill(
        DrillId id,
        DrillEvent.Created created,
        List<DrillTeam> teams,
        List<Seat> seats,
        List<Intel> intel,
        List<Said> said,
        Stage stage,
        Conduct conduct,
        List<DrillRecorded> history) {
    public Drill {
        teams = List.copyOf(teams);
        seats = List.copyOf(seats);
        intel = List.copyOf(intel);
        said = List.copyOf(said);
        history = List.copyOf(history);
    }

    /** In whose name a drill does what happens by itself. */
    public static final Participant ITSELF = new Participant("mayday", "Mayday");

    public Plan plan() {
        return created.plan();
    }

    public JoinCode code() {
        return created.code();
    }

    public long version() {
        return history.size();
    }

    /** Real time of the last event. */
    public Instant now() {
        return history.getLast().at();
    }

    public boolean isOver() {
        return stage instanceof Stage.Over;
    }

    public Optional<Seat> seat(String personId) {
        return seats.stream()
                .filter(each -> each.person().id().equals(personId))
                .findFirst();
    }

    public Optional<DrillTeam> team(DrillTeamId team) {
        return teams.stream().filter(each -> each.id().equals(team)).findFirst();
    }

    public List<Seat> seatsOf(DrillTeamId team) {
        return seats.stream().filter(each -> each.team().equals(team)).toList();
    }

    public Optional<Seat> commander(DrillTeamId team) {
        return seatsOf(team).stream()
                .filter(each -> each.role() == Role.INCIDENT_COMMANDER)
                .findFirst();
    }

    public Optional<IncidentId> incident(DrillTeamId team) {
        return stage.incidents().stream()
                .filter(each -> each.team().equals(team))
                .map(TeamIncident::incident)
                .findFirst();
    }

    /** What a role is told that others are not; empty if there is nothing. */
    public String intelOf(Role role) {
        return intel.stream()
                .filter(each -> each.role() == role)
                .map(Intel::text)
                .findFirst()
                .orElse("");
    }

    /** In whose name a team's incident is opened: it tells whose it is wherever the incident is found. */
    public Participant ownerOf(DrillTeam team) {
        return new Participant(
                Participant.TEAM_OF_A_DRILL + id.value() + ":" + team.id().value(), team.name());
    }

    /** Which team of which drill. */
    public record Ownership(DrillId drill, DrillTeamId team) {}

    /** The team that works an incident, if it is one of a drill. Nobody's cookie can carry such an id. */
    public static Optional<Ownership> ownership(Participant owner) {
        var parts = owner.id().split(":", -1);
        return owner.id().startsWith(Participant.TEAM_OF_A_DRILL) && parts.length == 3
                ? Optional.of(new Ownership(new DrillId(parts[1]), new DrillTeamId(parts[2])))
                : Optional.empty();
    }

    /**
     * How long the drill has run, pauses of all teams together left out; zero in the lobby.
     *
     * @param now real time
     */
    public Duration ran(Instant now) {
        return RunningTime.of(this, now);
    }

    /** How long it had {@linkplain #ran run} at each event of its history. */
    public List<Duration> ranAtEach() {
        return RunningTime.atEach(this);
    }
}
