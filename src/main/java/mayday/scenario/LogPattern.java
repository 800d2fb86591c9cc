package mayday.scenario;

/**
 * A message that a service logs while a cause is in a state.
 *
 * @param level {@code ERROR}, {@code WARN} or {@code INFO}
 * @param text the message
 * @param per what it is logged for
 * @param share how many of those are logged with this text, 0 to 1
 * @param status what the service answers to the failed requests that it speaks of; 0 if it does not say
 */
public record LogPattern(ServiceId service, Where where, String level, String text, Per per, double share, int status) {

    /** Without a word on the status. */
    public LogPattern(ServiceId service, Where where, String level, String text, Per per, double share) {
        this(service, where, level, text, per, share, 0);
    }

    /** What one line stands for. */
    public enum Per {
        /** Each failed request. */
        FAILURE,
        /** Each request. */
        REQUEST,
        /** Each minute and replica. */
        MINUTE
    }
}
