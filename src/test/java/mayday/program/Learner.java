package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at a browser, in an incident room: asks, acts and waits as a person does, and looks for what comes of it.
 *
 * @param server the server's address
 */
record Learner(Page page, String server) {
    static final String PASSWORD = "facilitating";

    /** Waits until the server understands questions: on a busy machine the question model takes its time to load. */
    static void warmUp(String server) {
        var anybody = ApiClient.learner(server);
        var opened = anybody.post("/api/v1/incidents", "{\"scenario\": \"elevated-500s\", \"clock\": \"practice\"}");
        var id = ApiClient.json(opened).get("id").asString();
        ApiClient.json(anybody.post("/api/v1/incidents/" + id + "/questions", "{\"text\": \"since when?\"}"));
    }

    /** The address of a new incident with a known cause, which a facilitator may choose, for the learner of this page. */
    String open(String cause) {
        return open(cause, "practice");
    }

    String open(String cause, String clock) {
        var credentials =
                Base64.getEncoder().encodeToString(("facilitator:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var answer = page.context()
                .request()
                .post(
                        server + "/api/v1/incidents",
                        RequestOptions.create()
                                .setHeader("Authorization", "Basic " + credentials)
                                .setData(Map.of(
                                        "scenario", "elevated-500s", "clock", clock, "seed", 3, "cause", cause)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var id = JsonMapper.builder().build().readTree(answer.text()).get("id").asString();
        return server + "/incidents/" + id;
    }

    /** Turns to a panel: on a phone one is seen at a time. */
    void show(String panel) {
        var tab = page.locator("[data-tab-of=" + panel + "]");
        if (tab.isVisible()) {
            tab.click();
        }
    }

    /** Asks, and waits until every question so far is answered. */
    void ask(String question) {
        show("talk");
        var answers = page.locator("#turns .turn:has(.q) .a:not(.wait)");
        var before = answers.count();
        page.locator("#ask").fill(question);
        page.locator("#ask").press("Enter");
        assertThat(answers).hasCount(before + 1);
    }

    void act(String action, String target) {
        begin(action);
        page.locator("#f-target").selectOption(target);
        send();
        assertThat(page.locator("#turns")).containsText(action + " " + target);
    }

    /** Opens the dialog of an action. */
    void begin(String action) {
        show("acts");
        page.locator("#acts a", new Page.LocatorOptions().setHasText(action))
                .first()
                .click();
        assertThat(page.locator("#dialog[open]")).isVisible();
    }

    /** Sends the form of the dialog. */
    void send() {
        page.locator("dialog[open] button[type=submit]").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    void claim(String faultClass, String target, int confidence) {
        show("hyps");
        page.locator("#hyps .panel-h a").click();
        page.locator("#f-class").selectOption(faultClass);
        page.locator("#f-target").selectOption(target);
        page.locator("#f-confidence").fill(Integer.toString(confidence));
        send();
    }

    void waitFor(String length) {
        show("acts");
        page.locator("#acts a[href$='/wait']").click();
        page.locator("#f-seconds").selectOption(new SelectOption().setLabel(length));
        send();
    }
}
