package mayday.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Whether what somebody reads on a page stays where it is. */
final class StandsStill {
    /** As browsers measure it (cumulative layout shift): the part of the screen that moved times how far. */
    private static final double MOST_SHIFT = 0.02;

    /** Counts what moves after a key or a click as well, which browsers leave out: an answer often comes at once. */
    static final String WATCH = """
            window.shift = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
                .observe({ type: "layout-shift", buffered: true });""";

    private static final String FIRST_IN_SIGHT = """
            cards => [...cards.querySelectorAll("article")]
                .find(card => card.getBoundingClientRect().bottom > cards.getBoundingClientRect().top).id""";

    private static final String TOP = "card => card.getBoundingClientRect().top";

    private StandsStill() {}

    /** Counts what moves on this page, from its beginning on. */
    static void watch(Page page) {
        page.evaluate(WATCH);
    }

    /** So little has moved since the page was opened that nobody lost their line; somebody has to {@link #watch}. */
    static void check(Page page) {
        drawn(page);
        assertThat(((Number) page.evaluate("() => window.shift")).doubleValue())
                .as(page.url())
                .isLessThan(MOST_SHIFT);
    }

    /** A card that somebody has scrolled to stays at its height while they get the answer to {@code question} above it. */
    static void keepsThePlace(Learner learner, String question) {
        var page = learner.page();
        // The card of the latest answer may come a moment after its turn.
        var latest = page.locator("#turns .turn a.tag").last().getAttribute("href");
        assertThat(page.locator(latest)).isAttached();
        var cards = page.locator("#cards article[data-kind]").count();
        var board = page.locator("#cards");
        board.evaluate("cards => { cards.scrollTop = cards.scrollHeight; }");
        drawn(page);
        assertThat(board.evaluate("cards => cards.scrollTop > 0")).isEqualTo(true);
        var card = page.locator("#" + board.evaluate(FIRST_IN_SIGHT));
        var before = ((Number) card.evaluate(TOP)).doubleValue();
        learner.ask(question);
        assertThat(page.locator("#cards article[data-kind]")).hasCount(cards + 1);
        drawn(page);
        assertThat(((Number) card.evaluate(TOP)).doubleValue()).isBetween(before - 2, before + 2);
    }

    /** What was changed last is counted, and scrolled to, with the next two frames. */
    private static void drawn(Page page) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
