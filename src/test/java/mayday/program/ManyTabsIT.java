package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import mayday.browser.InBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One browser with more tabs than it has connections: it opens six to one server over HTTP/1.1. All of them follow their incidents, and
 * each can still make a move.
 */
@InBrowser
class ManyTabsIT {
    private static final int TABS = 8;

    @Test
    void allOfThemFollowTheirIncidents(Page first, @TempDir Path data) {
        try (var server = ServerProcess.startWithOneScenario(data)) {
            var tabs = new ArrayList<Page>();
            for (var tab = 0; tab < TABS; tab++) {
                var page = tab == 0 ? first : first.context().newPage();
                page.navigate(new Learner(page, server.url()).open("bad-release", "live"));
                tabs.add(page);
            }
            // From elsewhere: only the server can have told the tab of it.
            for (var page : tabs) {
                var incident = page.url().substring(page.url().lastIndexOf('/') + 1);
                var stated = page.request()
                        .post(
                                server.url() + "/api/v1/incidents/" + incident + "/hypotheses",
                                RequestOptions.create().setData(Map.of("text", "in " + incident, "confidence", 40)));
                assertThat(stated.status()).as(stated.text()).isEqualTo(201);
                assertThat(page.locator("#hyp-list")).containsText("in " + incident);
            }
            assertThat(tabs.stream()
                            .filter(page -> page.locator("[sse-connect]").count() > 0))
                    .hasSize(3);
            // Whoever waited gets the place of those who leave.
            tabs.subList(0, 3).forEach(Page::close);
            for (var page : tabs.subList(3, TABS)) {
                page.locator("[data-ack]").first().click();
                assertThat(page.locator("#paged")).hasCount(0);
            }
            assertThat(tabs.getLast().locator("#conn")).isHidden();
        }
    }
}
