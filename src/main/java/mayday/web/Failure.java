package mayday.web;

import java.time.Duration;
import java.util.List;
import mayday.incident.Refusal;

/**
 * A request that cannot be answered as asked. Thrown by whoever reads the request, and answered as a problem document (RFC 9457) to
 * programs and as a page to people.
 */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long BUSY_SECONDS = 3;

    private final transient Problem problem;
    private final long retryAfterSeconds;

    Failure(Problem problem) {
        this(problem, 0);
    }

    /** @param retryAfterSeconds when it is worth trying again; 0 if that is not known */
    private Failure(Problem problem, long retryAfterSeconds) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** When it is worth trying again; 0 if that is not known. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Problem problem() {
        return problem;
    }

    /**
     * What is wrong.
     *
     * @param type identifies the kind of problem; a link to the page that describes the API
     * @param errors the places that are wrong in an invalid body; empty otherwise
     */
    record Problem(String type, String title, int status, String detail, List<Place> errors) {
        private static final String PAGE = "/api#problem-";

        Problem {
            errors = List.copyOf(errors);
        }

        static Problem of(String id, int status, String title, String detail) {
            return new Problem(PAGE + id, title, status, detail, List.of());
        }

        /** The last part of its type, such as {@code not-found}. */
        String id() {
            return type.substring(PAGE.length());
        }
    }

    /**
     * A place in a body.
     *
     * @param pointer a JSON pointer, such as {@code /text}
     */
    record Place(String pointer, String detail) {}

    static Failure notFound(String detail) {
        return new Failure(Problem.of("not-found", 404, "Not found", detail));
    }

    /** The places of a body that are wrong. */
    static Failure invalid(List<Place> places) {
        var detail = places.size() == 1
                ? places.getFirst().pointer() + " " + places.getFirst().detail()
                : places.size() + " fields of the body are wrong; errors lists them.";
        return new Failure(new Problem(Problem.PAGE + "invalid-body", "The body is invalid", 422, detail, places));
    }

    /** A move that the incident does not allow. */
    static Failure refused(Refusal refusal) {
        var status = switch (refusal) {
            case Refusal.IncidentOver _, Refusal.NotNow _, Refusal.Paused _, Refusal.CoachAsks _ -> 409;
            case Refusal.LimitReached(var what, var _) -> what.endsWith("a minute") ? 429 : 409;
            case Refusal.Unknown _, Refusal.OutOfRange _ -> 422;
            case Refusal.NotYours _ -> 403;
            case Refusal.NotStored _ -> 503;
        };
        return new Failure(Problem.of(refusal.id(), status, "Refused", refusal.reason()));
    }

    /** A point of an incident that is none. */
    static Failure badPoint(String detail) {
        return new Failure(Problem.of("no-such-point", 422, "No such point", detail));
    }

    /** The server is about to end. */
    static Failure stopping() {
        return new Failure(Problem.of(
                "stopping",
                503,
                "Stopping",
                "The server is being restarted, and nothing happened. Try again in a moment."));
    }

    /** The server has just been started, and what this needs is not there yet. */
    static Failure starting() {
        return new Failure(
                Problem.of(
                        "starting",
                        503,
                        "Starting",
                        "The server was started a moment ago and is still reading its scenarios. Nothing happened: try again in a few"
                                + " seconds."),
                BUSY_SECONDS);
    }

    /** @param wait until it is worth trying again */
    static Failure tooMany(String detail, Duration wait) {
        // Rounded up: a second too early would only be refused again.
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Failure(Problem.of("too-many-requests", 429, "Too many requests", detail), seconds);
    }

    /** Passwords are being checked for so many already. */
    static Failure busy() {
        return new Failure(
                Problem.of(
                        "busy",
                        503,
                        "Busy",
                        "Many people are logging in at the moment. Nothing was checked: try again in a few seconds."),
                BUSY_SECONDS);
    }

    /** There is more to do than the machine can. */
    static Failure overloaded() {
        return new Failure(
                Problem.of(
                        "overloaded",
                        503,
                        "Too much to do",
                        "The server has more to do than it can. Nothing happened: try again in a few seconds."),
                BUSY_SECONDS);
    }

    static Failure tooMany(String detail) {
        return new Failure(Problem.of("too-many-requests", 429, "Too many requests", detail));
    }
}
