package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mayday.exercise.DrillLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that open a stream and never read from it. */
@Timeout(60)
class StuckClientsTest {
    private static final int RECEIVED_BYTES = 4_096;
    /** More than Linux keeps for a socket, in updates and messages of the greatest length. */
    private static final int ENOUGH = 190;

    @TempDir
    Path folder;

    private Served served;
    private DrillParty party;
    private Caller mara;

    @BeforeEach
    void open() throws Exception {
        served = Served.in(folder, new Served.Start(Served.PASSWORD, false, Duration.ofMinutes(1)));
        party = DrillParty.in(served);
        mara = party.join("Mara", "kestrel", "operations");
        party.start();
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void areDroppedWhateverTheyListenToAndHoldUpNobody() throws Exception {
        var incident = party.incident(mara, "kestrel");
        var stuck = new ArrayList<Socket>();
        for (var path : List.of(
                "/api/v1" + incident + "/events",
                incident + "/stream?since=0",
                party.api() + "/events",
                party.page() + "/stream")) {
            stuck.add(stuck(path));
        }
        awaitStreams(stuck.size());
        var other = party.join("Tomasz", "kestrel", "scribe");
        var heard = CompletableFuture.supplyAsync(
                () -> other.listen("/api/v1" + incident + "/events", line -> line.contains("the last one")),
                Thread::startVirtualThread);

        var text = "x".repeat(DrillLimits.SAID_CHARACTERS);
        for (var move = 0; move < ENOUGH; move++) {
            say(text);
            update(incident, text);
            served.passes(Duration.ofSeconds(1));
        }
        update(incident, "the last one");
        assertThat(heard.join().stream().filter(line -> line.equals("event: update-posted")))
                .hasSize(ENOUGH + 1);

        // Those who listen to one page make it change no more often than they can be told, so it goes on until they are
        // stuck.
        while (streams() > 0) {
            say(text);
            update(incident, text);
            served.passes(Duration.ofSeconds(1));
        }
        for (var socket : stuck) {
            assertThat(ends(socket)).isTrue();
        }
    }

    private void say(String text) {
        mara.post(party.api() + "/messages", "{'text': '" + text + "'}");
    }

    private void update(String incident, String text) {
        mara.post("/api/v1" + incident + "/updates", "{'audience': 'channel', 'text': '" + text + "'}");
    }

    private Socket stuck(String path) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVED_BYTES);
        socket.connect(new InetSocketAddress("localhost", served.port()));
        var cookie = mara.cookies.getCookieStore().getCookies().getFirst();
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: "
                + cookie.getName() + "=" + cookie.getValue() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void awaitStreams(int count) {
        while (streams() < count) {
            Thread.onSpinWait();
        }
    }

    private int streams() {
        var figures = served.somebody()
                .get("/metrics", "Authorization", "Bearer " + Served.METRICS_TOKEN)
                .body();
        return figures.lines()
                .filter(line -> line.startsWith("mayday_streams "))
                .mapToInt(line -> (int) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElse(0);
    }

    /** Whether nothing more comes after what was under way. */
    private static boolean ends(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            var piece = new byte[65_536];
            while (in.read(piece) >= 0) {
                // Still from before.
            }
            return true;
        } catch (IOException reset) {
            return true;
        }
    }
}
