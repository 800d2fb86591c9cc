package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** Clients that send a byte now and then, to hold connections and threads; and others that are merely patient. */
class SlowCallersTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    /** Slow enough that the server looks several times while it comes in, and fast enough for a test. */
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final SlowCallers slow = new SlowCallers();
    private final Connection connection = Mockito.mock(Connection.class);
    private Instant now = NOON;

    /** The connection has received so many requests and bytes, and answered so many. */
    private boolean isClosed(int received, int answered, long bytes) {
        Mockito.when(connection.getMessagesIn()).thenReturn((long) received);
        Mockito.when(connection.getMessagesOut()).thenReturn((long) answered);
        Mockito.when(connection.getBytesIn()).thenReturn(bytes);
        now = now.plusSeconds(10);
        return !slow.look(List.of(connection), now).isEmpty();
    }

    @Test
    void aHeadHasFifteenSecondsFromItsFirstByte() {
        assertThat(isClosed(0, 0, 0)).isFalse();
        assertThat(isClosed(0, 0, 0)).isFalse();
        assertThat(isClosed(0, 0, 1)).isFalse();
        assertThat(isClosed(0, 0, 2)).isFalse();
        assertThat(isClosed(0, 0, 3)).isTrue();
    }

    @Test
    void aBodyHasAMinute() {
        assertThat(isClosed(1, 0, 200)).isFalse();
        for (var seconds = 10; seconds <= 60; seconds += 10) {
            assertThat(isClosed(1, 0, 200 + seconds)).isFalse();
        }
        assertThat(isClosed(1, 0, 300)).isTrue();
    }

    @Test
    void whoListensToAStreamMayStay() {
        for (var look = 0; look < 100; look++) {
            assertThat(isClosed(1, 0, 200)).isFalse();
        }
    }

    @Test
    void whoComesBackAfterAWhileBeginsAnew() {
        assertThat(isClosed(1, 1, 200)).isFalse();
        assertThat(isClosed(1, 1, 200)).isFalse();
        assertThat(isClosed(1, 1, 200)).isFalse();
        assertThat(isClosed(1, 1, 220)).isFalse();
        assertThat(isClosed(2, 1, 400)).isFalse();
        assertThat(isClosed(2, 2, 400)).isFalse();
    }

    @Test
    void aTrickledHeadIsCutOffByTheServer(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder);
                var trickling = new RawCaller(served.port());
                var patient = new RawCaller(served.port())) {
            patient.send("GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n");
            assertThat(patient.answer()).startsWith("HTTP/1.1 200");
            trickling.send("GET /health/live HTTP/1.1\r\n");
            // The server looks at its connections every second; each time it has, more has come, and more time has
            // passed.
            var rest = trickle(served, trickling, "X-A: b\r\n");
            assertThat(rest).doesNotContain("200");

            patient.send("GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n");
            assertThat(patient.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aTrickledBodyHoldsNoThreadAndIsCutOff(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder);
                var trickling = new RawCaller(served.port())) {
            trickling.send(String.join(
                    "\r\n",
                    "POST /api/v1/incidents HTTP/1.1",
                    "Host: here",
                    "Content-Type: application/json",
                    "Content-Length: 20000",
                    "",
                    "{"));
            assertThat(served.somebody().get("/").status()).isEqualTo(200);
            assertThat(trickle(served, trickling, " ")).doesNotContain("200");
        }
    }

    /** Sends a little again and again while time passes, until the server ends the connection; what it said then. */
    private static String trickle(Served served, RawCaller caller, String little) throws Exception {
        var cut = Thread.ofVirtual().unstarted(() -> {
            try {
                while (true) {
                    served.passes(Duration.ofSeconds(5));
                    caller.send(little);
                    LockSupport.parkNanos(BETWEEN.toNanos());
                }
            } catch (IOException closed) {
                // What we wait for.
            }
        });
        cut.start();
        var rest = caller.rest();
        cut.join();
        return rest;
    }
}
