package mayday.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link Page} of its own, in the one Chromium that all tests share, or that {@link Browser} itself.
 *
 * <p>A page given to a test must stay quiet: an uncaught error or a breach of the content security policy fails the test. When a
 * test fails, what the page showed is kept in {@code target/browser}.
 */
final class Chromium implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace OURS = Namespace.create(Chromium.class);
    private static final Path PICTURES = Path.of("target", "browser");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", // a container's root may not have one
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** On a slow machine that does other things as well, a page may take its time. */
    private static final int PATIENCE_MILLIS = 60_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == Page.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var browser = test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Shared.class, _ -> Shared.start(), Shared.class)
                .browser();
        if (parameter.getParameter().getType() == Browser.class) {
            return browser;
        }
        return test.getStore(OURS)
                .computeIfAbsent(Watched.class, _ -> Watched.open(browser), Watched.class)
                .page();
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var watched = test.getStore(OURS).get(Watched.class, Watched.class);
        if (watched == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            var name = test.getRequiredTestClass().getSimpleName() + "."
                    + test.getRequiredTestMethod().getName();
            watched.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
            return;
        }
        assertThat(watched.complaints()).as("what the browser complained of").isEmpty();
    }

    /** The driver and its browser, closed when the last test is done. */
    private record Shared(Playwright playwright, Browser browser) implements AutoCloseable {
        static Shared start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            // The driver would otherwise fetch a browser of its own.
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var options = new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(FLAGS);
            return new Shared(playwright, playwright.chromium().launch(options));
        }

        /** As found by {@code src/test/browser/ensure-chromium.sh}, which the build runs before these tests. */
        private static Path installed() {
            var answer = Path.of(System.getProperty("mayday.chromium.file", "target/chromium.path"));
            try {
                return Path.of(Files.readString(answer).strip());
            } catch (IOException e) {
                throw new UncheckedIOException("first run: src/test/browser/ensure-chromium.sh " + answer, e);
            }
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** A page and what the browser complained of in it. */
    private record Watched(Page page, List<String> complaints) implements AutoCloseable {
        static Watched open(Browser browser) {
            var complaints = new ArrayList<String>();
            var context = browser.newContext();
            context.setDefaultTimeout(PATIENCE_MILLIS);
            var page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                // That a request was refused is the test's own business.
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
            return new Watched(page, complaints);
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
