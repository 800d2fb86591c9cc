package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Dimension;

/** Answers an interpretation from the simulated history. */
public final class Answers {
    private static final int GLANCE = 20;
    private static final int LOOK = 30;
    private static final int COMMAND = 40;
    private static final int SEARCH = 60;
    private static final int TRACE = 75;
    private static final int CAPTURE = 90;

    private Answers() {}

    /**
     * The answer to one interpretation.
     *
     * @param firstNumber the number of the first piece of evidence, if any is revealed
     */
    public static Answer answer(Circumstances circumstances, Interpretation interpretation, int firstNumber) {
        return answer(circumstances, new SimulatedHistory(circumstances.trajectory()), interpretation, firstNumber);
    }

    /** The same, read from a chronicle of the circumstances' trajectory. */
    public static Answer answer(
            Circumstances circumstances, Chronicle chronicle, Interpretation interpretation, int firstNumber) {
        return answer(circumstances, (History) chronicle, interpretation, firstNumber);
    }

    static Answer answer(Circumstances circumstances, History history, Interpretation interpretation, int firstNumber) {
        var inquiry = new Inquiry(circumstances, history, interpretation);
        var authored = AuthoredAnswers.of(inquiry);
        var reply =
                authored.isEmpty() ? CommandAnswers.of(inquiry).orElseGet(() -> reply(inquiry)) : authored.getFirst();
        return new Answer(
                reply.boundedText(), numbered(reply.exhibits(), firstNumber, asOf(inquiry)), reply.observations());
    }

    private static List<Evidence> numbered(List<Exhibit> exhibits, int firstNumber, Instant asOf) {
        var evidence = new ArrayList<Evidence>();
        for (var exhibit : exhibits) {
            var id = EvidenceId.numbered(firstNumber + evidence.size());
            evidence.add(new Evidence(id, exhibit.title(), exhibit.source(), asOf, exhibit.body()));
        }
        return evidence;
    }

    /** Evidence speaks up to now, or up to the end of the time that was asked about. */
    private static Instant asOf(Inquiry inquiry) {
        var now = inquiry.now();
        return inquiry.interpretation().window() instanceof Window.Between(var _, var until) && until.isBefore(now)
                ? until
                : now;
    }

    private static Reply reply(Inquiry inquiry) {
        return switch (inquiry.interpretation().dimension()) {
            case SERVICE_SCOPE -> ScopeAnswers.services(inquiry);
            case START_TIME -> OnsetAnswers.startTime(inquiry);
            case ONSET_SHAPE -> OnsetAnswers.onsetShape(inquiry);
            case REGION_SCOPE -> ScopeAnswers.regions(inquiry);
            case CUSTOMER_IMPACT -> EachRegion.of(inquiry, ImpactAnswers::customerImpact);
            case RECENT_DEPLOYS -> ChangeAnswers.deploys(inquiry);
            case CONFIG_FLAG_CHANGES -> ChangeAnswers.otherChanges(inquiry);
            case ERROR_RATE -> MetricAnswers.errorRate(inquiry);
            case ERROR_TYPES -> ErrorTypeAnswers.errorTypes(inquiry);
            case LATENCY -> MetricAnswers.latency(inquiry);
            case TRAFFIC -> MetricAnswers.traffic(inquiry);
            case CPU -> HostAnswers.cpu(inquiry);
            case MEMORY -> HostAnswers.memory(inquiry);
            case DISK -> HostAnswers.disk(inquiry);
            case NETWORK -> HostAnswers.network(inquiry);
            case DB_HEALTH -> EachRegion.of(inquiry, StoreAnswers::database);
            case CONN_POOLS -> EachRegion.of(inquiry, PoolAnswers::pools);
            case QUEUE_DEPTH -> MetricAnswers.queueDepth(inquiry);
            case CACHE -> EachRegion.of(inquiry, StoreAnswers::cache);
            case DEPENDENCY_STATUS -> EachRegion.of(inquiry, DependencyAnswers::status);
            case DNS_RESOLUTION -> EachRegion.of(inquiry, NameAnswers::resolution);
            case DNS_TTL_RESOLVER -> NameAnswers.resolvers(inquiry);
            case CERTIFICATES -> CertificateAnswers.certificates(inquiry);
            case SCALING_INSTANCES -> ScalingAnswers.scaling(inquiry);
            case LOGS -> LogAnswers.logs(inquiry);
            case TRACES -> EachRegion.of(inquiry, TraceAnswers::traces);
            case PROCESSES_THREADS -> ProcessAnswers.processes(inquiry);
            case CRON_JOBS -> FactAnswers.jobs(inquiry);
            case PRIOR_INCIDENTS_RUNBOOK -> FactAnswers.runbooks(inquiry);
            case SLO_ERROR_BUDGET -> FactAnswers.budget(inquiry);
            case ONCALL_ESCALATION -> FactAnswers.onCall(inquiry);
            case TRIED_SO_FAR -> FactAnswers.tried(inquiry);
        };
    }

    /** What it costs to have this looked up, in seconds of incident time: 20 to 90. */
    public static int costSeconds(Dimension dimension) {
        return switch (dimension) {
            case START_TIME, ONSET_SHAPE, REGION_SCOPE, SLO_ERROR_BUDGET, ONCALL_ESCALATION, TRIED_SO_FAR -> GLANCE;
            case SERVICE_SCOPE,
                    CUSTOMER_IMPACT,
                    RECENT_DEPLOYS,
                    CONFIG_FLAG_CHANGES,
                    ERROR_RATE,
                    LATENCY,
                    TRAFFIC,
                    QUEUE_DEPTH,
                    CACHE,
                    CONN_POOLS,
                    SCALING_INSTANCES,
                    CRON_JOBS -> LOOK;
            case ERROR_TYPES,
                    CPU,
                    MEMORY,
                    DISK,
                    DNS_RESOLUTION,
                    DNS_TTL_RESOLVER,
                    CERTIFICATES,
                    DEPENDENCY_STATUS,
                    PRIOR_INCIDENTS_RUNBOOK -> COMMAND;
            case DB_HEALTH, LOGS, PROCESSES_THREADS -> SEARCH;
            case TRACES -> TRACE;
            case NETWORK -> CAPTURE;
        };
    }
}
