package mayday.program;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import mayday.account.Accounts;
import mayday.compiler.Library;
import mayday.drill.JournaledDrills;
import mayday.drill.JournaledRooms;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import mayday.studio.LiveLibrary;
import mayday.studio.Studio;
import mayday.web.Premises;
import mayday.web.Web;

/**
 * The whole server in this process, put together as {@code mayday serve} does, on a free port: so that what is measured and its ceiling share
 * one JVM, one disk and one moment.
 */
final class RunningHere implements AutoCloseable {
    final Journal journal;
    final JournaledRooms rooms;
    final Library library;
    private final JournaledDrills drills;
    private final Studio studio;
    private final Web web;

    /**
     * @param data folder of the journal
     * @param speed of the server's clock: nobody makes more than a few moves a second in an incident, and the server does not let them, so a
     *     few incidents can only be moved in as fast as the disk allows when a minute is over sooner
     */
    RunningHere(Path data, double speed) throws DataUnusable {
        var scenarios = Path.of("scenarios");
        var clock = faster(speed);
        var random = new Random(5);
        this.journal = Journal.open(data, clock);
        var model = new ScenarioInterpreters(CompletableFuture.completedFuture(QuestionModel.load()));
        var live = LiveLibrary.of(scenarios, journal, Library.read(scenarios));
        this.library = live.get();
        this.studio = new Studio(live, journal, model);
        this.rooms = JournaledRooms.start(journal, live, model, clock, random::nextBytes);
        this.drills = JournaledDrills.start(journal.drills(), rooms, clock, random);
        var accounts = new Accounts(journal, clock, random, "");
        var premises = new Premises(studio, rooms, drills, model, journal.signingKey(random::nextBytes), accounts);
        this.web = new Web(() -> premises, random, clock, false, "");
        web.start("127.0.0.1", 0);
    }

    private static InstantSource faster(double speed) {
        var begun = System.nanoTime();
        var now = Instant.now();
        return () -> now.plus(Duration.ofNanos((long) ((System.nanoTime() - begun) * speed)));
    }

    String url() {
        return "http://127.0.0.1:" + web.port();
    }

    /** A live incident of {@code caller}, who is let in with it: its address in the API. */
    static String opened(Caller caller) {
        return opened(caller, 5);
    }

    /** The same with another seed, so that it has nothing in common with others. */
    static String opened(Caller caller, int seed) {
        var json = "{\"scenario\":\"elevated-500s\",\"clock\":\"live\",\"seed\":" + seed + "}";
        var answer = caller.post("/api/v1/incidents", json).good();
        return "/api/v1/incidents/" + idOf(answer.body());
    }

    static String idOf(String json) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(json)
                .path("id")
                .asString("");
    }

    @Override
    public void close() {
        web.close();
        studio.close();
        drills.close();
        rooms.close();
        journal.close();
    }
}
