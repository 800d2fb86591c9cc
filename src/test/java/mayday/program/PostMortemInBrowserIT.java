package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import mayday.browser.InBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Post-mortems are saved as they are typed, and nothing that was typed is lost; in a real browser, on the packaged program. */
@InBrowser
class PostMortemInBrowserIT {
    private static final Pattern SAVED = Pattern.compile("Draft, saved \\d\\d:\\d\\d UTC");

    @TempDir
    static Path data = Path.of("");

    private static List<ServerProcess> running = List.of();

    @BeforeAll
    static void start() {
        running = List.of(ServerProcess.startWithOneScenario(data));
    }

    @AfterAll
    static void stop() {
        running.forEach(ServerProcess::close);
    }

    private static String url() {
        return running.getFirst().url();
    }

    /** The address of an incident that has just ended; {@code page} shows its debrief. */
    private static String end(Page page) {
        var incident = new Learner(page, url()).open("bad-release");
        page.navigate(incident + "/close");
        page.locator("#f-statement").fill("The release.");
        page.locator("button[type=submit]").last().click();
        page.waitForURL(Pattern.compile(".*/debrief"));
        return incident;
    }

    @Test
    void whatIsTypedIsSavedAndChecked(Page page) {
        var incident = end(page);
        assertThat(page.locator("#pm-status")).hasText("Drafted from the run, not saved yet");

        page.locator("#pm-wentBadly").pressSequentially("We should have known.");

        assertThat(page.locator("#pm-status")).hasText(SAVED);
        assertThat(page.locator("[data-check=blameless]")).containsText("“should have known”");
        page.locator("#pm-rootCause").fill("It began here.");
        page.locator("[data-insert]").first().click();
        assertThat(page.locator("#pm-rootCause"))
                .hasValue(Pattern.compile("It began here\\.\n\\d\\d:\\d\\d .*", Pattern.DOTALL));
        assertThat(page.locator("#pm-version")).not().hasValue("1");
        page.navigate(incident + "/debrief");
        assertThat(page.locator("#pm-wentBadly")).hasValue("We should have known.");
        assertThat(page.locator("#pm-rootCause"))
                .hasValue(Pattern.compile("It began here\\.\n\\d\\d:\\d\\d .*", Pattern.DOTALL));
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther(Page page) {
        end(page);
        try (var other = page.context().newPage()) {
            other.navigate(page.url());
            other.locator("#pm-summary").fill("Theirs.");
            assertThat(other.locator("#pm-status")).hasText(SAVED);

            page.locator("#pm-summary").fill("Mine.");

            assertThat(page.locator("#pm-status")).hasText("Not saved");
            assertThat(page.locator("#pm-note")).containsText("Nothing was overwritten");
            assertThat(page.locator("#pm-summary")).hasValue("Mine.");
            page.locator("#pm-note [name=over]").click();
            assertThat(page.locator("#pm-status")).hasText(SAVED);
            assertThat(page.locator("#pm-summary")).hasValue("Mine.");
        }
    }

    /** In a page that nobody listens to: htmx tells the console that there was no answer. */
    @Test
    void aSaveThatFailsSaysSoAndIsTriedAgain(Browser browser) {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            end(page);
            context.setOffline(true);

            page.locator("#pm-summary").fill("Written on a train.");

            assertThat(page.locator("#pm-status")).hasText("Not saved: no answer from the server, trying again");
            assertThat(page.locator("#pm-summary")).hasValue("Written on a train.");
            context.setOffline(false);
            assertThat(page.locator("#pm-status")).hasText(SAVED);
        }
    }

    @Test
    void aFormWithoutJavaScriptDoesTheSame(Browser browser) {
        var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            end(page);
            page.locator("#pm-text-0").fill("Alert on the pool");
            page.locator("[name=add]").click();
            assertThat(page.locator("#pm-text-0")).hasValue("Alert on the pool");
            assertThat(page.locator("#pm-text-1")).isVisible();
            assertThat(page.locator("#pm-toil tbody tr")).hasCount(1);
        }
    }

    @Test
    void axeFindsNothingAndNothingIsCutOff(Page page) {
        var incident = end(page);
        page.locator("#pm-text-0").fill("Alert on the pool");
        assertThat(page.locator("#pm-status")).hasText(SAVED);
        for (var address : List.of(incident + "/debrief", incident + "/post-mortem")) {
            page.navigate(address);
            page.evaluate("() => document.querySelectorAll('details').forEach(each => (each.open = true))");
            for (var width : new int[] {390, 1280}) {
                page.setViewportSize(width, 900);
                assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(address + " at " + width)
                        .isEqualTo(width);
            }
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(address)
                    .extracting(rule -> rule.getId())
                    .isEmpty();
        }
    }
}
