package mayday.evidence;

import java.util.List;
import mayday.scenario.ServiceKind;
import mayday.terminal.Chance;

/**
 * How each kind of service words its log lines. Places in curly brackets are filled for each line: {@code {id}} a
 * request id, {@code {request}} a method and a path, {@code {path}} a path alone, {@code {ip}} a client's address, {@code
 * {name}} a name that is looked up, {@code {ms:n}} a time around n milliseconds.
 */
enum LogPhrases {
    PROGRAM,
    PROXY,
    DATABASE,
    CACHE,
    RESOLVER;

    /**
     * What the places of a service's lines are filled with.
     *
     * @param names those that are looked up; may be empty
     * @param requests those that arrive, as {@link RequestPaths} has them
     */
    record Fillings(List<String> names, List<String> requests) {
        public Fillings {
            names = List.copyOf(names);
            requests = List.copyOf(requests);
        }
    }

    /**
     * What a failed call is told with.
     *
     * @param status what is answered
     * @param timeoutSeconds how long the caller waits; 0 if it is not known
     * @param expired whether the certificate in the handshake has expired
     */
    record Details(int status, double timeoutSeconds, boolean expired) {}

    static LogPhrases of(ServiceKind kind) {
        return switch (kind) {
            case EDGE -> PROXY;
            case SERVICE, QUEUE, THIRD_PARTY -> PROGRAM;
            case DATABASE -> DATABASE;
            case CACHE -> CACHE;
            case RESOLVER -> RESOLVER;
        };
    }

    /** A failure of its own making. */
    String own(int status) {
        return switch (this) {
            case PROGRAM -> "{request} " + status + ": unhandled exception in request handler, request {id}";
            case PROXY -> "{ip} \"{request}\" " + status + " internal error, request {id}";
            case DATABASE -> "canceling statement due to conflict with another transaction";
            case CACHE -> "internal error while executing command";
            case RESOLVER -> "query {name}. A from {ip}: internal error";
        };
    }

    /** Turned away because it was full. */
    String rejected(int status) {
        return switch (this) {
            case PROGRAM -> "{request} " + status + ": all workers busy and queue full, request {id} rejected";
            case PROXY -> "{ip} \"{request}\" " + status + " connection limit reached, request {id}";
            case DATABASE -> "sorry, too many clients already";
            case CACHE -> "max number of clients reached";
            case RESOLVER -> "query {name}. A from {ip}: dropped, too many outstanding queries";
        };
    }

    /** A request that failed because a call to {@code callee} did; an empty callee is one that is not known. */
    String failed(CallFailure failure, String callee, Details details) {
        var name = callee.isEmpty() ? "upstream" : callee;
        return this == PROXY ? proxied(failure, name, details) : called(failure, name, details);
    }

    private static String proxied(CallFailure failure, String name, Details details) {
        var request = "{ip} \"{request}\" ";
        return switch (failure) {
            case TIMEOUT ->
                request + details.status() + " upstream=" + name + " timed out" + after(details) + ", request {id}";
            case TLS ->
                request + details.status() + " upstream=" + name + " TLS handshake failed: " + trust(details)
                        + ", request {id}";
            case NAME -> request + details.status() + " upstream=" + name + " could not be resolved, request {id}";
            case REFUSED, ANSWER, NONE -> request + details.status() + " upstream=" + name + " failed, request {id}";
        };
    }

    private static String called(CallFailure failure, String name, Details details) {
        var request = "{request} ";
        return switch (failure) {
            case TIMEOUT ->
                request + details.status() + ": call to " + name + " timed out" + after(details) + ", request {id}";
            case TLS ->
                request + details.status() + ": TLS handshake with " + name + " failed: " + trust(details)
                        + ", request {id}";
            case NAME -> request + details.status() + ": cannot resolve the name of " + name + ", request {id}";
            case REFUSED, ANSWER, NONE -> request + details.status() + ": call to " + name + " failed, request {id}";
        };
    }

    private static String after(Details details) {
        return details.timeoutSeconds() > 0 ? " after " + Math.round(1000 * details.timeoutSeconds()) + " ms" : "";
    }

    private static String trust(Details details) {
        return details.expired() ? "certificate has expired" : "no trusted certificate";
    }

    String retried(String callee, CallFailure failure) {
        return "attempt to call " + callee + " failed (" + failure.words() + "), retrying, request {id}";
    }

    String hidden(String callee, CallFailure failure) {
        return "call to " + callee + " failed (" + failure.words() + "), answering without it, request {id}";
    }

    String poolWaits(String callee) {
        return "waiting for a connection to " + callee + ": pool exhausted, request {id}";
    }

    String slow(double seconds) {
        var time = "{ms:" + Math.round(1000 * seconds) + "}";
        return switch (this) {
            case PROGRAM -> "slow request: {request} took " + time + " ms, request {id}";
            case PROXY -> "{ip} \"{request}\" 200 slow, " + time + " ms";
            case DATABASE -> "duration: " + time + " ms  execute <unnamed>: SELECT ...";
            case CACHE -> "slow command: GET took " + time + " ms";
            case RESOLVER -> "query {name}. A from {ip}: slow, " + time + " ms";
        };
    }

    String ordinary(double seconds) {
        var time = "{ms:" + Math.max(1, Math.round(1000 * seconds)) + "}";
        return switch (this) {
            case PROGRAM -> "{request} 200 in " + time + " ms, request {id}";
            case PROXY -> "{ip} \"{request}\" 200 " + time + " ms";
            case DATABASE -> "connection authorized: application={id}";
            case CACHE -> "accepted {ip}";
            case RESOLVER -> "query {name}. A from {ip}: NOERROR";
        };
    }

    /** Once a minute and replica. */
    String housekeeping() {
        return switch (this) {
            case PROGRAM -> "health check answered";
            case PROXY -> "configuration unchanged, health checks sent";
            case DATABASE -> "checkpoint complete: wrote {n} buffers";
            case CACHE -> "{n} expired items freed";
            case RESOLVER -> "cache: {n} entries";
        };
    }

    /** The text of one line: its places filled by {@code hash}. */
    static String filled(String text, long hash, Fillings fillings) {
        var requests = fillings.requests();
        var names = fillings.names();
        var request = requests.get(Chance.below(requests.size(), hash >>> 7));
        var name = names.isEmpty() ? "host.internal" : names.get(Chance.below(names.size(), hash >>> 11));
        var line = text.replace("{request}", request)
                .replace("{path}", request.substring(request.indexOf('/')))
                .replace("{id}", Long.toHexString(hash >>> 32 | 0x1_0000_0000L).substring(1))
                .replace("{n}", Integer.toString(100 + Chance.below(9000, hash >>> 3)))
                .replace("{ip}", "10." + (hash >>> 8 & 127) + "." + (hash >>> 16 & 127) + "." + (hash >>> 24 & 127))
                .replace("{name}", name);
        return timed(line, hash);
    }

    private static String timed(String line, long hash) {
        int begin = line.indexOf("{ms:");
        int end = line.indexOf('}', begin + 1);
        if (begin < 0 || end < 0) {
            return line;
        }
        long millis = Long.parseLong(line, begin + 4, end, 10);
        long around = Math.max(1, Math.round(millis * (0.6 + 0.8 * Chance.unit(hash))));
        return line.substring(0, begin) + around + line.substring(end + 1);
    }

    /** The text as a kind of message: its places as an ellipsis. */
    static String generalised(String text) {
        return text.replaceAll(", request \\{id}", "").replaceAll("\\{[a-z]+(:\\d+)?}", "…");
    }
}
