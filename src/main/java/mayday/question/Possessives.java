package mayday.question;

import java.util.List;
import java.util.Set;

/** Finds whose something is where chat leaves the apostrophe out: "carts pool is full" of a service called cart. */
final class Possessives {
    /** What a service has of its own. */
    private static final Set<String> POSSESSIONS = Set.of(
            "slo",
            "budget",
            "pool",
            "pools",
            "threads",
            "heap",
            "cpu",
            "memory",
            "disk",
            "disks",
            "latency",
            "p99",
            "p95",
            "errors",
            "logs",
            "log",
            "traffic",
            "queue",
            "backlog",
            "pods",
            "hosts",
            "boxes",
            "instances",
            "replicas",
            "certificate",
            "certificates",
            "owner",
            "owners",
            "runbook",
            "runbooks",
            "version",
            "dns",
            "dependencies",
            "traces",
            "deploys",
            "deploy",
            "releases",
            "jobs",
            "flags",
            "config");

    private Possessives() {}

    /** {@code key} of the token at {@code at}; without its s if nothing is called so and what comes next is what a service has. */
    static String owner(List<String> tokens, int at, String key, Names names) {
        var isOwner = key.length() > 1
                && key.endsWith("s")
                && at + 1 < tokens.size()
                && POSSESSIONS.contains(tokens.get(at + 1))
                && names.services(key).isEmpty();
        return isOwner ? key.substring(0, key.length() - 1) : key;
    }
}
