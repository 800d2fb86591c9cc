package mayday.question;

import java.util.regex.Pattern;
import mayday.scenario.Dimension;

/** Tells whether a command says of what it is to look something up. */
final class CommandArguments {
    /** Nothing but options and subcommands. */
    private static final Pattern OPTIONS = Pattern.compile("(?:[-+]\\S+|x509|s_client|aux|ef|noall|any|a|mx| )*");

    private CommandArguments() {}

    /** Whether a command that looks this up means nothing without saying of what. */
    static boolean isLacking(Dimension dimension, String about, Mentions mentions) {
        var needsName = dimension == Dimension.DNS_RESOLUTION || dimension == Dimension.CERTIFICATES;
        var isBare = OPTIONS.matcher(about).matches();
        return wantsArgument(dimension) && mentions.isEmpty() && (isBare || needsName);
    }

    private static boolean wantsArgument(Dimension dimension) {
        return switch (dimension) {
            case DNS_RESOLUTION, NETWORK, CERTIFICATES, TRACES, LOGS, PROCESSES_THREADS -> true;
            case SERVICE_SCOPE,
                    START_TIME,
                    ONSET_SHAPE,
                    REGION_SCOPE,
                    CUSTOMER_IMPACT,
                    RECENT_DEPLOYS,
                    CONFIG_FLAG_CHANGES,
                    ERROR_RATE,
                    ERROR_TYPES,
                    LATENCY,
                    TRAFFIC,
                    CPU,
                    MEMORY,
                    DISK,
                    DB_HEALTH,
                    CONN_POOLS,
                    QUEUE_DEPTH,
                    CACHE,
                    DEPENDENCY_STATUS,
                    DNS_TTL_RESOLVER,
                    SCALING_INSTANCES,
                    CRON_JOBS,
                    PRIOR_INCIDENTS_RUNBOOK,
                    SLO_ERROR_BUDGET,
                    ONCALL_ESCALATION,
                    TRIED_SO_FAR -> false;
        };
    }
}
