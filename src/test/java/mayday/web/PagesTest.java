package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages and their forms, as a browser without JavaScript uses them, and what htmx gets. */
class PagesTest {
    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String open() {
        var opened = caller.submit("/incidents", Map.of("scenario", "elevated-500s", "clock", "practice"));
        assertThat(opened.status()).isEqualTo(303);
        return opened.header("Location");
    }

    @Test
    void theCatalogueFiltersAndOffersToGoOn() {
        var catalogue = caller.get("/").page();
        assertThat(catalogue.select(".sc")).hasSize(served.library.scenarios().size());
        assertThat(catalogue.select(".resume")).isEmpty();
        assertThat(caller.get("/?q=no+such+thing").page().select(".empty b").text())
                .isEqualTo("Nothing matches");
        assertThat(caller.get("/?q=5XX+storefront").page().select(".sc")).hasSize(1);

        var incident = open();
        assertThat(caller.get("/").page().select(".resume a").attr("href")).isEqualTo(incident);
        caller.submit(incident + "/close", Map.of("statement", "Enough."));
        var after = caller.get("/").page();
        assertThat(after.select(".resume")).isEmpty();
        assertThat(after.select("td a").attr("href")).isEqualTo(incident + "/debrief");
    }

    @Test
    void aRoomBeginsInTheFog() {
        var room = caller.get(open()).page();
        assertThat(room.select(".node.n-unk")).hasSameSizeAs(room.select(".node"));
        assertThat(room.select("#vitals .st-unk")).hasSize(2);
        assertThat(room.select("#vitals svg.bar")).as("the time budget alone").hasSize(1);
        assertThat(room.select("#paged")).hasSize(1);
        assertThat(room.select("#cards .empty")).hasSize(1);
        assertThat(room.select("#unthought").text()).isEqualTo("100");
        assertThat(room.select("script:not([src]), style, [style], [onclick]")).isEmpty();
    }

    @Test
    void aQuestionPutsItsEvidenceOnTheBoardAndLightsTheMap() {
        var incident = open();
        var asked = caller.submit(incident + "/questions", Map.of("text", "error rate of edge"));
        assertThat(asked.status()).isEqualTo(303);
        var room = caller.get(incident).page();
        assertThat(room.select("#E1 svg.chart path.ln")).hasSizeGreaterThan(0);
        assertThat(room.select("#E1 table tbody tr")).hasSizeGreaterThan(3);
        assertThat(room.select(".node:not(.n-unk)").text()).contains("edge");
        assertThat(room.select("#turns .q").text()).isEqualTo("error rate of edge");

        caller.submit(incident + "/questions", Map.of("text", "slo error budget"));
        var budget = caller.get(incident).page().select("#vitals > div").get(2);
        assertThat(budget.select("dt").text()).startsWith("Error budget as of 14:0");
        assertThat(budget.select("svg.bar rect")).hasSize(3);
        assertThat(budget.select("svg.bar").attr("aria-label"))
                .startsWith("Requests answered at the edge, 30 days: ")
                .contains("38 % was spent before the incident")
                .endsWith("by 45:00 if nothing changes.");
        assertThat(budget.select(".sub").text()).endsWith("left at 45:00 if nothing changes");

        caller.submit(incident + "/wait", Map.of("seconds", "600"));
        assertThat(caller.get(incident).page().select("#vitals > div").get(2).outerHtml())
                .as("nothing that was not asked for")
                .isEqualTo(budget.outerHtml());
    }

    @Test
    void aFormThatCannotBeTakenComesBackWithWhatWasTyped() {
        var incident = open();
        var tooLong = "why? ".repeat(90);
        var refused = caller.submit(incident + "/questions", Map.of("text", tooLong));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#ask-error").text()).contains("at most 400 characters");
        assertThat(refused.page().select("#ask").text()).isEqualTo(tooLong.strip());

        var action = caller.submit(incident + "/actions/scale", Map.of("target", "checkout", "replicas", "9000"));
        assertThat(action.status()).isEqualTo(422);
        assertThat(action.page().select("#dlg-error").text()).contains("from 1 to 500");
        assertThat(action.page().select("#f-replicas").attr("value")).isEqualTo("9000");
        assertThat(action.page().select("#f-target [selected]").attr("value")).isEqualTo("checkout");

        var control = caller.submit(incident + "/questions", Map.of("text", "error\u0007rate"));
        assertThat(control.page().select("#ask-error").text()).contains("control character");
    }

    @Test
    void everyFormHasAPageOfItsOwn() {
        var incident = open();
        caller.submit(incident + "/questions", Map.of("text", "error rate of edge"));
        caller.submit(incident + "/hypotheses", Map.of("faultClass", "database", "confidence", "40"));
        for (var form : new String[] {
            "/actions/roll-back",
            "/actions/set-flag",
            "/actions/shed-load",
            "/hypotheses/new",
            "/hypotheses/H1?status=ruled-out",
            "/evidence/E1/link",
            "/evidence/E1",
            "/severity",
            "/updates",
            "/escalations",
            "/wait",
            "/close"
        }) {
            var page = caller.get(incident + form);
            assertThat(page.status()).as(form).isEqualTo(200);
            assertThat(page.page().select("h1")).as(form).hasSize(1);
            assertThat(page.page().select("label:not(:has(input)):not([for])"))
                    .as(form)
                    .isEmpty();
        }
        assertThat(caller.get(incident + "/actions/pray").status()).isEqualTo(404);
        assertThat(caller.get(incident + "/evidence/E99").status()).isEqualTo(404);
    }

    @Test
    void movesWithoutJavaScriptLeadBackToTheRoom() {
        var incident = open();
        caller.submit(incident + "/questions", Map.of("text", "error rate of edge"));
        assertThat(caller.submit(incident + "/acknowledge", Map.of()).status()).isEqualTo(303);
        assertThat(caller.submit(incident + "/hypotheses", Map.of("text", "It is DNS", "confidence", "40"))
                        .status())
                .isEqualTo(303);
        caller.submit(incident + "/hypotheses/H1/confidence", Map.of("confidence", "20"));
        caller.submit(incident + "/evidence/E1/link", Map.of("hypothesis", "H1", "stance", "against"));
        caller.submit(incident + "/hypotheses/H1", Map.of("status", "ruled-out", "because", "E1"));
        caller.submit(incident + "/evidence/E1/pin", Map.of("pinned", "yes"));
        caller.submit(incident + "/severity", Map.of("severity", "SEV2"));
        caller.submit(incident + "/updates", Map.of("audience", "status-page", "text", "We look into it."));
        caller.submit(incident + "/escalations", Map.of("team", "orders", "text", "Please look."));
        caller.submit(incident + "/actions/set-flag", Map.of("target", "inline-recs", "on", "false"));

        var room = caller.get(incident).page();
        assertThat(room.select("#paged")).isEmpty();
        assertThat(room.select("#hyp-H1").text()).contains("It is DNS").contains("by E1");
        assertThat(room.select("#E1.pinned footer").text()).contains("H1");
        assertThat(room.select("#severity").text()).endsWith("SEV2");
        assertThat(room.select("#running").text()).contains("inline-recs off");
        assertThat(room.select("#turns").text()).contains("We look into it.").contains("Please look.");

        caller.submit(incident + "/started/A1/cancel", Map.of());
        assertThat(caller.get(incident).page().select("#running").text()).isEmpty();
    }

    @Test
    void htmxGetsTheRegionsOrTheMistake() {
        var incident = open();
        var done = caller.submit(incident + "/acknowledge", Map.of(), "HX-Request", "true");
        assertThat(done.header("HX-Trigger")).isEqualTo("moved");
        assertThat(done.page().select("body > [hx-swap-oob=morph]")).hasSizeGreaterThan(8);
        assertThat(done.page().select("html > head > title")).isEmpty();

        var refused = caller.submit(incident + "/acknowledge", Map.of(), "HX-Request", "true");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#ask-error").text()).contains("acknowledged already");

        var form = caller.get(incident + "/severity", "HX-Request", "true").page();
        assertThat(form.select("body > form.dlg")).hasSize(1);
        var closed = caller.submit(incident + "/close", Map.of("statement", "Done."), "HX-Request", "true");
        assertThat(closed.header("HX-Redirect")).isEqualTo(incident + "/debrief");
    }

    @Test
    void aLogIsFilteredByLevelAndExpression() {
        var incident = open();
        caller.submit(incident + "/questions", Map.of("text", "logs of checkout"));
        var card = caller.get(incident).page().select("article[data-kind=log]").attr("id");
        var all =
                caller.get(incident + "/evidence/" + card).page().select("pre").text();
        var errors = caller.get(
                incident + "/evidence/" + card + "?level=ERROR&text=exception%7Cerror", "HX-Request", "true");
        assertThat(errors.page().select("pre").text()).isNotEqualTo(all).doesNotContain("WARN ");
        var broken = caller.get(incident + "/evidence/" + card + "?text=%28").page();
        assertThat(broken.select("[role=alert]").text()).contains("Not a regular expression");
    }

    @Test
    void theDebriefComesAfterTheEnd() {
        var incident = open();
        assertThat(caller.get(incident + "/debrief").header("Location")).isEqualTo(incident);
        caller.submit(incident + "/questions", Map.of("text", "error rate of edge"));
        caller.submit(incident + "/actions/restart", Map.of("target", "search"));
        caller.submit(incident + "/wait", Map.of("seconds", "600"));
        assertThat(caller.submit(incident + "/close", Map.of("statement", " ")).status())
                .isEqualTo(422);
        var closed = caller.submit(incident + "/close", Map.of("statement", "I <b>give</b> up."));
        assertThat(closed.header("Location")).isEqualTo(incident + "/debrief");

        var debrief = caller.get(incident + "/debrief").page();
        assertThat(debrief.select("#sli svg[role=img] path.ln")).hasSize(3);
        assertThat(debrief.select("#sli .key").text()).isEqualTo("as it went without any move the expert");
        assertThat(debrief.select("[aria-labelledby=h-expert] li b").eachText())
                .startsWith("which services are failing?", "since when?")
                .endsWith("Closes");
        assertThat(debrief.select(".parr:contains(Acknowledged)").text()).contains("never par 0:00");
        assertThat(debrief.select(".subs tbody th")).hasSizeGreaterThan(1);
        assertThat(debrief.select("[aria-labelledby=h-said]").text()).contains("I <b>give</b> up.");
        assertThat(debrief.select("[aria-labelledby=h-truth] h3").text()).isNotEmpty();

        var room = caller.get(incident).page();
        var restart = debrief.expectFirst("tr.k-action:contains(Restart search)");
        assertThat(debrief.select(".why li:contains(Restart search) a").attr("href"))
                .isEqualTo("#" + restart.id());
        assertThat(room.select("#t" + restart.id().substring(1)).text()).contains("Restart search");
        assertThat(restart.select("a").attr("href"))
                .isEqualTo(incident + "#t" + restart.id().substring(1));
        assertThat(debrief.select("tr.k-truth [href], tr.k-truth[id^=m]")).isEmpty();
        assertThat(room.select("form[method=post]")).isEmpty();
        assertThat(room.select(".askbar a").attr("href")).isEqualTo(incident + "/debrief");
        assertThat(caller.submit(incident + "/questions", Map.of("text", "error rate"))
                        .status())
                .isEqualTo(422);
    }
}
