package mayday.evidence;

import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Shop.ORDERS;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mayday.evidence.Evidence.Note;
import mayday.evidence.Evidence.Output;
import mayday.evidence.Evidence.Table;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

class FactAnswersTest {
    private static final Telling QUIET = Telling.of(new KnownHistory());

    @Test
    void listsJobsWithTheirTimes() {
        var answer = QUIET.ask(Dimension.CRON_JOBS);

        assertThat(answer.text()).isEqualTo("1 scheduled job. None was due in the last 2 hours.");
        assertThat(only(Table.class, answer).rows())
                .containsExactly(
                        List.of("nightly-vacuum", "orders-db", "0 3 * * *", "vacuums orders", "03:00", "13 Mar 03:00"));
        assertThat(QUIET.text(Dimension.CRON_JOBS, service(EDGE))).isEqualTo("No scheduled job of edge.");
    }

    @Test
    void findsRunbooksAndPastIncidents() {
        var answer = QUIET.ask(Dimension.PRIOR_INCIDENTS_RUNBOOK);

        assertThat(answer.text())
                .isEqualTo(
                        "Runbook for edge: \"5xx on edge\". It has happened that: \"Edge out of memory\" 40 days ago.");
        assertThat(answer.evidence())
                .extracting(Evidence::body)
                .containsExactly(
                        new Note(List.of("1. Look at the regions.", "2. Look at the dependencies.")),
                        new Note(List.of("A leak in a filter.")));
        assertThat(QUIET.text(Dimension.PRIOR_INCIDENTS_RUNBOOK, service(ORDERS_DB)))
                .isEqualTo("There is no runbook for orders-db. No past incident of it is on file.");
    }

    /**
     * 200/s on average, 0.1 % of 30 days: 518,400 requests may fail. 200/s at 10 % for 61 samples are 12,200 of them.
     */
    @Test
    void countsTheErrorBudgetFromTheRequestsThatFailed() {
        var history = new KnownHistory()
                .from("12:00", Signal.ERROR_RATIO, CHECKOUT, everywhere(), 0)
                .from("14:00", Signal.ERROR_RATIO, CHECKOUT, everywhere(), 0.1);
        var slo = Shop.system().slos().getFirst();
        var budget = ErrorBudget.of(history, Shop.system(), slo, KnownHistory.time("12:00"), NOW);

        assertThat(budget.failed()).isCloseTo(12_200, within(1e-6));
        assertThat(budget.burned()).isCloseTo(12_200 / 518_400.0, within(1e-9));
        assertThat(budget.left()).isCloseTo(0.75 - 12_200 / 518_400.0, within(1e-9));
        assertThat(budget.burnRate()).isCloseTo(100, within(1e-6));
        assertThat(Telling.of(history).text(Dimension.SLO_ERROR_BUDGET))
                .isEqualTo("checkout availability: 73 % of the 30-day error budget is left, burning at 100× now.");
    }

    @Test
    void saysWhoIsOnCall() {
        assertThat(QUIET.text(Dimension.ONCALL_ESCALATION, service(CHECKOUT)))
                .isEqualTo("Priya Raman is on call for Orders and usually answers within 3 min.");
        assertThat(QUIET.text(Dimension.ONCALL_ESCALATION, new Target.OfTeam(ORDERS)))
                .isEqualTo("Priya Raman is on call for Orders and usually answers within 3 min.");
        assertThat(only(Table.class, QUIET.ask(Dimension.ONCALL_ESCALATION)).rows())
                .containsExactly(
                        List.of("Orders", "Priya Raman", "checkout, orders-db", "3 min"),
                        List.of("Platform", "Tomás Silva", "edge, cart-cache, resolver, cardlink", "4 min"));
    }

    @Test
    void saysWhatWasTried() {
        var tried = List.of("14:02 Restart checkout (done 14:04)", "14:06 Shed load (running)");
        var circumstances = Shop.circumstances(Shop.badRelease(), List.of(), tried, NOW);
        var answer = Telling.of(new KnownHistory(), circumstances).ask(Dimension.TRIED_SO_FAR);

        assertThat(answer.text()).isEqualTo("2 steps so far; the latest: 14:06 Shed load (running).");
        assertThat(only(Note.class, answer).paragraphs()).isEqualTo(tried);
        assertThat(QUIET.text(Dimension.TRIED_SO_FAR))
                .isEqualTo("Nothing yet: nobody has changed anything since the page at 14:00 UTC.");
    }

    @Test
    void givesTheAuthorsAnswerThatFitsTheTrueCause() {
        var question = new Interpretation(Dimension.DEPENDENCY_STATUS, List.of(), new Window.Usual(), 1, "vendor");
        var release = QUIET.ask(question);
        assertThat(release.text()).isEqualTo("They see nothing.");
        assertThat(only(Note.class, release)).isEqualTo(new Note(List.of("All good here.", "Bye.")));

        var underFlag = Shop.circumstances(Shop.badFlag(), List.of(), List.of(), NOW);
        var flag = Telling.of(new KnownHistory(), underFlag).ask(question);
        assertThat(flag.text()).isEqualTo("They wonder about a flag.");
        assertThat(only(Output.class, flag))
                .isEqualTo(new Output("console", "flags history", List.of("13:50 new-basket on")));
    }
}
