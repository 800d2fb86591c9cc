package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import mayday.browser.InBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes a picture of every page in every state, to be looked at by eye: {@code target/gallery/<look>/<state>.png}. It is no part of
 * the build, for it finds nothing by itself; CONTRIBUTING.md has the command.
 */
@InBrowser
class Gallery {
    private static final Path PICTURES = Path.of("target", "gallery");

    private static final List<String> QUESTIONS = List.of(
            "which services are failing?",
            "since when?",
            "all regions or one?",
            "what changed recently?",
            "error budget?",
            "checkout logs",
            "top on orders-db",
            "show me a trace of a failing checkout request",
            "latency of checkout");

    @TempDir
    static Path data = Path.of("");

    private static List<ServerProcess> running = List.of();

    /** A screen and a theme. */
    enum Look {
        DESKTOP_LIGHT(1440, 900, ColorScheme.LIGHT),
        DESKTOP_DARK(1440, 900, ColorScheme.DARK),
        PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
        PHONE_DARK(390, 844, ColorScheme.DARK),
        TABLET_LIGHT(768, 1024, ColorScheme.LIGHT),
        SMALL_DARK(1280, 720, ColorScheme.DARK),
        LARGE_LIGHT(1600, 1000, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        private Browser.NewContextOptions options() {
            return new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height);
        }

        private String folder() {
            return mayday.scenario.Words.kebab(this);
        }
    }

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

    @ParameterizedTest
    @EnumSource
    void wholeIncident(Look look, Browser browser) {
        try (var context = browser.newContext(look.options())) {
            var page = context.newPage();
            var learner = new Learner(page, url());
            var pictures = new Pictures(page, look);
            page.navigate(url() + "/");
            pictures.take("catalogue-first");
            page.navigate(url() + "/?q=nothing+of+the+kind");
            pictures.take("catalogue-nothing-matches");

            var incident = learner.open("bad-release");
            page.navigate(incident);
            pictures.take("start");
            firstQuestionInFlight(page, pictures);
            page.locator("[data-ack]").click();
            assertThat(page.locator("#paged")).hasCount(0);
            for (var question : QUESTIONS) {
                learner.ask(question);
            }
            learner.claim("bad-release", "checkout", 70);
            learner.claim("database", "orders-db", 15);
            pictures.panels("asked");
            evidence(page, incident, pictures);
            dialogs(page, learner, pictures);
            theEnd(page, learner, incident, pictures);
        }
    }

    private static void firstQuestionInFlight(Page page, Pictures pictures) {
        page.route(Pattern.compile(".*/questions"), route -> {
            page.unroute(Pattern.compile(".*/questions"));
            pictures.take("start-question-in-flight");
            route.resume();
        });
        page.locator("#ask").fill("is latency up as well?");
        page.locator("#ask").press("Enter");
        assertThat(page.locator("#turns .turn:has(.q) .a:not(.wait)")).hasCount(1);
    }

    private static void evidence(Page page, String incident, Pictures pictures) {
        for (var kind : List.of("chart", "log", "command", "trace", "table", "changes")) {
            var card = page.locator("#cards article[data-kind=" + kind + "]").first();
            if (card.count() > 0) {
                page.navigate(incident + "/evidence/" + card.getAttribute("id"));
                pictures.whole("evidence-" + kind);
                page.navigate(incident);
            }
        }
    }

    private static void dialogs(Page page, Learner learner, Pictures pictures) {
        learner.show("acts");
        learner.begin("Roll back");
        pictures.take("confirm");
        page.keyboard().press("Escape");
        learner.act("Restart", "search");
        learner.begin("Restart");
        page.locator("#f-target").selectOption("search");
        pictures.take("confirm-while-running");
        page.locator("dialog[open] button[type=submit]").click();
        assertThat(page.locator("#dlg-error .note")).isVisible();
        pictures.take("refused");
        page.keyboard().press("Escape");
        for (var form : List.of("escalations", "updates", "wait")) {
            page.locator("#acts a[href$='/" + form + "']").click();
            assertThat(page.locator("#dialog[open]")).isVisible();
            pictures.take("dialog-" + form);
            page.keyboard().press("Escape");
        }
        page.locator("#severity a").click();
        assertThat(page.locator("#dialog[open]")).isVisible();
        page.locator("input[value=SEV2]").check();
        pictures.take("dialog-severity");
        learner.send();
        learner.show("board");
        page.locator("#cards article footer a").first().click();
        assertThat(page.locator("#dialog[open]")).isVisible();
        pictures.take("dialog-link");
        learner.send();
        learner.show("hyps");
        page.locator("a[href*='ruled-out']").last().click();
        assertThat(page.locator("#dialog[open]")).isVisible();
        pictures.take("dialog-rule-out");
        page.locator("#dialog input[name=because]").first().check();
        learner.send();
    }

    private static void theEnd(Page page, Learner learner, String incident, Pictures pictures) {
        learner.act("Roll back", "checkout");
        pictures.panels("running");
        running.getFirst().pause();
        assertThat(page.locator("#conn")).isVisible();
        pictures.take("offline");
        running.getFirst().resume();
        assertThat(page.locator("#conn")).isHidden();
        learner.waitFor("10 min");
        learner.ask("what is the error rate of edge now?");
        pictures.panels("recovered");
        page.navigate(url() + "/");
        pictures.take("catalogue-resume");
        page.navigate(incident);
        page.getByText("End run").first().click();
        assertThat(page.locator("#dialog[open]")).isVisible();
        pictures.take("dialog-end");
        page.locator("#f-statement").fill("Release 3.18.0 of checkout failed a third of the orders. Rolled back.");
        page.locator("dialog[open] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/debrief"));
        assertThat(page.locator(".u-over")).isVisible();
        pictures.whole("debrief");
        page.navigate(incident);
        pictures.panels("ended");
        page.navigate(url() + "/");
        pictures.whole("catalogue-past");
    }

    @ParameterizedTest
    @EnumSource
    void otherPages(Look look, Browser browser) {
        try (var context = browser.newContext(look.options())) {
            var page = context.newPage();
            var pictures = new Pictures(page, look);
            page.navigate(url() + "/me");
            pictures.take("name");
            page.navigate(url() + "/api");
            pictures.take("api");
            page.navigate(url() + "/incidents/none-such");
            pictures.take("not-found");
            page.navigate(url() + "/");
            page.keyboard().press("?");
            pictures.take("keys");
            page.navigate(url() + "/account");
            page.getByLabel("Log-in name").fill("facilitator");
            page.getByLabel("Password").fill("a guess");
            page.locator("main button").click();
            pictures.take("log-in");
            page.getByLabel("Password").fill(Learner.PASSWORD);
            page.locator("main button").click();
            pictures.take("account");
            page.navigate(url() + "/account/audit");
            pictures.take("audit");
        }
    }

    /** Puts what a page shows into files. */
    private record Pictures(Page page, Look look) {
        void take(String name) {
            page.screenshot(options(name));
        }

        /** With what one has to scroll to. */
        void whole(String name) {
            page.screenshot(options(name).setFullPage(true));
        }

        /** The room; on a phone each of its panels. */
        void panels(String name) {
            if (look.width >= 760) {
                take(name);
                return;
            }
            for (var panel : List.of("talk", "board", "map", "hyps", "acts")) {
                page.locator("[data-tab-of=" + panel + "]").click();
                take(name + "-" + panel);
            }
        }

        private Page.ScreenshotOptions options(String name) {
            return new Page.ScreenshotOptions().setPath(PICTURES.resolve(look.folder() + "/" + name + ".png"));
        }
    }
}
