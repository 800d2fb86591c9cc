package mayday.scenario;

import java.time.Duration;

/** Something that a person writes into the incident's channel by themselves: noise, pressure or help. */
public record Message(String from, Duration afterPage, String text) {}
