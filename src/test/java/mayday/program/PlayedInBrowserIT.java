package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import mayday.browser.InBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident from the page to the debrief as a new user plays it, in a real browser, on the packaged program. */
@InBrowser
class PlayedInBrowserIT {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int MOST_TABS = 120;

    private static final List<String> FIVE_QUESTIONS = List.of(
            "which services are failing?",
            "since when?",
            "all regions or one?",
            "what changed recently?",
            "is latency up as well?");

    private static final String OVERLAPS = """
            () => {
              const parts = [...document.querySelectorAll(".hud-id, .vitals > div, .hud-t")].filter(part => part.offsetWidth && getComputedStyle(part).position !== "absolute");
              const boxes = parts.map(part => [part.className || part.textContent.trim(), part.getBoundingClientRect()]);
              const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
              return boxes.flatMap(([one, a], at) => boxes.slice(at + 1).filter(([, b]) => !apart(a, b)).map(([other]) => one + " / " + other));
            }""";

    private static final String CUT_CLOCKS = """
            () => [...document.querySelectorAll(".vitals .big")].filter(part => part.scrollWidth > part.clientWidth).map(part => part.textContent)""";

    @TempDir
    static Path data = Path.of("");

    private static List<ServerProcess> running = List.of();

    @BeforeAll
    static void start() {
        running = List.of(ServerProcess.start(data, Learner.PASSWORD));
        Learner.warmUp(url());
    }

    @AfterAll
    static void stop() {
        running.forEach(ServerProcess::close);
    }

    private static String url() {
        return running.getFirst().url();
    }

    @Test
    void fromThePageToTheDebrief(Page page) {
        var learner = new Learner(page, url());
        page.setViewportSize(1440, 900);
        page.navigate(url() + "/");
        picture(page, "catalogue");
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Practice"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/incidents/.*"));
        assertThat(page.locator("#paged")).isVisible();
        page.navigate(url() + "/");
        assertThat(page.getByText("Continue where you stopped")).isVisible();

        page.navigate(learner.open("bad-release"));
        picture(page, "incident-start");
        page.locator("[data-ack]").click();
        for (var question : FIVE_QUESTIONS) {
            learner.ask(question);
        }
        assertThat(page.locator("#cards article[data-kind]").nth(4)).isVisible();

        learner.act("Restart", "search");
        learner.act("Roll back", "checkout");
        learner.waitFor("3 min");
        picture(page, "incident");
        learner.waitFor("10 min");
        learner.ask("what is the error rate of edge now?");
        assertThat(page.locator("#turns .turn:has(.q) .a").last()).containsText("0.0");
        picture(page, "incident-recovered");

        page.getByText("End run").first().click();
        page.locator("#f-statement").fill("Release 3.18.0 of checkout failed a third of the orders. Rolled back.");
        page.getByText("End the run").first().click();
        page.waitForURL(Pattern.compile(".*/debrief"));
        assertThat(page.locator("#sli svg.chart .mkc").first()).isVisible();
        assertThat(page.locator("body")).containsText("Customer impact ended at");
        assertThat(page.locator("body")).containsText("\"Restart search, all regions\" at 14:");
        picture(page, "debrief");
        Axe.check(page);
    }

    @Test
    void allOfItCanBePlayedWithTheKeyboardAlone(Page page) {
        var learner = new Learner(page, url());
        page.setViewportSize(1440, 900);
        page.navigate(learner.open("bad-release"));
        var keys = page.keyboard();
        keys.press("k");
        assertThat(page.locator("#paged")).hasCount(0);
        keys.press("/");
        keys.type("which services are failing?");
        keys.press("Enter");
        assertThat(page.locator("#E1")).isVisible();

        page.locator("body").evaluate("body => document.activeElement.blur()");
        keys.press("h");
        keys.press("Enter");
        assertThat(page.locator("dialog[open]")).isVisible();
        fillWithKeys(page, "checkout");
        keys.press("Control+Enter");
        assertThat(page.locator("#hyp-H1")).isVisible();

        page.locator("body").evaluate("body => document.activeElement.blur()");
        keys.press("a");
        keys.press("Enter");
        assertThat(page.locator("dialog[open]")).isVisible();
        tabTo(page, "#f-target");
        keys.type("checkout");
        keys.press("Control+Enter");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("#turns")).containsText("Roll back checkout");

        tabTo(page, "a[href$='/wait']");
        keys.press("Enter");
        assertThat(page.locator("#f-seconds")).isFocused();
        keys.type("10");
        keys.press("Control+Enter");
        assertThat(page.locator("dialog[open]")).hasCount(0);

        tabTo(page, "a[href$='/close']");
        keys.press("Enter");
        assertThat(page.locator("#f-statement")).isFocused();
        keys.type("It was the release.");
        keys.press("Control+Enter");
        page.waitForURL(Pattern.compile(".*/debrief"));
    }

    @Test
    void axeFindsNothingOnThePagesInEitherThemeOnDesktopAndPhone(Page page) {
        var learner = new Learner(page, url());
        page.navigate(url() + "/");
        Axe.checkInBothThemes(page, Axe.Screen.PHONE, Axe.Screen.DESKTOP);
        var incident = learner.open("retry-storm");
        page.navigate(incident);
        Axe.checkInBothThemes(page, Axe.Screen.PHONE, Axe.Screen.DESKTOP);
        for (var question : FIVE_QUESTIONS) {
            learner.ask(question);
        }
        learner.ask("checkout logs");
        Axe.Screen.PHONE.show(page);
        learner.ask("top on orders-db");
        Axe.checkInBothThemes(page, Axe.Screen.PHONE, Axe.Screen.DESKTOP);
        page.getByText("Shed load").first().click();
        Axe.checkInBothThemes(page, Axe.Screen.DESKTOP);
        page.keyboard().press("Escape");
        page.navigate(incident + "/close");
        page.locator("#f-statement").fill("A storm of retries after a stall.");
        page.getByText("End the run").first().click();
        page.waitForURL(Pattern.compile(".*/debrief"));
        Axe.checkInBothThemes(page, Axe.Screen.PHONE, Axe.Screen.DESKTOP);
    }

    @Test
    void nothingIsCutOffOnAnyScreen(Page page) {
        var learner = new Learner(page, url());
        page.setViewportSize(1440, 900);
        var incident = learner.open("bad-release");
        page.navigate(incident);
        StandsStill.watch(page);
        for (var question : FIVE_QUESTIONS) {
            learner.ask(question);
        }
        learner.ask("error budget?");
        learner.ask("checkout logs");
        StandsStill.check(page);
        StandsStill.keepsThePlace(learner, "latency of search");
        FirstLoad.isLight(page, url() + "/", incident);
        fits(page, incident, url() + "/", incident + "/evidence/E1", incident + "/actions/roll-back", url() + "/api");
        page.navigate(incident + "/close");
        page.locator("#f-statement").fill("The release.");
        page.getByText("End the run").first().click();
        page.waitForURL(Pattern.compile(".*/debrief"));
        FirstLoad.isLight(page, incident + "/debrief");
        fits(page, incident + "/debrief", incident, url() + "/");
    }

    /**
     * Only what is made to scroll goes beyond the screen, no two parts of the room's header lie on each other, and its clock is whole. A
     * screen of 640 is one of 1280 at 200 %.
     */
    private static void fits(Page page, String... addresses) {
        for (var address : addresses) {
            page.navigate(address);
            for (var width : new int[] {320, 390, 640, 768, 1280, 1600}) {
                page.setViewportSize(width, 900);
                assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(address + " at " + width)
                        .isEqualTo(width);
                assertThat(page.evaluate(OVERLAPS)).as(address + " at " + width).isEqualTo(List.of());
                assertThat(page.evaluate(CUT_CLOCKS))
                        .as(address + " at " + width)
                        .isEqualTo(List.of());
            }
        }
    }

    @Test
    void everyFormWorksWithoutJavaScript(Browser browser) {
        var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            var incident = new Learner(page, url()).open("bad-release");
            page.navigate(incident);
            page.locator("[data-ack]").click();
            page.locator("#ask").fill("since when?");
            page.locator("#askbar button[type=submit]").click();
            assertThat(page.locator("#E1")).isVisible();
            page.locator("a[href$='/actions/roll-back']").click();
            page.locator("#f-target").selectOption("checkout");
            page.locator("button[type=submit]").last().click();
            assertThat(page.locator("body")).containsText("Roll back checkout");
            page.locator("a[href$='/wait']").click();
            page.locator("#f-seconds").selectOption("600");
            page.locator("button[type=submit]").last().click();
            page.navigate(incident + "/close");
            page.locator("#f-statement").fill("The release.");
            page.locator("button[type=submit]").last().click();
            assertThat(page.locator("body")).containsText("Customer impact ended at");
        }
    }

    private static void fillWithKeys(Page page, String target) {
        page.locator("dialog[open] select, dialog[open] input:not([type=hidden])")
                .first()
                .focus();
        tabTo(page, "dialog[open] [name=target]");
        page.keyboard().type(target);
    }

    /** Presses Tab until what {@code selector} names has the focus, as somebody without a mouse does. */
    private static void tabTo(Page page, String selector) {
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            var there = page.evaluate("selector => document.activeElement.matches(selector)", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(name.startsWith("debrief")));
    }
}
