package mayday.exercise;

import mayday.incident.Participant;

/** Where somebody sits in a drill. */
public record Seat(Participant person, DrillTeamId team, Role role, boolean ready) {
    Seat as(Role another) {
        return new Seat(person, team, another, ready);
    }

    Seat readied(boolean is) {
        return new Seat(person, team, role, is);
    }
}
