package mayday.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/** What a question, an update and the page cost in an incident that is longer and longer. */
final class LengthsSection {
    private static final int MEASURED = 9;
    private static final int ROUNDS_TO_WARM_UP = 5;
    private static final int CLOCK_SPEED = 20;
    private static final int TOO_MANY = 429;

    private LengthsSection() {}

    static void run(Path folder, Size size) throws Exception {
        System.out.println("\n## Length of an incident\n");
        System.out.println(
                "| events | a question, ms | an update, ms | the page, ms | after an update, ms | KiB of it | its JSON, ms |"
                        + "\n|---|---|---|---|---|---|---|");
        try (var server = new RunningHere(folder.resolve("lengths"), CLOCK_SPEED)) {
            // Everything is compiled before the shortest is measured.
            for (var round = 0; round < ROUNDS_TO_WARM_UP; round++) {
                measure(server, 100, false);
            }
            for (var events : size.events()) {
                measure(server, events, true);
            }
        }
    }

    private static void measure(RunningHere server, int events, boolean isPrinted) {
        try (var line = new Caller(server.url())) {
            var incident = RunningHere.opened(line);
            var room = server.rooms
                    .find(new mayday.incident.IncidentId(incident.substring(incident.lastIndexOf('/') + 1)))
                    .orElseThrow();
            while (room.incident().version() < events) {
                update(line, incident);
            }
            var version = room.incident().version();
            var page = incident.substring("/api/v1".length());
            var pages = millis(() -> line.get(page).good());
            var anew = millis(() -> update(line, incident), () -> line.get(page).good());
            var json = millis(() -> line.get(incident).good());
            var updates = millis(() -> update(line, incident));
            var questions = millis(() -> ask(line, incident));
            if (isPrinted) {
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %.1f | %.1f | %.1f | %.1f | %d | %.1f |%n",
                        version,
                        questions,
                        updates,
                        pages,
                        anew,
                        line.get(page).good().bytes() / 1024,
                        json);
            }
        }
    }

    private static void update(Caller line, String incident) {
        patiently(line, incident + "/updates", "{\"audience\":\"channel\",\"text\":\"Looking.\"}");
    }

    private static void ask(Caller line, String incident) {
        ask(line, incident, "any recent deploys?");
    }

    static void ask(Caller line, String incident, String question) {
        patiently(line, incident + "/questions", "{\"text\":\"" + question + "\"}");
    }

    /** Nobody may make too many moves a minute. */
    private static void patiently(Caller line, String path, String json) {
        var answer = line.post(path, json);
        while (answer.status() == TOO_MANY) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            answer = line.post(path, json);
        }
        answer.good();
    }

    private static double millis(Runnable work) {
        return millis(() -> {}, work);
    }

    /** @param before done before each time, and not measured */
    private static double millis(Runnable before, Runnable work) {
        var millis = new ArrayList<Double>();
        for (var time = 0; time < MEASURED; time++) {
            before.run();
            var begun = System.nanoTime();
            work.run();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return Contest.median(millis);
    }
}
