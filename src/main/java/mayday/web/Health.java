package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** What those ask who watch over the server: does it live, and is it ready. */
final class Health {
    private final Site site;

    Health(Site site) {
        this.site = site;
    }

    /**
     * How the server is.
     *
     * @param status {@code up}, or {@code starting} while the question model loads
     * @param questions {@code answered}, or {@code waiting} for the question model; none is lost
     */
    private record Answer(String status, String questions) {}

    /** It listens, so scenarios and journal are open: pages are served and moves are taken. */
    void live(Context ctx) {
        ctx.json(answer());
    }

    /** As {@link #live}, but 503 as long as a question would have to wait for the question model. */
    void ready(Context ctx) {
        ctx.status(site.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(answer());
    }

    private Answer answer() {
        return site.isReady() ? new Answer("up", "answered") : new Answer("starting", "waiting");
    }
}
