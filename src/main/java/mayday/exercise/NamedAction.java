package mayday.exercise;

import mayday.incident.Participant;

/** The one thing that somebody wants to do differently after the drill. */
public record NamedAction(Participant person, DrillTeamId team, String text) {}
