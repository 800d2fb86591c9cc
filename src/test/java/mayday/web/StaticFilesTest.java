package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages' own files. */
class StaticFilesTest {
    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller browser;

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        browser = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/static/mayday.css, text/css; charset=utf-8, no-cache, gzip",
        "/static/js/room.js, text/javascript; charset=utf-8, no-cache, gzip",
        "/static/icon.svg, image/svg+xml, no-cache, gzip",
        "/static/fonts/inter.woff2, font/woff2, 'public, max-age=31536000, immutable', ''",
        "/static/vendor/htmx.org-2.0.11/htmx.min.js, text/javascript; charset=utf-8, 'public, max-age=31536000, immutable', gzip",
        "/static/vendor/htmx.org-2.0.11/LICENSE, text/plain;charset=utf-8, 'public, max-age=31536000, immutable', gzip"
    })
    void goOutAsWhatTheyAre(String path, String type, String caching, String encoding) {
        var file = browser.get(path, "Accept-Encoding", "gzip, br");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(file.header("Cache-Control")).isEqualTo(caching);
        assertThat(file.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(file.header("Content-Encoding")).isEqualTo(encoding);
    }

    @Test
    void arePlainForWhoDoesNotSayOtherwise() {
        var file = browser.get("/static/mayday.css");
        assertThat(file.header("Content-Encoding")).isEmpty();
        assertThat(file.body()).contains("font-face");
        assertThat(file.header("Content-Length"))
                .isEqualTo(Integer.toString(file.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, gzip",
        "GZIP, gzip",
        "'br;q=1.0, gzip;q=0.8, *;q=0.1', gzip",
        "'deflate,gzip', gzip",
        "gzip;q=0, ''",
        "'gzip;q=0.0, br', ''",
        "x-gzip-like, ''"
    })
    void areCompressedForWhoTakesThemSo(String accepted, String encoding) {
        var file = browser.get("/static/mayday.css", "Accept-Encoding", accepted);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Encoding")).isEqualTo(encoding);
    }

    @Test
    void areNotSentAgainToWhoHasThem() {
        var tag = browser.get("/static/mayday.css").header("ETag");
        var again = browser.get("/static/mayday.css", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(browser.get("/static/mayday.css", "If-None-Match", "W/\"other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void areNotSentToWhoNamesTheirTagAmongOthersOrTakesAny() {
        var tag = browser.get("/static/mayday.css").header("ETag");
        for (var named : new String[] {"\"other\", " + tag, tag.substring("W/".length()) + ",\"other\"", "*"}) {
            assertThat(browser.get("/static/mayday.css", "If-None-Match", named).status())
                    .as(named)
                    .isEqualTo(304);
        }
        assertThat(browser.get("/static/mayday.css", "If-None-Match", "\"one\", W/\"other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void haveAHead() {
        var head = browser.send("HEAD", "/static/mayday.css", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/",
                "/static/js",
                "/static/vendor/uplot-1.6.32",
                "/static/nothing.css",
                "/static/../openapi.json",
                "/static/%2e%2e/openapi.json",
                "/static/js/..%2f..%2fopenapi.json",
                "/static//etc/passwd"
            })
    void areAllThatIsThere(String path) {
        assertThat(browser.get(path).status()).isIn(400, 404);
    }
}
