package mayday.scenario;

/**
 * Somebody outside whose requests can be told apart, and blocked.
 *
 * @param share of the ordinary demand that is theirs, 0 to 1
 */
public record Client(ClientId id, String title, double share) {}
