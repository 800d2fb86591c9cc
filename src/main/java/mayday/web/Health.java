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
     * @param status {@code up}; or {@code starting} while the scenarios are read and the question model loads, {@code cut-off} while the database cannot be reached,
     *     {@code stopping} when it was told to end
     * @param questions {@code answered}, or {@code waiting} for the question model; none is lost
     */
    private record Answer(String status, String questions) {}

    /** It listens, so the journal is open: pages are served and moves are taken. Who needs a scenario that has not been read yet waits for it. */
    void live(Context ctx) {
        ctx.json(answer());
    }

    /**
     * 503 as long as a question would have to wait for its scenario or for the question model, while the database cannot be reached, and from the moment when
     * the server was told to end.
     */
    void ready(Context ctx) {
        var answer =
                site.doors.areClosing() || site.rooms().isReachable() ? answer() : new Answer("cut-off", questions());
        ctx.status(answer.status().equals("up") ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(answer);
    }

    private Answer answer() {
        var status = site.isReady() ? "up" : "starting";
        return new Answer(site.doors.areClosing() ? "stopping" : status, questions());
    }

    private String questions() {
        return site.isReady() ? "answered" : "waiting";
    }
}
