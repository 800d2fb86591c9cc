package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a page asks of who comes for the first time: how many bytes, and whether what they read moves away under their eyes. */
final class FirstLoad {
    /** As they are sent, thus compressed, and without fonts. */
    private static final long MOST_BYTES = 150 * 1024;

    private FirstLoad() {}

    /** Whether the pages are light and stand still for a browser that has nothing of them yet; who looks is who looks at {@code page}. */
    static void isLight(Page page, String... addresses) {
        for (var address : addresses) {
            var whose = page.context().storageState();
            var options = new Browser.NewContextOptions().setStorageState(whose).setViewportSize(1280, 900);
            try (var context = page.context().browser().newContext(options)) {
                var fresh = context.newPage();
                fresh.addInitScript(StandsStill.WATCH);
                Queue<Request> done = new ConcurrentLinkedQueue<>();
                fresh.onRequestFinished(done::add);
                fresh.navigate(address);
                fresh.evaluate("() => document.fonts.ready.then(() => true)");
                var bytes = done.stream()
                        .filter(request -> !request.url().endsWith(".woff2"))
                        .map(Request::sizes)
                        .mapToLong(sizes -> (long) sizes.responseHeadersSize + sizes.responseBodySize)
                        .sum();
                assertThat(bytes).as(address).isBetween(1L, MOST_BYTES);
                StandsStill.check(fresh);
            }
        }
    }
}
