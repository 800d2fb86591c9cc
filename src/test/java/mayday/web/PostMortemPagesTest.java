package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Writing a post-mortem on the debrief's page, with and without JavaScript. */
@TestInstance(Lifecycle.PER_CLASS)
class PostMortemPagesTest {
    private Served served;
    private Caller caller;
    private String incident = "";

    @BeforeAll
    void serve(@TempDir Path folder) throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @BeforeEach
    void endAnIncident() {
        var api = caller.open();
        caller.post(api + "/acknowledge", "");
        caller.post(api + "/questions", "{'text': 'error rate of edge'}");
        caller.post(api + "/close", "{'statement': 'Enough.'}");
        incident = api.replace("/api/v1", "");
    }

    private Document debrief() {
        return caller.get(incident + "/debrief").page();
    }

    private static Map<String, String> typed(Document page) {
        var fields = new HashMap<String, String>();
        for (var field : page.select("#post-mortem textarea, #post-mortem input")) {
            fields.put(field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val());
        }
        return fields;
    }

    private Caller.Answer save(Map<String, String> fields, String... headers) {
        return caller.submit(incident + "/post-mortem", fields, headers);
    }

    @Test
    void beginsWithADraftOfTheRun() {
        var page = debrief();

        assertThat(page.select("#pm-status").text()).isEqualTo("Drafted from the run, not saved yet");
        assertThat(page.select("#pm-timeline").text())
                .contains("14:06 Page acknowledged")
                .contains("Closed: Enough.");
        assertThat(page.select("#pm-impact").text()).contains("requests failed");
        assertThat(page.select("#pm-wentWell").text()).isEmpty();
        assertThat(page.select("#pm-checks [data-check=complete]").text()).contains("sections are empty");
        assertThat(page.select(".ins button").eachText()).contains("E1 edge error ratio");
        assertThat(page.select("#post-mortem [name=version]").val()).isEqualTo("0");
    }

    @Test
    void isSavedByAFormWithoutJavaScript() {
        var fields = typed(debrief());
        fields.put("wentWell", "We asked first.\nThen we acted.");
        fields.put("text-0", "Alert on the pool");
        fields.put("owner-0", "Orders");
        fields.put("kind-0", "detect");

        var saved = save(fields);

        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).isEqualTo(incident + "/debrief#h-pm");
        var page = debrief();
        assertThat(page.select("#pm-status").text()).isEqualTo("Draft, saved 09:00 UTC");
        assertThat(page.expectFirst("#pm-wentWell").wholeText()).isEqualTo("We asked first.\nThen we acted.");
        assertThat(page.select("#pm-kind-0 option[selected]").val()).isEqualTo("detect");
        assertThat(page.select("#pm-toil tbody tr").text()).contains("2, a tool with checks");
        assertThat(page.select("[name=text-1]")).hasSize(1);
    }

    @Test
    void isSavedWhileItIsTyped() {
        var fields = typed(debrief());
        fields.put("rootCause", "We should have known.");
        // htmx sends the button that was pressed last, too.
        fields.put("insert", "E1");
        fields.put("over", "99");

        var saved = save(fields, "HX-Request", "true");

        assertThat(saved.status()).isEqualTo(200);
        var parts = saved.page();
        assertThat(parts.select("[hx-swap-oob=true]").eachAttr("id"))
                .containsExactly("pm-status", "pm-note", "pm-checks", "pm-toil", "pm-compared", "pm-version");
        assertThat(parts.select("#pm-status").text()).isEqualTo("Draft, saved 09:00 UTC");
        assertThat(parts.select("#pm-checks [data-check=blameless]").text()).contains("“should have known”");
        fields.put("version", parts.select("#pm-version").val());
        assertThat(save(fields, "HX-Request", "true").status()).isEqualTo(200);
        assertThat(debrief().select("#pm-rootCause").text()).isEqualTo("We should have known.");
    }

    @Test
    void anotherWindowOverwritesNothing() {
        var mine = typed(debrief());
        var theirs = typed(debrief());
        theirs.put("summary", "Theirs.");
        theirs.put("text-0", "Test it");
        save(theirs);
        mine.put("summary", "Mine <script>alert(1)</script>.");

        var fragment = save(mine, "HX-Request", "true");
        assertThat(fragment.status()).isEqualTo(409);
        assertThat(fragment.page().select("#pm-note").text())
                .contains("saved this post-mortem at 09:00:00 UTC. Nothing was overwritten")
                .contains("Summary, as it was saved there Theirs.")
                .contains("Test it");
        assertThat(fragment.page().select("#pm-version")).isEmpty();

        var page = save(mine);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.page().expectFirst("#pm-summary").wholeText()).isEqualTo("Mine <script>alert(1)</script>.");
        assertThat(page.page().select("#pm-status").text()).isEqualTo("Not saved");
        assertThat(debrief().select("#pm-summary").text()).isEqualTo("Theirs.");

        mine.put("over", page.page().select("[name=over]").val());
        assertThat(save(mine).status()).isEqualTo(303);
        assertThat(debrief().select("#pm-summary").text()).startsWith("Mine");
    }

    @Test
    void whatIsTooLongComesBackAsItWasTyped() {
        var fields = typed(debrief());
        fields.put("impact", "x".repeat(4_001));
        fields.put("due-0", "tomorrow");

        var refused = save(fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#pm-note").text())
                .contains("Impact is 4001 characters long; at most 4000 are kept.")
                .contains("The due date of action 1 must be a day such as 2026-12-01, or empty.")
                .contains("What you typed is still here.");
        assertThat(refused.page().expectFirst("#pm-impact").wholeText()).hasSize(4_001);
        assertThat(debrief().select("#post-mortem [name=version]").val()).isEqualTo("0");
    }

    @Test
    void aMegabyteIsRefused() {
        var fields = typed(debrief());
        fields.put("impact", "x".repeat(1_000_000));

        var refused = save(fields);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.page().select("main").text()).contains("A request has at most 64 KiB.");
    }

    @Test
    void insertsWithoutJavaScript() {
        var fields = typed(debrief());
        fields.put("rootCause", "It began here.");
        fields.put("insert", "E1");

        assertThat(save(fields).status()).isEqualTo(303);

        assertThat(debrief().expectFirst("#pm-rootCause").wholeText())
                .startsWith("It began here.\nE1 edge error ratio, Metric");
    }

    @Test
    void whatIsWrittenIsTextEverywhere() {
        var fields = typed(debrief());
        fields.put("wentBadly", "<img src=x onerror=alert(1)>\n</textarea><script>alert(1)</script>");
        fields.put("text-0", "\"><script>alert(1)</script>");
        fields.put("owner-0", "\" autofocus onfocus=\"alert(1)");
        save(fields);

        for (var path : new String[] {"/debrief", "/post-mortem"}) {
            var page = caller.get(incident + path).page();
            assertThat(page.select("main img, main script:not([src]), [onfocus], [autofocus]"))
                    .isEmpty();
        }
        assertThat(caller.get(incident + "/post-mortem").page().select(".paper").text())
                .contains("<img src=x onerror=alert(1)>");
        assertThat(caller.get(incident + "/post-mortem.md").body())
                .doesNotContain("- <img")
                .contains("\\<img");
    }

    @Test
    void isReadAndExported() {
        var fields = typed(debrief());
        fields.put("wentWell", "- One thing\n- Another");
        save(fields);

        var page = caller.get(incident + "/post-mortem").page();
        assertThat(page.select(".paper h2").eachText()).startsWith("Summary").endsWith("Actions");
        assertThat(page.select(".paper li").eachText()).contains("One thing", "Another");
        var markdown = caller.get(incident + "/post-mortem.md");
        assertThat(markdown.header("Content-Type")).isEqualTo("text/markdown; charset=utf-8");
        assertThat(markdown.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"post-mortem-elevated-500s.md\"");
        assertThat(markdown.body())
                .startsWith("# Post-mortem: Elevated 500s on the storefront\n")
                .contains("- Another\n");
        var json = caller.get(incident + "/post-mortem.json").json();
        assertThat(json.get("wentWell").asString()).isEqualTo("- One thing\n- Another");
    }

    @Test
    void thereIsNoneBeforeTheEnd() {
        var open = caller.open().replace("/api/v1", "");

        assertThat(caller.get(open + "/post-mortem").header("Location")).isEqualTo(open);
        for (var export : new String[] {".md", ".json"}) {
            var early = caller.get(open + "/post-mortem" + export);
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.page().select("main").text())
                    .contains("There is a post-mortem when the incident has ended.");
        }
        assertThat(caller.submit(open + "/post-mortem", Map.of("summary", "Early"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void itIsNobodyElses() {
        var other = served.somebody();

        assertThat(other.get(incident + "/post-mortem").status()).isEqualTo(404);
        assertThat(other.submit(incident + "/post-mortem", Map.of("summary", "Hi"))
                        .status())
                .isEqualTo(404);
        assertThat(other.get(incident + "/post-mortem.md").status()).isEqualTo(404);
    }
}
