package mayday.web.view;

/** What the page of a room shows in addition when a drill team works in it. */
public record StripView(TeamView team, MineView mine, ProbeView probe) {}
