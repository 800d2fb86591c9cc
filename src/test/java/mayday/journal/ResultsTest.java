package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mayday.incident.ClockMode;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Status;
import mayday.review.Played;
import mayday.review.Result;
import mayday.scenario.CauseId;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What came of debriefs is kept beside the incidents, and none of it is needed. */
@ParameterizedClass
@EnumSource(Store.class)
class ResultsTest {
    private static final IncidentId FIRST = new IncidentId("first");
    private static final Result GOOD = new Result(
            72,
            List.of(new Result.Part("scope-first", "Scope first", 80, "Where was never asked.")),
            List.of(Duration.ofSeconds(1070)),
            6,
            true,
            false,
            "Nobody was told.",
            List.of());

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private Place place = new Place.Folder(Path.of(""));

    private final AtomicReference<Instant> now = new AtomicReference<>(JournalTest.NOON);
    private Journal journal;

    @BeforeEach
    void open() throws DataUnusable {
        place = store.place(folder);
        journal = Journal.open(place, now::get);
        journal.open(FIRST, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void ends(IncidentId id, Duration after) {
        now.set(JournalTest.NOON.plus(after));
        journal.append(id, 1, List.of(JournalTest.recorded(2, new Event.TimeRanOut())), Status.TIMED_OUT);
    }

    @Test
    void listsWhatIsOverWithWhatIsKeptOfIt() {
        assertThat(journal.playedBy("p-ada", 10)).as("still open").isEmpty();

        ends(FIRST, Duration.ofMinutes(40));
        assertThat(journal.playedBy("p-ada", 10)).containsExactly(played(List.of()));
        assertThat(journal.playedBy("p-grace", 10)).isEmpty();

        journal.keep(FIRST, GOOD);
        assertThat(journal.playedBy("p-ada", 10)).containsExactly(played(List.of(GOOD)));
    }

    private static Played played(List<Result> result) {
        return new Played(
                FIRST,
                new ScenarioId("outage"),
                new CauseId("bad-release"),
                ClockMode.LIVE,
                false,
                JournalTest.NOON,
                JournalTest.NOON.plus(Duration.ofMinutes(40)),
                result);
    }

    @Test
    void theLatestResultTakesThePlaceOfTheOneBefore() {
        ends(FIRST, Duration.ofMinutes(40));
        journal.keep(FIRST, GOOD);
        var better = new Result(
                90,
                GOOD.parts(),
                List.of(),
                3,
                false,
                true,
                "",
                List.of(new Result.Par(95, List.of(Duration.ofMinutes(15)))));
        journal.keep(FIRST, better);

        assertThat(journal.playedBy("p-ada", 10).getFirst().result()).containsExactly(better);
    }

    @Test
    void aResultOfAnotherScoringOrOneThatIsDamagedIsAsGoodAsNone() throws Exception {
        ends(FIRST, Duration.ofMinutes(40));
        journal.keep(FIRST, GOOD);

        run("update result set scoring = scoring - 1");
        assertThat(journal.playedBy("p-ada", 10)).containsExactly(played(List.of()));

        run("update result set scoring = scoring + 1, body = '{\"score\": 1}'");
        assertThat(journal.playedBy("p-ada", 10)).containsExactly(played(List.of()));

        run("update result set body = 'nonsense'");
        assertThat(journal.playedBy("p-ada", 10)).containsExactly(played(List.of()));
    }

    private void run(String sql) {
        Store.execute(place, sql);
    }

    @Test
    void storedNamesAreKept() {
        assertThat(ResultRows.encode(GOOD))
                .isEqualTo("{\"score\":72,\"parts\":[{\"id\":\"scope-first\",\"title\":\"Scope first\",\"score\":80,"
                        + "\"lesson\":\"Where was never asked.\"}],\"mitigated\":[1070],\"questions\":6,\"ended\":true,"
                        + "\"named\":false,\"lesson\":\"Nobody was told.\"}");
    }
}
