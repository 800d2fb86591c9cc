package mayday.program;

import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mayday.journal.BareRows;
import tools.jackson.databind.json.JsonMapper;

/** Moves over HTTP beside a bare route that reads as much JSON and appends one row, by the same writer to the same file. */
final class CommandsSection {
    /**
     * In an incident 200 moves a minute are taken: more than the disk can store of all of them, and not much more, since the time that
     * passes in all of them is simulated as well.
     */
    private static final int CLOCK_SPEED = 20;

    /** So many stay in memory, and together they take more moves than a quick disk stores. */
    private static final int INCIDENTS = 320;

    private static final String UPDATE =
            "{\"audience\":\"channel\",\"text\":\"Checkout fails for one customer in five; we look at the release of 13:58.\"}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningHere server;
    private final String bare;

    private final int incidents;

    private CommandsSection(RunningHere server, String bare, int callers) {
        this.server = server;
        this.bare = bare;
        this.incidents = Math.max(INCIDENTS / callers, 1);
    }

    static void run(Path folder, Size size) throws Exception {
        System.out.println("\n## Commands with a durable append\n");
        Contest.header("Mayday, a second", "bare JSON and append, a second");
        for (var callers : size.callers()) {
            try (var server = new RunningHere(folder.resolve("commands-" + callers), CLOCK_SPEED)) {
                var rows = new BareRows(server.journal);
                var bare = Bare.started(config -> config.routes.post("/bare", ctx -> append(rows, ctx)));
                var section = new CommandsSection(server, "http://127.0.0.1:" + bare.port(), callers);
                var contest = new Contest(callers, size.seconds(), size.rounds());
                contest.between(section::updates, section::appends).print("an update, " + callers + " at once", 50);
                contest.between(section::hypotheses, section::appends)
                        .print("a hypothesis revised, " + callers + " at once", 50);
                bare.stop();
            }
        }
    }

    private static void append(BareRows rows, Context ctx) {
        var text = JSON.readTree(ctx.body()).path("text").asString();
        rows.add(text);
        ctx.status(201).contentType("application/json").result(JSON.writeValueAsString(Map.of("text", text)));
    }

    private Contest.Doer updates(int number) {
        var line = new Caller(server.url());
        return moves(line, incident -> incident + "/updates", (address, _) -> line.post(address, UPDATE));
    }

    private Contest.Doer hypotheses(int number) {
        var stated = "{\"text\":\"It is the release.\",\"confidence\":40}";
        var line = new Caller(server.url());
        return moves(
                line,
                incident -> incident + "/hypotheses/"
                        + RunningHere.idOf(line.post(incident + "/hypotheses", stated)
                                .good()
                                .body()),
                (address, turn) -> line.patch(address, "{\"confidence\":" + (turn % 2 == 0 ? 50 : 60) + "}"));
    }

    private interface Move {
        Caller.Answer in(String address, int turn);
    }

    /** @param addressed gives the address of the moves in an incident */
    private Contest.Doer moves(Caller line, UnaryOperator<String> addressed, Move move) {
        var mine = new ArrayList<String>();
        while (mine.size() < incidents) {
            var incident = RunningHere.opened(line);
            // The first move lets happen what came before the page: hours of simulated time.
            line.post(incident + "/updates", UPDATE).good();
            mine.add(addressed.apply(incident));
        }
        var turn = new AtomicInteger();
        return () -> {
            var now = turn.getAndIncrement();
            move.in(mine.get(now % mine.size()), now / mine.size()).good();
        };
    }

    private Contest.Doer appends(int number) {
        var line = new Caller(bare);
        return () -> line.post("/bare", UPDATE).good();
    }
}
