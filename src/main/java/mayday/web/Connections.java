package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What Jetty holds callers to before any handler of ours sees a request: how many, how large, how slow. */
final class Connections {
    /** Streams of a class of a thousand, each with a few windows; who comes later waits to be accepted. */
    static final int MOST = 8_192;

    /** Neither side says anything; streams beat more often. */
    static final Duration IDLE = Duration.ofSeconds(30);

    /** A request's line and headers. */
    static final int MOST_HEAD_BYTES = 8 * 1024;

    /** With Jetty's default, a thousand clients that come at once wait seconds for their connection. */
    private static final int ACCEPT_QUEUE = 4096;

    /**
     * What the socket of a client that does not read takes, in bytes (Linux counts twice that, with what it needs for itself). Its own
     * choice goes up to 4 MiB.
     */
    static final int SEND_BUFFER_BYTES = 64 * 1024;

    /** A connection without a request is closed after this when the server stops. */
    private static final long IDLE_WHILE_STOPPING_MILLIS = 100;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int FRAMING_BYTES = 16;

    private Connections() {}

    static void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(MOST_HEAD_BYTES);
        http.setSendServerVersion(false);
    }

    /** Before the server has its connectors. */
    static void prepare(Server jetty, InstantSource clock, Admission admission) {
        jetty.setErrorHandler(new PlainErrors());
        // A small body is there, whole, before a thread is given to it: who sends it slowly holds up nobody.
        var whole =
                new EagerContentHandler(new RetainedContentLoaderFactory(Web.MOST_BODY_BYTES, FRAMING_BYTES, false));
        jetty.setHandler(new FullHouse(admission, whole));
        jetty.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                listening(jetty).forEach(Connections::prepare);
                jetty.addBean(new NetworkConnectionLimit(MOST, jetty));
            }

            @Override
            public void lifeCycleStarted(LifeCycle started) {
                look(jetty, clock, new SlowCallers());
            }
        });
    }

    private static void prepare(ServerConnector connector) {
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_WHILE_STOPPING_MILLIS);
    }

    private static Stream<ServerConnector> listening(Server jetty) {
        return Arrays.stream(jetty.getConnectors())
                .flatMap(each -> each instanceof ServerConnector connector ? Stream.of(connector) : Stream.of());
    }

    /** Until the server stops, and its scheduler with it. */
    private static void look(Server jetty, InstantSource clock, SlowCallers slow) {
        List<Connection> open = listening(jetty)
                .flatMap(connector -> connector.getConnectedEndPoints().stream())
                .flatMap(endPoint -> Stream.ofNullable(endPoint.getConnection()))
                .toList();
        // Abruptly: who is this slow to send is slow to take leave as well.
        slow.look(open, clock.instant()).forEach(each -> each.getEndPoint().close(new EofException("too slow")));
        jetty.getScheduler().schedule(() -> look(jetty, clock, slow), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Turns people away before anything else is done for them, when there is no place to wait either: that has to be cheap. */
    private static final class FullHouse extends Handler.Wrapper {
        private final Admission admission;

        FullHouse(Admission admission, Handler handler) {
            super(handler);
            this.admission = admission;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (!admission.turnsAway(request.getHttpURI().getPath())) {
                return super.handle(request, response, callback);
            }
            var overloaded = Failure.overloaded();
            response.setStatus(overloaded.problem().status());
            response.getHeaders().put("Retry-After", Long.toString(overloaded.retryAfterSeconds()));
            response.getHeaders().put("Cache-Control", "no-store");
            answer(response, overloaded.problem(), callback);
            return true;
        }
    }

    private static void answer(Response response, Failure.Problem problem, Callback callback) {
        Guard.HEADERS.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", "application/problem+json");
        response.write(
                true,
                ByteBuffer.wrap(JsonMapper.shared().writeValueAsString(problem).getBytes(UTF_8)),
                callback);
    }

    /** Answers what is no request that a handler of ours could be given; without a word about the inside. */
    private static final class PlainErrors extends ErrorHandler {
        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int code,
                String message,
                @Nullable Throwable cause,
                Callback callback) {
            answer(response, problem(code), callback);
        }

        private static Failure.Problem problem(int code) {
            return switch (code) {
                case 408 ->
                    Failure.Problem.of(
                            "too-slow", code, "Too slow", "The request did not come in time. Send it again.");
                case 414, 431 ->
                    Failure.Problem.of(
                            "head-too-large",
                            code,
                            "Too large",
                            "A request's line and headers have at most " + MOST_HEAD_BYTES / 1024 + " KiB.");
                default ->
                    code < 500
                            ? Failure.Problem.of(
                                    "bad-request", code, "Bad request", "That is not a request that HTTP knows.")
                            : Failure.Problem.of(
                                    "internal", code, "Something broke", "That is our mistake, not yours.");
            };
        }
    }
}
