package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import mayday.browser.InBrowser;
import mayday.studio.Folders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios are written, mended, saved and played in the studio, by a facilitator in a real browser, on the packaged program. */
@InBrowser
class StudioInBrowserIT {
    /** The editor's scrolling part is reached by its text, which takes the keyboard; the rule looks at that part alone. */
    private static final List<String> SCROLLS_WITH_ITS_CARET = List.of("scrollable-region-focusable");

    /** What the stories are about. */
    private static final List<String> PARTS = List.of(
            "elevated-500s", "elevated-500s-streaming", "dns-failures", "cpu-spike", "expired-certificate", "systems");

    @TempDir
    static Path data = Path.of("");

    @TempDir
    static Path scenarios = Path.of("");

    private static List<ServerProcess> running = List.of();

    @BeforeAll
    static void start() {
        for (var part : PARTS) {
            Folders.copy(part, scenarios);
        }
        running = List.of(ServerProcess.start(data, Learner.PASSWORD, scenarios));
    }

    @AfterAll
    static void stop() {
        running.forEach(ServerProcess::close);
    }

    private static String text(String path) {
        try {
            return Files.readString(scenarios.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of a facilitator's; whatever it tells the console, beside the requests that were refused, fails the test. */
    private static void facilitating(Browser browser, boolean script, Consumer<Page> story) {
        var said = new ArrayList<String>();
        var options = new Browser.NewContextOptions().setViewportSize(1280, 800).setJavaScriptEnabled(script);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of")) {
                    said.add(message.text());
                }
            });
            page.onPageError(said::add);
            logIn(page);
            story.accept(page);
        }
        assertThat(said).isEmpty();
    }

    private static void logIn(Page page) {
        page.navigate(running.getFirst().url() + "/studio");
        page.getByLabel("Log-in name").fill("facilitator");
        page.getByLabel("Password").fill(Learner.PASSWORD);
        page.locator("main button").click();
        assertThat(page).hasURL(running.getFirst().url() + "/studio");
    }

    private static void open(Page page, String scenario) {
        page.navigate(running.getFirst().url() + "/studio/" + scenario);
    }

    @Test
    void anErrorIsShownMendedSavedAndThenPlayed(Browser browser) {
        facilitating(browser, true, page -> {
            open(page, "elevated-500s");
            assertThat(page.locator("#counts")).hasText("none");
            page.locator(".cm-content").click();
            page.keyboard().press("Control+Home");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("End");
            page.keyboard().press("Enter");
            page.keyboard().type("levle: expert");
            assertThat(page.locator(".cm-activeLine")).hasText("levle: expert");

            assertThat(page.locator("#problems")).containsText("the scenario has no key `levle`");
            assertThat(page.locator("#problems")).containsText("did you mean `level`?");
            assertThat(page.locator("#saved")).hasText("not saved");
            assertThat(page.locator(".cm-lintRange-error")).hasText("levle");

            page.keyboard().press("Home");
            page.keyboard().type("# ");
            assertThat(page.locator("#counts")).hasText("none");
            page.keyboard().press("Control+s");

            assertThat(page.locator(".st-note")).hasText("Saved.");
            assertThat(page.locator(".top .tag").first()).containsText("rev 2");
            assertThat(text("elevated-500s/scenario.yaml")).contains("\n# levle: expert\n");

            assertThat(page.locator(".cm-content")).isVisible();
            page.locator("#cause").selectOption("retry-storm");
            assertThat(page.locator("#preview")).containsText("echo");
            page.locator("#play").click();
            page.waitForURL(Pattern.compile(".*/incidents/.*"));
            assertThat(page.locator("body")).containsText("5xx > 2 % on edge for 5 min");
        });
    }

    @Test
    void theLaterOfTwoSavesIsToldAndNothingIsOverwritten(Browser browser) {
        facilitating(browser, true, page -> {
            open(page, "cpu-spike");
            var theirs = text("cpu-spike/scenario.yaml") + "# Theirs.\n";
            write("cpu-spike/scenario.yaml", theirs);
            page.locator(".cm-content").click();
            page.keyboard().press("Control+End");
            page.keyboard().type("# Mine.");
            page.locator("#save").click();

            assertThat(page.locator("[role=alert]")).containsText("Somebody else changed this file");
            assertThat(page.locator(".d-del")).containsText("# Theirs.");
            assertThat(page.locator(".d-add")).containsText("# Mine.");
            assertThat(text("cpu-spike/scenario.yaml")).isEqualTo(theirs);

            page.locator("#save").click();
            assertThat(page.locator(".st-note")).hasText("Saved.");
            assertThat(text("cpu-spike/scenario.yaml")).endsWith("# Mine.").doesNotContain("# Theirs.");
        });
    }

    @Test
    void thePanelsFollowWhatIsTypedBeforeItIsSaved(Browser browser) {
        facilitating(browser, true, page -> {
            open(page, "expired-certificate");
            var saved = text("expired-certificate/scenario.yaml");
            page.locator("#run-tests button").click();
            assertThat(page.locator("#tests")).containsText("2 of 2 pass");

            page.locator(".cm-content").click();
            page.keyboard().press("Control+a");
            page.keyboard().insertText(saved.replace("      no-path:", "      no-way-out:"));
            assertThat(page.locator("#preview")).containsText("no-way-out");

            page.keyboard().press("Control+Home");
            page.keyboard().type("levle: expert ");
            assertThat(page.locator("#behind")).isVisible();
            assertThat(page.locator("#preview")).containsText("no-way-out");
            assertThat(text("expired-certificate/scenario.yaml")).isEqualTo(saved);
        });
    }

    @Test
    void everythingWorksWithoutJavaScript(Browser browser) {
        facilitating(browser, false, page -> {
            open(page, "dns-failures");
            var area = page.locator("#text");
            var before = text("dns-failures/scenario.yaml");
            assertThat(area).hasValue(before);
            area.fill(before.replace("\nlimit:", "\nlimits:"));
            page.locator("[name=do][value=check]").click();
            assertThat(page.locator("#problems")).containsText("no key `limits`");
            assertThat(text("dns-failures/scenario.yaml")).isEqualTo(before);

            area.fill(before + "# Mine.\n");
            page.locator("#save").click();
            assertThat(page.locator(".st-note")).hasText("Saved.");
            assertThat(text("dns-failures/scenario.yaml")).isEqualTo(before + "# Mine.\n");

            page.locator("#action").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("#look button").click();
            assertThat(page.locator(".st-said")).containsText(Pattern.compile("^if .* at \\d\\d:\\d\\d$"));
            page.locator("#ask").fill("since when?");
            page.locator("#bench button").click();
            assertThat(page.locator("#trial")).containsText("Answered");
        });
    }

    @Test
    void nothingStandsInTheWayOfAReader(Browser browser) {
        facilitating(browser, true, page -> {
            for (var path : List.of(
                    "/studio",
                    "/studio/elevated-500s-streaming",
                    "/studio/systems/storefront",
                    "/studio/elevated-500s-streaming/recordings",
                    "/studio/elevated-500s-streaming/history?edition=1",
                    "/account",
                    "/account/audit")) {
                page.navigate(running.getFirst().url() + path);
                for (var width : List.of(1280, 390)) {
                    page.setViewportSize(width, 800);
                    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                            .as(path + " at " + width)
                            .isEqualTo(0);
                }
                page.setViewportSize(1280, 800);
                assertThat(new AxeBuilder(page)
                                .disableRules(SCROLLS_WITH_ITS_CARET)
                                .analyze()
                                .getViolations())
                        .as(path)
                        .isEmpty();
            }
        });
    }

    private static void write(String path, String text) {
        try {
            Files.writeString(scenarios.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
