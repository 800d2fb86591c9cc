package mayday.program;

import java.nio.file.Path;
import java.util.List;

/** The page of an incident beside a bare page of as many bytes. */
final class PagesSection {
    private static final int AT_ONCE = 4;

    /** Answers are there soon, and the page stays as large as it was when it was measured. */
    private static final int CLOCK_SPEED = 20;

    private static final long UNTIL_ANSWERED_NANOS = 6_000_000_000L;

    private PagesSection() {}

    static void run(Path folder, Size size) throws Exception {
        System.out.println("\n## The incident page\n");
        Contest.header("Mayday, pages a second", "a bare JTE page of its size, a second");
        try (var server = new RunningHere(folder.resolve("pages"), CLOCK_SPEED)) {
            for (var questions : List.of(1, 12, 48)) {
                contest(server, questions, size);
            }
        }
    }

    private static void contest(RunningHere server, int questions, Size size) throws Exception {
        var owner = new Caller(server.url());
        var incident = RunningHere.opened(owner);
        for (var number = 0; number < questions; number++) {
            owner.post(incident + "/questions", "{\"text\":\"" + Questions.of(number) + "\"}")
                    .good();
        }
        java.util.concurrent.locks.LockSupport.parkNanos(UNTIL_ANSWERED_NANOS);
        var path = incident.substring("/api/v1".length());
        var bytes = owner.get(path).good().bytes();
        var page = new BarePage(bytes);
        var bare = Bare.started(config -> config.routes.get("/bare", ctx -> ctx.html(page.rendered())));
        new Contest(AT_ONCE, size.seconds(), size.rounds())
                .between(
                        _ -> {
                            var line = new Caller(server.url()).as(owner.cookie());
                            return () -> line.get(path).good();
                        },
                        _ -> {
                            var line = new Caller("http://127.0.0.1:" + bare.port());
                            return () -> line.get("/bare").good();
                        })
                .print(questions + " questions asked, " + bytes / 1024 + " KiB", 50);
        bare.stop();
    }
}
