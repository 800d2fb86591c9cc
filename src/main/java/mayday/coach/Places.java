package mayday.coach;

import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;

/**
 * Which part of the system a question is about, and how it could be asked. Nothing here names a kind of fault, so that no hint can be
 * read as an answer.
 */
final class Places {
    private Places() {}

    /** The first step: a kind of thing. */
    static String area(Dimension dimension) {
        return switch (dimension) {
            case SERVICE_SCOPE, REGION_SCOPE, CUSTOMER_IMPACT, ERROR_RATE, SLO_ERROR_BUDGET ->
                "Look at the extent of it: who is hurt, where, and how badly. That is not settled yet.";
            case START_TIME, ONSET_SHAPE ->
                "Look at time: when it began, and how it began. That narrows down what can have caused it.";
            case RECENT_DEPLOYS, CONFIG_FLAG_CHANGES, CRON_JOBS ->
                "Look at what people and machines did to the system before it began.";
            case TRIED_SO_FAR, PRIOR_INCIDENTS_RUNBOOK, ONCALL_ESCALATION ->
                "Look at what others know: there are people and records that have seen this system before.";
            case ERROR_TYPES, LOGS, TRACES ->
                "Look at what the software says about itself, close to where the failures come out.";
            case LATENCY, TRAFFIC -> "Look at what comes in and how long it takes, beside what is usual.";
            case CPU, MEMORY, DISK, PROCESSES_THREADS, SCALING_INSTANCES ->
                "Look at the machines that the services run on, and at how many there are.";
            case NETWORK, DNS_RESOLUTION, DNS_TTL_RESOLVER, CERTIFICATES, DEPENDENCY_STATUS ->
                "Look between the services: how one of them reaches the next, inside and outside of this system.";
            case DB_HEALTH, CONN_POOLS, QUEUE_DEPTH, CACHE ->
                "Look at where data is kept and waited for, behind the services that fail.";
        };
    }

    /** The second step: a question, in words that the interpreter understands. */
    static String question(Dimension dimension, Scenario scenario) {
        return "“" + words(dimension, scenario.page().condition().service()) + "”";
    }

    /**
     * Not {@link Dimension#question()}: that may ask whether a certificate has expired, which here would be an answer. What can only be
     * asked of one service is asked of the one that paged: that is known.
     */
    static String words(Dimension dimension, ServiceId paged) {
        return switch (dimension) {
            case SERVICE_SCOPE -> "Which services are failing?";
            case START_TIME -> "Since when?";
            case ONSET_SHAPE -> "Was it sudden or gradual?";
            case REGION_SCOPE -> "All regions or one?";
            case CUSTOMER_IMPACT -> "What do customers notice, and how many?";
            case RECENT_DEPLOYS -> "What was deployed before it began?";
            case CONFIG_FLAG_CHANGES -> "Which config or flags were changed before it began?";
            case ERROR_RATE -> "What is the error rate?";
            case ERROR_TYPES -> "Which kinds of errors are there?";
            case LATENCY -> "What is the latency?";
            case TRAFFIC -> "Is there more traffic than usual?";
            case CPU -> "What is the CPU usage of " + paged + "?";
            case MEMORY -> "What is the memory usage of " + paged + "?";
            case DISK -> "How full is the disk of " + paged + "?";
            case NETWORK -> "Is there packet loss?";
            case DB_HEALTH -> "How are the databases doing?";
            case CONN_POOLS -> "How full is the connection pool of " + paged + "?";
            case QUEUE_DEPTH -> "How deep are the queues?";
            case CACHE -> "What is the hit ratio of the caches?";
            case DEPENDENCY_STATUS -> "Are the dependencies healthy?";
            case DNS_RESOLUTION -> "Do the names resolve?";
            case DNS_TTL_RESOLVER -> "Which DNS TTL is used?";
            case CERTIFICATES -> "Until when are the TLS certs valid?";
            case SCALING_INSTANCES -> "How many instances are running?";
            case LOGS -> "What do the logs of " + paged + " say?";
            case TRACES -> "Can I see a trace of a failing request?";
            case PROCESSES_THREADS -> "What are the threads of " + paged + " doing?";
            case CRON_JOBS -> "Which cron jobs ran at that time?";
            case PRIOR_INCIDENTS_RUNBOOK -> "Did this happen before?";
            case SLO_ERROR_BUDGET -> "How much error budget is left?";
            case ONCALL_ESCALATION -> "Who is on call?";
            case TRIED_SO_FAR -> "What was tried so far?";
        };
    }

    /** As part of a sentence: what was asked about. */
    static String subject(Dimension dimension) {
        return switch (dimension) {
            case SERVICE_SCOPE -> "which services fail";
            case START_TIME -> "since when";
            case ONSET_SHAPE -> "how suddenly";
            case REGION_SCOPE -> "which regions";
            case CUSTOMER_IMPACT -> "who is hurt";
            case RECENT_DEPLOYS -> "deploys";
            case CONFIG_FLAG_CHANGES -> "config and flags";
            case ERROR_RATE -> "the error rate";
            case ERROR_TYPES -> "the kinds of errors";
            case LATENCY -> "latency";
            case TRAFFIC -> "traffic";
            case CPU -> "CPU";
            case MEMORY -> "memory";
            case DISK -> "disks";
            case NETWORK -> "packet loss";
            case DB_HEALTH -> "the databases";
            case CONN_POOLS -> "connection pools";
            case QUEUE_DEPTH -> "queues";
            case CACHE -> "the hit ratio of caches";
            case DEPENDENCY_STATUS -> "dependencies";
            case DNS_RESOLUTION -> "whether names resolve";
            case DNS_TTL_RESOLVER -> "how long names are kept";
            case CERTIFICATES -> "TLS certs";
            case SCALING_INSTANCES -> "the number of instances";
            case LOGS -> "logs";
            case TRACES -> "traces";
            case PROCESSES_THREADS -> "processes and threads";
            case CRON_JOBS -> "cron jobs";
            case PRIOR_INCIDENTS_RUNBOOK -> "earlier incidents";
            case SLO_ERROR_BUDGET -> "the error budget";
            case ONCALL_ESCALATION -> "who is on call";
            case TRIED_SO_FAR -> "what was tried";
        };
    }
}
