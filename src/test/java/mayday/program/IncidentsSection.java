package mayday.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a question costs and how much memory the server takes with more and more incidents open, each with a seed of its own, of which at most
 * {@value #ACTIVE} are active: one after the other is asked something, over and over, and each time something else.
 */
final class IncidentsSection {
    private static final int ACTIVE = 500;
    private static final int ASKED = 1_000;

    /** Within a minute the server takes 200 moves in an incident. */
    private static final int ASKED_OF_ONE = 40;

    private static final int WARM_UP = 150;

    private IncidentsSection() {}

    static void run(Path folder, Size size) {
        System.out.println("\n## Open incidents\n");
        System.out.println(
                "| open | asked in turn | heap limit | the first question, processor time, ms | later ones, median, ms | 99th percentile | processor time, ms | resident, MiB | bar |"
                        + "\n|---|---|---|---|---|---|---|---|---|");
        for (var heap : List.of("384m", "")) {
            var environment = heap.isEmpty() ? Map.<String, String>of() : Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + heap);
            try (var server = ServerProcess.start(folder.resolve("open-" + heap), Path.of("scenarios"), environment);
                    var line = new Caller(server.url())) {
                var incidents = new ArrayList<String>();
                var warm = RunningHere.opened(line, 0);
                for (var asked = 0; asked < WARM_UP; asked++) {
                    ask(line, warm, asked);
                }
                for (var open : size.incidents()) {
                    while (incidents.size() < open) {
                        incidents.add(RunningHere.opened(line, incidents.size() + 1));
                    }
                    measure(server, line, incidents, heap.isEmpty() ? "none" : heap);
                }
            }
        }
    }

    private static void ask(Caller line, String incident, int turn) {
        LengthsSection.ask(line, incident, Questions.of(turn));
    }

    private static void measure(ServerProcess server, Caller line, List<String> incidents, String heap) {
        // The newest are as likely to be in memory as any: the oldest are asked.
        var active = incidents.subList(0, Math.min(ACTIVE, incidents.size()));
        var millis = new ArrayList<Double>();
        var times = Math.min(ASKED, ASKED_OF_ONE * active.size());
        // Some of them may have been gone, and are brought back.
        var before = server.processorNanos();
        active.forEach(incident -> ask(line, incident, 0));
        var processor = server.processorNanos();
        var first = (processor - before) / 1e6 / active.size();
        for (var asked = 0; asked < times; asked++) {
            var begun = System.nanoTime();
            ask(line, active.get(asked % active.size()), 1 + asked / active.size());
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %d | %s | %.1f | %.1f | %.1f | %.1f | %d | 700 |%n",
                incidents.size(),
                active.size(),
                heap,
                first,
                Contest.median(millis),
                millis.get(millis.size() * 99 / 100),
                (server.processorNanos() - processor) / 1e6 / times,
                server.residentBytes() >> 20);
    }
}
