package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mayday.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A drill of two teams in browsers of their own, from the join code to a question that only one of them sees. */
@ExtendWith(Chromium.class)
class TeamsInBrowserIT {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Pattern ROOM = Pattern.compile(".*/incidents/.*");
    private static final String DRILL = """
            {"title": "Thursday drill", "scenario": "elevated-500s", "teams": ["Kestrel", "Heron"], "roles": "enforced", "speed": 10,
             "intel": {"operations": "The cache was resized on Tuesday."}}""";

    @Test
    void twoTeamsJoinAndPlay(Browser browser, @TempDir Path data) {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        try (var server = ServerProcess.start(data, Learner.PASSWORD)) {
            Learner.warmUp(server.url());
            var made = ApiClient.facilitator(server.url(), Learner.PASSWORD).post("/api/v1/drills", DRILL);
            var drill = ApiClient.json(made);
            var lobby = server.url() + "/drills/" + drill.get("id").asString();
            var join = server.url() + "/join/" + drill.get("code").asString();

            var tomasz = joined(browser, join, "Tomasz");
            var priya = joined(browser, join, "Priya");
            var mara = joined(browser, join, "Mara");
            // Each was put where the fewest are; all see all of it at once.
            assertThat(tomasz.locator("#l-heron")).containsText("Priya");
            assertThat(tomasz.locator("#l-kestrel .seat").nth(1)).containsText("Mara");
            mara.locator("#l-kestrel .seat.me").waitFor();
            mara.getByLabel("Say something to everybody").fill("Hello <b>all</b>");
            mara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Say"))
                    .first()
                    .click();
            assertThat(priya.locator("#lob-news")).containsText("Mara: Hello <b>all</b>");
            for (var each : List.of(tomasz, priya, mara)) {
                each.keyboard().press("r");
                assertThat(each.locator(".seat.me")).containsText("Ready");
            }
            checkWithAxe(mara);
            mara.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("lobby.png")));

            var ines = facilitator(browser);
            ines.navigate(lobby);
            assertThat(ines.locator("#lob-mine")).containsText("Everybody is ready");
            ines.getByText("Start the drill").click();
            for (var each : List.of(tomasz, priya, mara)) {
                each.waitForURL(ROOM);
            }

            assertThat(tomasz.locator("#team")).containsText("2 of 2 here");
            assertThat(mara.locator("#mine")).containsText("The cache was resized on Tuesday.");
            assertThat(tomasz.locator("#mine")).not().containsText("The cache was resized");
            assertThat(mara.locator("#acts a", new Page.LocatorOptions().setHasText("Restart"))
                            .first())
                    .isVisible();
            assertThat(tomasz.locator("#not-act")).containsText("is for operations");
            assertThat(tomasz.locator("#acts a", new Page.LocatorOptions().setHasText("Restart"))
                            .first())
                    .isHidden();

            new Learner(mara, server.url()).ask("which services are failing?");
            assertThat(tomasz.locator("#turns .turn:has(.q)")).containsText("Mara");
            assertThat(tomasz.locator("#cards #E1")).isVisible();
            assertThat(priya.locator("#turns .q")).hasCount(0);
            checkWithAxe(tomasz);
            tomasz.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("team-room.png")));

            mara.context().close();
            assertThat(tomasz.locator("#team")).containsText("1 of 2 here");
            for (var each : List.of(tomasz, priya, ines)) {
                each.context().close();
            }
        }
    }

    private static Page joined(Browser browser, String join, String name) {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        page.navigate(join);
        page.locator("#f-name").fill(name);
        page.locator("main form button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/drills/.*"));
        return page;
    }

    private static Page facilitator(Browser browser) {
        var credentials = ("facilitator:" + Learner.PASSWORD).getBytes(StandardCharsets.UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials);
        return browser.newContext(new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("Authorization", basic)))
                .newPage();
    }

    private static void checkWithAxe(Page page) {
        var violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .limit(5)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertThat(violations).as(page.url()).isEmpty();
    }
}
