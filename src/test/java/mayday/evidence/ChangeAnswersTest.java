package mayday.evidence;

import static mayday.evidence.KnownHistory.time;
import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Circumstances.LearnerChange;
import mayday.evidence.Evidence.Changes;
import mayday.evidence.Evidence.Changes.Item;
import mayday.scenario.Cause;
import mayday.scenario.ChangeKind;
import mayday.scenario.Dimension;
import org.junit.jupiter.api.Test;

class ChangeAnswersTest {
    private static final KnownHistory QUIET = new KnownHistory();

    @Test
    void listsReleasesOnlyWhenAskedForReleases() {
        var answer = under(Shop.badRelease()).ask(Dimension.RECENT_DEPLOYS);

        assertThat(answer.text())
                .isEqualTo("2 releases in the last 24 h; the latest: subject: checkout 3.18.0 on checkout at 13:50 by"
                        + " Priya.");
        assertThat(items(answer))
                .containsExactly(
                        item("2026-03-12T13:50:00Z", "release", "checkout", "subject: checkout 3.18.0", "Priya"),
                        item("2026-03-11T23:00:00Z", "release", "edge", "subject: edge 2.14.0", "Jonas"));
    }

    @Test
    void listsTheRestWhenAskedForTheRest() {
        var answer = under(Shop.badFlag()).ask(Dimension.CONFIG_FLAG_CHANGES);

        assertThat(items(answer))
                .extracting(Item::what)
                .containsExactly("subject: new-basket on for 100 %", "subject: idle time-out 60 s");
    }

    @Test
    void neverTellsTheChangesOfACauseThatIsNotTrue() {
        assertThat(items(under(Shop.badRelease()).ask(Dimension.CONFIG_FLAG_CHANGES)))
                .extracting(Item::what)
                .containsExactly("subject: idle time-out 60 s");
        assertThat(items(under(Shop.badFlag()).ask(Dimension.RECENT_DEPLOYS)))
                .extracting(Item::what)
                .containsExactly("subject: edge 2.14.0");
    }

    @Test
    void neverTellsWhatIsStillToCome() {
        var early = Shop.circumstances(Shop.badRelease(), List.of(), List.of(), time("13:45"));

        assertThat(items(Telling.of(QUIET, early).ask(Dimension.RECENT_DEPLOYS)))
                .extracting(Item::what)
                .containsExactly("subject: edge 2.14.0");
    }

    @Test
    void tellsWhatTheLearnerRolledBack() {
        var rollback = new LearnerChange(time("14:06"), ChangeKind.RELEASE, "checkout", "rolled back to 3.17.4");
        var circumstances = Shop.circumstances(Shop.badRelease(), List.of(rollback), List.of(), NOW);

        assertThat(items(Telling.of(QUIET, circumstances).ask(Dimension.RECENT_DEPLOYS, service(CHECKOUT))))
                .containsExactly(
                        item("2026-03-12T14:06:00Z", "release", "checkout", "rolled back to 3.17.4", "you"),
                        item("2026-03-12T13:50:00Z", "release", "checkout", "subject: checkout 3.18.0", "Priya"));
    }

    @Test
    void keepsToTheWindowAndTheService() {
        var shop = under(Shop.badRelease());

        assertThat(items(shop.ask(
                        Shop.within(Dimension.RECENT_DEPLOYS, new Window.Last(Duration.ofDays(2)), service(CHECKOUT)))))
                .hasSize(2);
        assertThat(shop.text(Dimension.RECENT_DEPLOYS, service(ORDERS_DB)))
                .isEqualTo("No release for orders-db in the last 24 h.");
        assertThat(shop.ask(Shop.within(Dimension.RECENT_DEPLOYS, new Window.Since(time("13:00")), service(EDGE)))
                        .text())
                .isEqualTo("No release for edge since 13:00.");
    }

    private static Telling under(Cause cause) {
        return Telling.of(QUIET, Shop.circumstances(cause, List.of(), List.of(), NOW));
    }

    private static List<Item> items(Answer answer) {
        return only(Changes.class, answer).items();
    }

    private static Item item(String at, String kind, String service, String what, String by) {
        return new Item(Instant.parse(at), kind, service, what, "all", by);
    }
}
