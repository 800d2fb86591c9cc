package mayday.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendored libraries do their work under a content security policy without inline script, inline style or eval. */
@InBrowser
class VendoredLibrariesIT {
    private static final Path STATIC = Path.of("src", "main", "resources", "static");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String QUIET = """
            <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false}'>""";
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Vendored</title>%s
            <link rel="stylesheet" href="/mayday.css">
            <link rel="stylesheet" href="/vendor/uplot-1.6.32/uPlot.min.css">
            <script src="/vendor/htmx.org-2.0.11/htmx.min.js" defer></script>
            <script src="/vendor/htmx-ext-sse-2.2.4/sse.min.js" defer></script>
            <script src="/vendor/idiomorph-0.7.4/idiomorph-ext.min.js" defer></script>
            <script src="/vendor/uplot-1.6.32/uPlot.iife.min.js" defer></script>
            <script src="/chart.js" defer></script></head>
            <body hx-ext="sse,morph" sse-connect="/stream"><p id="told" sse-swap="told">nothing yet</p>
            <button hx-get="/fragment" hx-target="#board" hx-swap="morph:innerHTML">Ask</button>
            <div id="board"><input id="draft"><p id="answer">not asked</p></div><div id="chart"></div></body></html>""";
    private static final String CHART = """
            new uPlot({width: 300, height: 150, series: [{}, {stroke: "red"}]}, [[1, 2, 3], [1, 4, 9]],
                document.getElementById("chart"));""";

    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server = unbound();

    @BeforeEach
    void serve() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> send(exchange, "text/html", PAGE.formatted(QUIET).getBytes(UTF_8)));
        server.createContext(
                "/default",
                exchange -> send(exchange, "text/html", PAGE.formatted("").getBytes(UTF_8)));
        server.createContext("/chart.js", exchange -> send(exchange, "text/javascript", CHART.getBytes(UTF_8)));
        server.createContext("/stream", this::stream);
        server.createContext(
                "/fragment",
                exchange ->
                        send(exchange, "text/html", "<input id=\"draft\"><p id=\"answer\">4 %</p>".getBytes(UTF_8)));
        for (var folder : new String[] {"/vendor", "/fonts", "/mayday.css"}) {
            server.createContext(folder, VendoredLibrariesIT::sendFile);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void htmxMorphsAndKeepsTheElementsThatStay(Page page) {
        page.navigate(address("/"));
        page.evaluate("document.getElementById('draft').known = true");
        page.locator("button").click();

        assertThat(page.locator("#answer")).hasText("4 %");
        assertThat(page.evaluate("document.getElementById('draft').known")).isEqualTo(true);
    }

    @Test
    void serverSentEventsReachThePage(Page page) {
        page.navigate(address("/"));
        assertThat(page.locator("#told")).hasText("news");
    }

    @Test
    void uPlotDraws(Page page) {
        page.navigate(address("/"));
        assertThat(page.locator("#chart canvas")).isVisible();
    }

    @Test
    void theFontsOfTheStylesheetLoad(Page page) {
        page.navigate(address("/"));
        page.waitForFunction("() => document.fonts.ready.then(() => document.fonts.check('16px Inter'))");
        assertThat(page.evaluate("document.fonts.load('16px \"JetBrains Mono\"').then(fonts => fonts.length)"))
                .isEqualTo(1);
    }

    /** Why the pages carry the htmx-config: without it htmx adds a style element, which the policy refuses. */
    @Test
    void htmxWithoutItsConfigBreaksThePolicy(Browser browser) {
        var complaints = new ArrayList<String>();
        try (var context = browser.newContext()) {
            var page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(address("/default"));
            assertThat(page.locator("#told")).hasText("news");
        }
        assertThat(complaints).anySatisfy(text -> assertThat(text).contains("inline style"));
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static HttpServer unbound() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One message, then silence: the extension reports a stream that ends as an error, and connects again. */
    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("event: told\ndata: news\n\n".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void sendFile(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "font/woff2";
        send(exchange, type, Files.readAllBytes(STATIC.resolve(path.substring(1))));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
