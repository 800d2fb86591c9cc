package mayday.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The network between a node and its database, which can be interrupted: at any time, or in the middle of a commit. */
public final class Relay implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<AtCommit> next = new AtomicReference<>(AtCommit.PASS);
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch struck = new CountDownLatch(1);
    private volatile boolean refusing = false;
    private volatile @Nullable String fatal;

    /** What becomes of the next commit. */
    enum AtCommit {
        PASS,
        /** It never arrives, and the line is cut. */
        LOSE_COMMIT,
        /** It arrives, its answer does not: the line is cut. */
        LOSE_ANSWER,
        /** The node's line is cut at once; the commit arrives when {@link #release} lets it. */
        DELAY
    }

    private Relay(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** A line to a port of this machine. */
    public static Relay to(int target) {
        try {
            return new Relay(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    private CountDownLatch gate() {
        return Objects.requireNonNull(gate.get());
    }

    /** Nothing goes through any more, and nobody is told. */
    public void pause() {
        gate.set(new CountDownLatch(1));
    }

    /** What was held up goes through. */
    public void resume() {
        gate().countDown();
    }

    /** Cuts all lines and makes no new ones. */
    public void refuse() {
        refusing = true;
        cut();
    }

    /** Makes new lines again, and lets everything through. */
    public void serve() {
        refusing = false;
        fatal = null;
    }

    public void cut() {
        open.forEach(Relay::close);
    }

    /** Cuts each line over which the node sends these words, before they arrive. */
    void cutWhenSent(String words) {
        fatal = words;
    }

    void atNextCommit(AtCommit what) {
        next.set(what);
    }

    /** Waits until a commit met with what was ordered. */
    void awaitStrike() throws InterruptedException {
        struck.await();
    }

    void release() {
        released.countDown();
    }

    private void accept() {
        try {
            while (true) {
                var client = listening.accept();
                if (refusing) {
                    close(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(server);
            Thread.ofVirtual().start(() -> forward(client, server, true));
            Thread.ofVirtual().start(() -> forward(server, client, false));
        } catch (IOException e) {
            close(client);
        }
    }

    private void forward(Socket from, Socket to, boolean isOfClient) {
        try {
            copy(from, to, isOfClient);
        } catch (IOException | InterruptedException ended) {
            // Whoever is at the other end is told below.
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void copy(Socket from, Socket to, boolean isOfClient) throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        var commits = new Commits();
        var buffer = new byte[BUFFER];
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            gate().await();
            var sent = isOfClient ? new String(buffer, 0, count, StandardCharsets.ISO_8859_1) : "";
            if (isFatal(sent)) {
                return;
            }
            var what = commits.isIn(sent) ? next.getAndSet(AtCommit.PASS) : AtCommit.PASS;
            switch (what) {
                case PASS -> out.write(buffer, 0, count);
                case LOSE_COMMIT -> {
                    struck.countDown();
                    return;
                }
                case LOSE_ANSWER -> {
                    // The answer meets a closed line, whichever of the two is faster.
                    from.shutdownOutput();
                    out.write(buffer, 0, count);
                    struck.countDown();
                }
                case DELAY -> {
                    from.shutdownOutput();
                    struck.countDown();
                    released.await();
                    out.write(buffer, 0, count);
                }
            }
        }
    }

    private boolean isFatal(String sent) {
        var words = fatal;
        return words != null && sent.contains(words);
    }

    /** Recognises the commits of one line. The driver sends the word once, with a name, and the name alone from then on. */
    private static final class Commits {
        private static final Pattern NAMED = Pattern.compile("(S_\\d+)\0COMMIT");

        private String name = "COMMIT";

        boolean isIn(String sent) {
            var named = NAMED.matcher(sent);
            if (named.find()) {
                name = "\0" + named.group(1) + "\0";
                return true;
            }
            return sent.contains(name);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use to anybody.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        resume();
        release();
        cut();
    }
}
