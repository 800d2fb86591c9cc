package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import mayday.browser.InBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is writing or reading stays as it is, whatever comes in meanwhile. */
@InBrowser
class HalfWrittenIT {
    private static final Pattern QUESTIONS = Pattern.compile(".*/questions");
    private static final int A_RELOAD_MS = 1_500;

    @TempDir
    static Path data = Path.of("");

    private static List<ServerProcess> running = List.of();

    @BeforeAll
    static void start() {
        running = List.of(ServerProcess.startWithOneScenario(data));
        Learner.warmUp(url());
    }

    @AfterAll
    static void stop() {
        running.forEach(ServerProcess::close);
    }

    private static String url() {
        return running.getFirst().url();
    }

    private static Learner inARoom(Page page) {
        page.setViewportSize(1440, 900);
        var learner = new Learner(page, url());
        page.navigate(learner.open("bad-release"));
        return learner;
    }

    /** Holds every question back until it is let go. */
    private static List<Route> holdBack(Page page) {
        var held = new ArrayList<Route>();
        page.route(QUESTIONS, held::add);
        return held;
    }

    private static void letGo(Page page, List<Route> held) {
        page.unroute(QUESTIONS);
        held.forEach(Route::resume);
    }

    @Test
    void theNextQuestionIsKeptWhenTheAnswerToTheLastOneComes(Page page) {
        inARoom(page);
        var held = holdBack(page);
        page.locator("#ask").fill("which services are failing?");
        page.locator("#ask").press("Enter");
        assertThat(page.locator("#ask")).hasValue("");
        assertThat(page.locator("#turns [data-sending]")).containsText("which services are failing?");

        page.locator("#ask").pressSequentially("since wh");
        letGo(page, held);
        assertThat(page.locator("#E1")).isVisible();
        assertThat(page.locator("#ask")).hasValue("since wh");
        assertThat(page.locator("#ask")).isFocused();

        page.locator("#ask").pressSequentially("en?");
        page.locator("#ask").press("Enter");
        assertThat(page.locator("#turns .turn .q"))
                .hasText(new String[] {"which services are failing?", "since when?"});
        assertThat(page.locator("#turns [data-sending]")).hasCount(0);
    }

    @Test
    void questionsSentInARowAreAnsweredInThatOrderEachOnce(Page page) {
        inARoom(page);
        var held = holdBack(page);
        var questions = new String[] {"which services are failing?", "since when?", "all regions or one?"};
        for (var question : questions) {
            page.locator("#ask").fill(question);
            page.locator("#ask").press("Enter");
        }
        assertThat(page.locator("#turns [data-sending]")).hasCount(3);
        letGo(page, held);
        assertThat(page.locator("#turns .turn .a:not(.wait)")).hasCount(3);
        assertThat(page.locator("#turns .turn .q")).hasText(questions);
    }

    @Test
    void aRefusedQuestionGoesBackToTheFieldUnlessAnotherIsBeingWritten(Page page) {
        inARoom(page);
        page.locator("#ask").evaluate("field => field.removeAttribute('maxlength')");
        var tooLong = "why? ".repeat(90).strip();
        page.locator("#ask").fill(tooLong);
        page.locator("#ask").press("Enter");
        assertThat(page.locator("#ask-error")).containsText("at most 400 characters");
        assertThat(page.locator("#ask")).hasValue(tooLong);

        var held = holdBack(page);
        page.locator("#ask").press("Enter");
        page.locator("#ask").fill("since when");
        letGo(page, held);
        assertThat(page.locator("#turns")).containsText("Not sent.");
        assertThat(page.locator("#ask")).hasValue("since when");
    }

    @Test
    void aDialogStaysOpenWithItsWordsWhenAnAnswerComes(Page page) {
        var learner = inARoom(page);
        var held = holdBack(page);
        page.locator("#ask").fill("which services are failing?");
        page.locator("#ask").press("Enter");
        learner.begin("Roll back");
        page.locator("#f-target").selectOption("checkout");
        page.locator("#f-expectation").fill("errors fall with");
        letGo(page, held);
        assertThat(page.locator("#E1")).isVisible();
        assertThat(page.locator("#dialog[open]")).isVisible();
        assertThat(page.locator("#f-target")).hasValue("checkout");
        assertThat(page.locator("#f-expectation")).hasValue("errors fall with");
        learner.send();
        assertThat(page.locator("#running")).containsText("Roll back checkout");
    }

    @Test
    void aLogIsFilteredWhileOneTypesAndNoLetterIsLost(Page page) {
        var learner = inARoom(page);
        learner.ask("checkout logs");
        var filter = page.locator("#cards input[type=search]").first();
        var lines = page.locator("#cards pre.out .lv");
        // The card may come a moment after the turn that announces it.
        assertThat(lines.first()).isVisible();
        var all = lines.count();
        filter.click();
        filter.pressSequentially("AddressForm");
        assertThat(page.locator("#cards pre.out")).containsText(" lines shown");
        assertThat(filter).hasValue("AddressForm");
        assertThat(filter).isFocused();
        assertThat(lines.count()).isBetween(1, all);

        learner.ask("since when?");
        assertThat(filter).hasValue("AddressForm");
        assertThat(page.locator("#cards pre.out")).containsText(" lines shown");
        filter.fill("(");
        assertThat(page.locator("#cards .note-bad")).containsText("Not a regular expression");
        assertThat(filter).hasValue("(");
    }

    @Test
    void aRoomThatIsOverIsLoadedOnceHoweverOftenItsEndIsTold(Page page) {
        var address = new Learner(page, url()).open("bad-release");
        var closed = page.context()
                .request()
                .post(
                        address.replace("/incidents/", "/api/v1/incidents/") + "/close",
                        RequestOptions.create().setData(Map.of("statement", "A bad release of checkout.")));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        page.addInitScript("addEventListener('htmx:sseOpen', event => { window.stream = event.detail.source; })");
        var loads = new AtomicInteger();
        page.onLoad(_ -> loads.incrementAndGet());
        page.navigate(address);
        page.waitForFunction("() => window.stream");
        page.evaluate("() => window.stream.dispatchEvent(new MessageEvent('over', { data: '9' }))");
        page.waitForTimeout(A_RELOAD_MS);
        assertThat(loads).hasValue(1);
    }
}
