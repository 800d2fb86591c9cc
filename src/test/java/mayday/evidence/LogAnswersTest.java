package mayday.evidence;

import static mayday.evidence.Shop.CARDLINK;
import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Shop.NORTH;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.host;
import static mayday.evidence.Telling.node;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mayday.evidence.Circumstances.Passage;
import mayday.evidence.Evidence.Log;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

/** The bad release has been failing since 13:50 and logs its own words for three failures in four. */
class LogAnswersTest {
    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ /[^ \"]*");

    private static final KnownHistory FAILING = new KnownHistory()
            .from("12:00", Signal.ERROR_OWN, CHECKOUT, everywhere(), 0)
            .from("12:00", Signal.ERROR_RATIO, CHECKOUT, everywhere(), 0)
            .from("13:50", Signal.ERROR_RATIO, CHECKOUT, everywhere(), 0.40)
            .from("13:50", Signal.ERROR_OWN, CHECKOUT, everywhere(), 0.40);

    @Test
    void showsMessagesInProportionToHowOftenTheyAreWritten() {
        var answer = Telling.of(FAILING).ask(Dimension.LOGS, service(CHECKOUT));
        var log = only(Log.class, answer);

        assertThat(answer.text())
                .isEqualTo("checkout wrote about 25\u202f455 lines in 5 min: 24\u202f800 errors, 0 warnings."
                        + " The most frequent of these (18\u202f600): \"basket is broken\".");
        assertThat(log.matching()).isEqualTo(25_455);
        assertThat(count(log, "basket is broken")).isEqualTo(33);
        assertThat(count(log, "unhandled exception")).isEqualTo(11);
        assertThat(log.entries()).hasSize(47).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(log.entries())
                .allMatch(entry -> !entry.at().isAfter(NOW) && !entry.at().isBefore(NOW.minusSeconds(310)));
    }

    @Test
    void writesTheSameLinesEachTimeAndTheSameInAnOverlappingWindow() {
        var question = Shop.within(Dimension.LOGS, new Window.Last(Duration.ofMinutes(4)), node(CHECKOUT, NORTH));
        var once = only(Log.class, Telling.of(FAILING).ask(question));
        var again = only(Log.class, Telling.of(FAILING).ask(question));
        var longer = only(
                Log.class,
                Telling.of(FAILING)
                        .ask(Shop.within(
                                Dimension.LOGS, new Window.Last(Duration.ofMinutes(5)), node(CHECKOUT, NORTH))));

        assertThat(again).isEqualTo(once);
        assertThat(longer.entries()).filteredOn(once.entries()::contains).hasSizeGreaterThan(30);
    }

    @Test
    void writesAnotherStatesWordsOnlyWhileItHolds() {
        var mended = new CauseState(Cause.UNDONE, List.of(), List.of(), List.of());
        var before = Shop.at(NOW);
        var circumstances = new Circumstances(
                before.scenario(),
                before.cause(),
                List.of(before.passages().getFirst(), new Passage(mended, KnownHistory.time("14:06"))),
                before.trajectory(),
                List.of(),
                List.of(),
                7,
                NOW);
        var log = only(Log.class, Telling.of(FAILING, circumstances).ask(Dimension.LOGS, service(CHECKOUT)));

        assertThat(log.entries())
                .filteredOn(entry -> entry.text().equals("basket is broken"))
                .isNotEmpty()
                .allMatch(entry -> !entry.at().isAfter(KnownHistory.time("14:06")));
    }

    @Test
    void namesTheDependencyThatFailed() {
        var history = new KnownHistory()
                .from("13:50", Signal.ERROR_TIMEOUT, CHECKOUT, everywhere(), 0.2)
                .from("13:50", DependencySignal.FAILURE_RATIO, CHECKOUT, ORDERS_DB, everywhere(), 0.2)
                .from("13:50", DependencySignal.TIMEOUT_RATIO, CHECKOUT, ORDERS_DB, everywhere(), 0.2)
                .from("13:50", Signal.ERROR_TLS, CHECKOUT, everywhere(), 0.1)
                .from("13:50", DependencySignal.TLS_RATIO, CHECKOUT, CARDLINK, everywhere(), 0.5);
        var quiet = Shop.circumstances(Shop.badFlag(), List.of(), List.of(), NOW);
        var withoutPatterns = new Circumstances(
                quiet.scenario(), quiet.cause(), List.of(), quiet.trajectory(), List.of(), List.of(), 7, NOW);
        var log = only(Log.class, Telling.of(history, withoutPatterns).ask(Dimension.LOGS, service(CHECKOUT)));

        assertThat(log.entries())
                .anySatisfy(
                        entry -> assertThat(entry.text()).contains("504: call to orders-db timed out after 2000 ms"))
                .anySatisfy(entry -> assertThat(entry.text())
                        .contains("502: TLS handshake with cardlink failed: no trusted certificate"))
                .noneSatisfy(entry -> assertThat(entry.text()).contains("basket is broken"));
    }

    @Test
    void writesOnlyWhatTheHostThatWasAskedForWrote() {
        var log = only(Log.class, Telling.of(FAILING).ask(Dimension.LOGS, host(CHECKOUT, NORTH, 2)));

        assertThat(log.entries()).isNotEmpty().allMatch(entry -> entry.host().equals("checkout-2"));
        assertThat(log.matching()).isBetween(3_000L, 3_400L);
    }

    @Test
    void tellsAQuietServiceFromATroubledOne() {
        var quiet = new KnownHistory().from("12:00", Signal.ERROR_OWN, EDGE, everywhere(), 0);
        var answer = Telling.of(quiet).ask(Dimension.LOGS, service(EDGE));

        assertThat(answer.text()).matches("edge wrote about \\d+ lines in 5 min, no error or warning among them\\.");
        assertThat(only(Log.class, answer).entries())
                .allMatch(entry -> entry.level().equals("INFO"));
    }

    @Test
    void keepsExcerptsShortHoweverMuchIsWritten() {
        var flood = new KnownHistory().from("12:00", Signal.REQUEST_RATE, CHECKOUT, everywhere(), 5e6);
        var log = only(Log.class, Telling.of(flood).ask(Dimension.LOGS, service(CHECKOUT)));

        assertThat(log.entries()).hasSizeLessThanOrEqualTo(LogAnswers.LINES);
        assertThat(log.matching()).isGreaterThan(10_000_000);
    }

    @Test
    void showsWhatIsAskedOfEachService() {
        assertThat(paths(EDGE)).containsExactly("GET /", "GET /checkout", "GET /checkout/…");
        assertThat(paths(CHECKOUT)).containsExactly("GET /checkout", "GET /checkout/…");
    }

    /** Requests that a service's ordinary lines show, numbers left out. */
    private static List<String> paths(ServiceId id) {
        var quiet = new KnownHistory().from("12:00", Signal.ERROR_OWN, id, everywhere(), 0);
        return only(Log.class, Telling.of(quiet).ask(Dimension.LOGS, service(id))).entries().stream()
                .map(entry -> REQUEST.matcher(entry.text()))
                .filter(Matcher::find)
                .map(found -> found.group().replaceAll("\\d+", "…"))
                .distinct()
                .sorted()
                .toList();
    }

    private static long count(Log log, String words) {
        return log.entries().stream()
                .filter(entry -> entry.text().contains(words))
                .count();
    }
}
