package mayday.scenario;

/**
 * How a system is run: it decides which commands and metric tables there are, and in whose terms they speak.
 *
 * @param runsOn what starts and stops its replicas
 * @param metrics where its metrics are kept
 * @param dns what answers its names
 */
public record Platform(RunsOn runsOn, Metrics metrics, Dns dns) {
    /** What a system runs on whose file does not say. */
    public static final Platform USUAL = new Platform(RunsOn.KUBERNETES, Metrics.PROMETHEUS, Dns.COREDNS);

    /** What starts and stops replicas. */
    public enum RunsOn {
        /** Pods of deployments: {@code kubectl}. */
        KUBERNETES,
        /** Instances of Auto Scaling groups: {@code aws autoscaling}. */
        EC2_AUTO_SCALING,
        /** Hosts that people look after: {@code systemctl}. */
        BARE_HOSTS
    }

    /** Where metrics are kept. */
    public enum Metrics {
        PROMETHEUS,
        CLOUDWATCH,
        ATLAS
    }

    /** What answers names within the system. */
    public enum Dns {
        COREDNS,
        ROUTE_53,
        UNBOUND
    }
}
