package mayday.exercise;

/** People who work one incident together. Each team of a drill has an incident of its own, with the same world. */
public record DrillTeam(DrillTeamId id, String name) {}
