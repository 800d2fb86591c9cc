package mayday.web.view;

/** What the page of a room shows in addition when a drill team works in it. */
public record StripView(RosterView team, MineView mine, ProbeView probe) {}
