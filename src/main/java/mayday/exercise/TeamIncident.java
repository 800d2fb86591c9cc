package mayday.exercise;

import mayday.incident.IncidentId;

/** Which incident a team works. */
public record TeamIncident(DrillTeamId team, IncidentId incident) {}
