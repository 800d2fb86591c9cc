package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mayday.browser.InBrowser;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A drill of four teams of five from the join code to the debrief. All of one team and one of another have browsers of their own, the rest are
 * programs. After every move all five pages of the team show what the journal has.
 */
@InBrowser
class TeamsInBrowserIT {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Pattern ROOM = Pattern.compile(".*/incidents/.*");
    private static final String DRILL = """
            {"title": "Thursday drill", "scenario": "elevated-500s", "cause": "bad-release", "teams": ["Kestrel", "Heron", "Merlin", "Osprey"],
             "roles": "enforced", "speed": 10, "intel": {"operations": "The cache was resized on Tuesday."}}""";
    private static final List<String> ROLES =
            List.of("incident-commander", "operations", "communications", "scribe", "operations");

    @Test
    void fourTeamsFromTheJoinCodeToTheDebrief(Browser browser, @TempDir Path data) throws Exception {
        String incident;
        try (var server = ServerProcess.startWithOneScenario(data)) {
            Learner.warmUp(server.url());
            var facilitator = ApiClient.facilitator(server.url(), Learner.PASSWORD);
            var drill = ApiClient.json(facilitator.post("/api/v1/drills", DRILL));
            var at = "/drills/" + drill.get("id").asString();
            var code = drill.get("code").asString();

            var tomasz = joined(browser, server.url() + "/join/" + code, "Tomasz");
            var priya = joined(browser, server.url() + "/join/" + code, "Priya");
            var mara = joined(browser, server.url() + "/join/" + code, "Mara");
            // Each was put where the fewest are; all see all of it at once.
            assertThat(tomasz.locator("#l-heron")).containsText("Priya");
            assertThat(tomasz.locator("#l-merlin")).containsText("Mara");
            mara.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Take Operations in Kestrel")
                                    .setExact(true))
                    .first()
                    .click();
            assertThat(tomasz.locator("#l-kestrel .seat").nth(1)).containsText("Mara");
            mara.locator("#l-kestrel .seat.me").waitFor();
            var kestrel = new ArrayList<>(List.of(tomasz, mara));
            for (var person = 2; person < ROLES.size(); person++) {
                kestrel.add(seated(browser, server.url(), at, code, person));
            }
            var others = others(server.url(), code);

            mara.getByLabel("Say something to everybody").fill("Hello <b>all</b>");
            mara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Say"))
                    .first()
                    .click();
            assertThat(priya.locator("#lob-news")).containsText("Mara: Hello <b>all</b>");
            for (var each : List.of(tomasz, priya, mara)) {
                each.keyboard().press("r");
                assertThat(each.locator(".seat.me")).containsText("Ready");
            }
            Axe.check(mara);
            mara.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("lobby.png")));

            var ines = facilitator(browser);
            ines.navigate(server.url() + at);
            assertThat(ines.locator("#lob-mine")).containsText("Not ready yet: P");
            ines.getByText("Start the drill").click();
            for (var each : kestrel) {
                each.waitForURL(ROOM);
            }
            priya.waitForURL(ROOM);
            incident = tomasz.url().substring(tomasz.url().lastIndexOf('/') + 1);
            assertThat(tomasz.locator("#team")).containsText("5 of 5 here");
            assertRoles(tomasz, mara);
            var agreed = new Agreement(kestrel, facilitator, "/api/v1/incidents/" + incident);

            new Learner(mara, server.url()).ask("which services are failing?");
            agreed.check();
            assertThat(tomasz.locator("#turns .turn:has(.q)")).containsText("Mara");
            assertThat(tomasz.locator("#cards #E1")).isVisible();
            assertThat(priya.locator("#turns .q")).hasCount(0);
            Axe.check(tomasz);
            tomasz.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("team-room.png")));
            new Learner(kestrel.get(3), server.url()).claim("bad-release", "checkout", 70);
            agreed.check();
            for (var page : kestrel) {
                assertThat(page.locator("#hyp-list")).containsText("70");
            }
            posts(kestrel.get(2), server.url(), incident, "Some orders fail.");
            agreed.check();
            new Learner(mara, server.url()).act("Roll back", "checkout");
            agreed.check();
            ApiClient.json(facilitator.post(
                    "/api/v1" + at + "/injects",
                    "{\"kind\":\"message\",\"from\":\"Director\",\"text\":\"How long?\"}"));
            agreed.check();
            assertThat(priya.locator("#turns")).containsText("How long?");
            for (var other : others) {
                ApiClient.json(other.post(
                        "/api/v1/incidents/" + incidentOf(other, at) + "/questions", "{\"text\":\"since when?\"}"));
            }

            mara.context().close();
            kestrel.remove(mara);
            assertThat(tomasz.locator("#team")).containsText("4 of 5 here");
            ApiClient.json(facilitator.post("/api/v1" + at + "/end", ""));
            assertThat(tomasz.locator("#turns")).containsText("The facilitator ended the drill");
            agreed.check();
            for (var place = 0; place < 4; place++) {
                ApiClient.json(facilitator.post("/api/v1" + at + "/reveal", ""));
            }
            // A page of its own: the room shows anew by itself that the drill is over, whenever it hears of it.
            var debrief = tomasz.context().newPage();
            debrief.navigate(server.url() + at + "/debrief");
            assertThat(debrief.locator(".lane")).hasCount(4);
            Axe.check(debrief);
            debrief.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("drill-debrief.png"))
                    .setFullPage(true));
            ines.navigate(server.url() + at + "/standings");
            for (var team : List.of("Kestrel", "Heron", "Merlin", "Osprey")) {
                // Worked out in the background, one team after the other.
                assertThat(ines.locator("#main"))
                        .containsText(team, new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
            }
            kestrel.forEach(each -> each.context().close());
            priya.context().close();
            ines.context().close();
        }
        try (var journal = Journal.open(data, () -> Instant.EPOCH)) {
            var stored = journal.read(new IncidentId(incident), 0);
            assertThat(stored.stream().filter(each -> each.event() instanceof Event.Move))
                    .hasSize(4);
            assertThat(DrillUnderWay.updates(stored)).containsExactly("Some orders fail.");
        }
    }

    /** That what a team's pages show is what the server has in its journal: the same entries of the conversation, in the same order. */
    private record Agreement(List<Page> pages, ApiClient reader, String incident) {
        void check() {
            var entries = new ArrayList<String>();
            for (var turn : ApiClient.json(reader.get(incident)).get("transcript")) {
                entries.add("t" + turn.get("sequence").asLong());
            }
            for (var page : pages) {
                var last = page.locator("#turns > #" + entries.getLast());
                assertThat(last).hasCount(1);
                List<?> shown;
                try {
                    shown = shown(page);
                } catch (PlaywrightException _) {
                    // A room shows anew by itself when the drill is over, perhaps just now.
                    assertThat(last).hasCount(1);
                    shown = shown(page);
                }
                // The clock runs: more may have happened since.
                assertThat(shown.stream().limit(entries.size()).map(Object::toString))
                        .containsExactlyElementsOf(entries);
            }
        }

        private static List<?> shown(Page page) {
            return (List<?>) page.locator("#turns > [id^=t]").evaluateAll("all => all.map(each => each.id)");
        }
    }

    private static void assertRoles(Page commander, Page operations) {
        var restart = new Page.LocatorOptions().setHasText("Restart");
        assertThat(operations.locator("#mine")).containsText("The cache was resized on Tuesday.");
        assertThat(commander.locator("#mine")).not().containsText("The cache was resized");
        assertThat(operations.locator("#acts a", restart).first()).isVisible();
        assertThat(commander.locator("#not-act")).containsText("is for operations");
        assertThat(commander.locator("#acts a", restart).first()).isHidden();
    }

    private static void posts(Page page, String server, String incident, String text) {
        var posted = page.request()
                .post(
                        server + "/api/v1/incidents/" + incident + "/updates",
                        RequestOptions.create().setData(Map.of("audience", "channel", "text", text)));
        assertThat(posted.status()).as(posted.text()).isLessThan(300);
    }

    /** Those of the other teams, who use the API; Priya is in Heron already. */
    private static List<ApiClient> others(String server, String code) {
        var all = new ArrayList<ApiClient>();
        for (var team : List.of("heron", "merlin", "osprey")) {
            for (var person = team.equals("heron") ? 1 : 0; person < ROLES.size(); person++) {
                var other = ApiClient.learner(server);
                ApiClient.json(other.post("/api/v1/drills/join", seat(code, team, person)));
                all.add(other);
            }
        }
        return all;
    }

    private static String seat(String code, String team, int person) {
        return "{\"code\":\"%s\",\"name\":\"P%d\",\"team\":\"%s\",\"role\":\"%s\"}"
                .formatted(code, person, team, ROLES.get(person));
    }

    private static String incidentOf(ApiClient person, String at) {
        var incidents = ApiClient.json(person.get("/api/v1" + at)).get("incidents");
        return incidents.iterator().next().asString();
    }

    /** Somebody in Kestrel, who is in the lobby. */
    private static Page seated(Browser browser, String server, String at, String code, int person) {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        var joined = page.request()
                .post(
                        server + "/api/v1/drills/join",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(seat(code, "kestrel", person)));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        page.navigate(server + at);
        return page;
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
}
