package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the server stops, whoever is inside finishes, and nobody else comes in. */
@Timeout(60)
class DoorsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Doors doors = new Doors();

    @Test
    void waitsForThoseInside() {
        var inside = request(HandlerType.POST);
        doors.enter(inside);
        var closed = CompletableFuture.supplyAsync(() -> doors.close(LONG), Thread::startVirtualThread);
        while (!doors.areClosing()) {
            Thread.onSpinWait();
        }
        assertThat(closed).isNotDone();

        doors.leave(inside);
        assertThat(closed.join()).isTrue();
    }

    @Test
    void turnsMovesAwayAndSaysWhenToComeAgain() {
        assertThat(doors.close(LONG)).isTrue();
        var late = request(HandlerType.PATCH);
        assertThatThrownBy(() -> doors.enter(late))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().status()).isEqualTo(503));
        verify(late).header("Retry-After", "2");
        doors.leave(late);
        assertThat(doors.inside()).isZero();
    }

    @Test
    void readersComeAndGo() {
        doors.close(LONG);
        doors.enter(request(HandlerType.GET));
        assertThat(doors.inside()).isZero();
    }

    @Test
    void doesNotWaitForEver() {
        doors.enter(request(HandlerType.POST));
        assertThat(doors.close(Duration.ofMillis(1))).isFalse();
    }

    /** A context of Javalin's cannot be made by hand. */
    private static Context request(HandlerType method) {
        var attributes = new HashMap<String, Object>();
        var ctx = mock(Context.class);
        when(ctx.method()).thenReturn(method);
        when(ctx.attribute("mayday.inside")).thenAnswer(_ -> attributes.get("inside"));
        org.mockito.Mockito.doAnswer(call -> attributes.put("inside", call.getArgument(1)))
                .when(ctx)
                .attribute(org.mockito.ArgumentMatchers.eq("mayday.inside"), org.mockito.ArgumentMatchers.any());
        return ctx;
    }
}
