package mayday.web;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import mayday.account.Accounts;
import mayday.account.Passwords;
import mayday.compiler.Blurbs;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.drill.JournaledDrills;
import mayday.drill.JournaledRooms;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.journal.SigningKey;
import mayday.question.Interpreter;
import mayday.question.Interpreters;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import mayday.scenario.Scenario;
import mayday.studio.CatalogueMemory;
import mayday.studio.FolderAtStart;
import mayday.studio.LiveLibrary;
import mayday.studio.Studio;

/** Mayday's web server with the shipped scenarios, a journal in a folder of the test, and a clock that the test moves. */
final class Served implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    static final String METRICS_TOKEN = "figures";
    /** Nothing is protected here, and many servers are started. */
    private static final Passwords.Cost CHEAP = new Passwords.Cost(64, 1, 1);

    static final String SCENARIO = "elevated-500s";

    final Library library;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T09:00:00Z"));
    final AtomicBoolean modelIsLoaded = new AtomicBoolean(true);
    final Journal journal;
    final JournaledRooms rooms;
    final JournaledDrills drills;
    final LiveLibrary live;
    final Studio studio;
    final Accounts accounts;
    private final Web web;

    /** How the scenarios come to the server. */
    private interface Reading {
        LiveLibrary with(Journal journal);
    }

    private Served(Path folder, Path scenarios, Function<Scenario, Interpreter> interpreter, Start start)
            throws DataUnusable {
        this(folder, journal -> LiveLibrary.of(scenarios, journal, compiled(scenarios)), interpreter, start);
    }

    private Served(Path folder, Reading reading, Function<Scenario, Interpreter> interpreter, Start start)
            throws DataUnusable {
        var random = new Random(5);
        this.journal = Journal.open(folder, now::get);
        var interpreters = new Interpreters() {
            @Override
            public Interpreter of(Scenario scenario) {
                return interpreter.apply(scenario);
            }

            @Override
            public boolean isReady(Scenario scenario) {
                return modelIsLoaded.get();
            }
        };
        this.live = reading.with(journal);
        this.library = live.soFar();
        this.studio = new Studio(live, journal, interpreters);
        this.rooms = JournaledRooms.start(journal, live, interpreters, now::get, random::nextBytes);
        this.drills = JournaledDrills.start(journal.drills(), rooms, now::get, random);
        var key = SigningKey.in(folder, new Random(6)::nextBytes);
        this.accounts = new Accounts(journal, now::get, new Random(7), start.password(), CHEAP);
        this.web = new Web(
                () -> new Premises(studio, rooms, drills, interpreters, key, accounts),
                random,
                now::get,
                start.behindProxy(),
                METRICS_TOKEN,
                new Clients(now::get, start.patience()));
        web.start("localhost", 0);
    }

    /** The shipped scenarios need not be compiled again for each server. */
    private static Library compiled(Path scenarios) {
        return scenarios.equals(Shipped.FOLDER) ? Shipped.library() : Library.read(scenarios);
    }

    static Served in(Path folder) throws DataUnusable {
        return in(folder, Shipped.FOLDER);
    }

    /** The same with other scenarios. */
    static Served in(Path folder, Path scenarios) throws DataUnusable {
        var keywords = new KeywordInterpreter();
        return new Served(folder, scenarios, _ -> keywords, Start.USUAL);
    }

    /**
     * How the server is started.
     *
     * @param patience how long a client may take nothing, by the test's clock
     */
    record Start(String password, boolean behindProxy, Duration patience) {
        static final Start USUAL = new Start(PASSWORD, false);

        Start(String password, boolean behindProxy) {
            this(password, behindProxy, Duration.ofMinutes(1));
        }
    }

    /** The same, started in another way. */
    static Served in(Path folder, Start start) throws DataUnusable {
        var keywords = new KeywordInterpreter();
        return new Served(folder, Shipped.FOLDER, _ -> keywords, start);
    }

    /** The same, just started: nothing has been compiled yet, and {@code known} is known from before. */
    static Served starting(Path folder, Path scenarios, Blurbs known) throws DataUnusable {
        var keywords = new KeywordInterpreter();
        return new Served(
                folder,
                journal -> LiveLibrary.of(
                        FolderAtStart.of(scenarios), journal, CatalogueMemory.of(known), Duration.ofMillis(50)),
                _ -> keywords,
                Start.USUAL);
    }

    /** The same with the real question model. */
    static Served understanding(Path folder) throws DataUnusable {
        var model = new ScenarioInterpreters(CompletableFuture.supplyAsync(QuestionModel::load));
        return new Served(folder, Shipped.FOLDER, model::of, Start.USUAL);
    }

    /** Somebody who has not been here before. */
    Caller somebody() {
        return new Caller("http://localhost:" + web.port());
    }

    int port() {
        return web.port();
    }

    Admission admission() {
        return web.admission;
    }

    Instant now() {
        return requireNonNull(now.get());
    }

    void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** The server is told to end, and its stores are not yet closed. */
    void stop() {
        web.close();
    }

    @Override
    public void close() {
        stop();
        studio.close();
        drills.close();
        rooms.close();
        journal.close();
    }
}
