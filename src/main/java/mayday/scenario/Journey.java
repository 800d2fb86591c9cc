package mayday.scenario;

/**
 * Something that customers come to do, such as placing an order; customer impact is told in journeys.
 *
 * @param title what the customer does, such as {@code place an order}
 * @param through the service whose success decides whether it works
 * @param share share of customers who do it, 0 to 1
 */
public record Journey(String title, ServiceId through, double share) {}
