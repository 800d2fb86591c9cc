package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A dump of a JVM's threads, as {@code jstack} prints it. */
final class ThreadDump {
    /** Of more workers the rest is left out; a dump is as long as five lines for each. */
    private static final int MOST_WORKERS = 2_000;

    private ThreadDump() {}

    private record Doing(String state, List<String> frames) {}

    static List<String> lines(Session session, Workers workers) {
        var lines = new ArrayList<String>();
        lines.add(Numbers.formatter("yyyy-MM-dd HH:mm:ss").format(session.now()));
        var version = Software.javaVersion(session.here().service());
        lines.add("Full thread dump OpenJDK 64-Bit Server VM (" + version + "+8-LTS mixed mode, sharing):");
        lines.add("");
        int number = 0;
        int all = (int) Math.min(MOST_WORKERS, workers.limit());
        for (var each : workers.waiting()) {
            for (int i = 0; i < Numbers.whole(each.workers()) && number < all; i++) {
                thread(session, lines, ++number, waiting(session, each.callee()));
            }
        }
        for (int i = 0; i < Numbers.whole(workers.running()) && number < all; i++) {
            thread(session, lines, ++number, running(session));
        }
        while (number < all) {
            thread(session, lines, ++number, idle());
        }
        lines.add(
                "\"main\" #1 [7] prio=5 os_prio=0 cpu=812.44ms elapsed=%s tid=0x00007f2c1402a800 nid=7 waiting on condition"
                        .formatted(elapsed(session)));
        lines.add("   java.lang.Thread.State: WAITING (parking)");
        return lines;
    }

    private static String elapsed(Session session) {
        var up = java.time.Duration.between(
                session.instruments().bornAt(session.here().host()), session.now());
        return Numbers.fixed(up.toMillis() / 1000.0, 2) + "s";
    }

    private static void thread(Session session, List<String> lines, int number, Doing doing) {
        long hash = Chance.hash(session.instruments().seed(), session.here().hostName(), number);
        lines.add("\"http-worker-%d\" #%d [%d] prio=5 os_prio=0 cpu=%sms elapsed=%s tid=0x00007f2c%08x nid=%d %s"
                .formatted(
                        number,
                        30 + number,
                        40 + number,
                        Numbers.fixed(1000 + 9000 * Chance.unit(hash), 2),
                        elapsed(session),
                        hash & 0xffff_ff00L,
                        40 + number,
                        doing.state().startsWith("RUNNABLE") ? "runnable" : "waiting on condition"));
        lines.add("   java.lang.Thread.State: " + doing.state());
        doing.frames().forEach(frame -> lines.add("\tat " + frame));
        lines.add("");
    }

    private static Doing waiting(Session session, String callee) {
        var client = camel(callee) + "Client";
        return new Doing(
                "TIMED_WAITING (parking)",
                List.of(
                        "jdk.internal.misc.Unsafe.park(java.base/Native Method)",
                        "java.util.concurrent.CompletableFuture.timedGet(java.base/CompletableFuture.java:1960)",
                        "com.%s.client.%s.call(%s.java:%d)"
                                .formatted(
                                        owner(session), client, client, 40 + Chance.below(120, Chance.hash(2, callee))),
                        handler(session)));
    }

    private static Doing running(Session session) {
        var handler = camel(session.here().id().value());
        return new Doing(
                "RUNNABLE",
                List.of(
                        "com.%s.%s.%sWork.run(%sWork.java:%d)"
                                .formatted(
                                        owner(session),
                                        handler.toLowerCase(Locale.ROOT),
                                        handler,
                                        handler,
                                        60 + Chance.below(200, Chance.hash(3, handler))),
                        handler(session)));
    }

    private static Doing idle() {
        return new Doing(
                "WAITING (parking)",
                List.of(
                        "jdk.internal.misc.Unsafe.park(java.base/Native Method)",
                        "java.util.concurrent.LinkedBlockingQueue.take(java.base/LinkedBlockingQueue.java:440)"));
    }

    private static String handler(Session session) {
        var name = camel(session.here().id().value()) + "Handler";
        return "com.%s.http.%s.handle(%s.java:57)".formatted(owner(session), name, name);
    }

    private static String owner(Session session) {
        return session.system().id().value().replace("-", "");
    }

    static String camel(String service) {
        var name = new StringBuilder();
        for (var part : service.split("-")) {
            name.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }
}
