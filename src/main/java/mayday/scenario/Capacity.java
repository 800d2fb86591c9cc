package mayday.scenario;

/**
 * The size and ordinary behaviour of a service in each of its regions.
 *
 * @param replicas instances per region
 * @param concurrency requests that one replica works on at once (worker threads, connections)
 * @param cores processor cores of one replica
 * @param cpuSeconds processor time of one request, in seconds; at most {@code serviceSeconds}
 * @param serviceSeconds time in service of one request without waiting and without its dependencies, mean, in seconds
 * @param queueSeconds how much work may wait, in seconds of work at nominal speed; more is rejected
 * @param errorRatio share of requests that fail by themselves on an ordinary day, 0 to 1
 * @param memoryGib memory that one replica uses after start
 * @param memoryLimitGib memory at which a replica is killed
 * @param diskUsedRatio share of the disk in use, 0 to 1
 * @param startupSeconds time from starting a replica until it serves
 * @param serialSeconds part of {@code cpuSeconds} that only one thread of a replica can do, in seconds
 * @param gcShare share of the processor time that goes into collecting garbage, 0 where nothing is collected
 */
public record Capacity(
        int replicas,
        int concurrency,
        double cores,
        double cpuSeconds,
        double serviceSeconds,
        double queueSeconds,
        double errorRatio,
        double memoryGib,
        double memoryLimitGib,
        double diskUsedRatio,
        double startupSeconds,
        double serialSeconds,
        double gcShare) {

    /** Without serial work and without a garbage collector. */
    public Capacity(
            int replicas,
            int concurrency,
            double cores,
            double cpuSeconds,
            double serviceSeconds,
            double queueSeconds,
            double errorRatio,
            double memoryGib,
            double memoryLimitGib,
            double diskUsedRatio,
            double startupSeconds) {
        this(
                replicas,
                concurrency,
                cores,
                cpuSeconds,
                serviceSeconds,
                queueSeconds,
                errorRatio,
                memoryGib,
                memoryLimitGib,
                diskUsedRatio,
                startupSeconds,
                0,
                0);
    }
}
