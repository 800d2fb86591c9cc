package mayday.scenario;

/** What kind of thing a service is; decides which questions and actions make sense for it. */
public enum ServiceKind {
    /** Where external traffic enters: load balancer or CDN. */
    EDGE,
    /** A stateless program of our own. */
    SERVICE,
    DATABASE,
    CACHE,
    QUEUE,
    /** A name resolver (DNS). */
    RESOLVER,
    /** Somebody else's service: can be asked about, not acted on. */
    THIRD_PARTY
}
