package mayday.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mayday.account.TooBusy;
import mayday.drill.Room;
import mayday.journal.JournalUnavailable;
import mayday.studio.StillReading;
import mayday.web.Failure.Problem;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what went wrong: as a problem document under {@code /api/}, as a page elsewhere. Never with a stack trace. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private static final String DAMAGED =
            "What the server has stored of this cannot be read. It was left as it is, and everything"
                    + " else goes on. Whoever runs the server finds in its log what is damaged, and can put a backup in its place.";

    /** Deeper than any that we throw; some libraries make circles. */
    private static final int MOST_CAUSES = 10;

    private final Site site;

    Errors(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.exception(Failure.class, this::answer);
        routes.exception(LogInFirst.class, (first, ctx) -> ctx.redirect(first.path(), HttpStatus.SEE_OTHER));
        routes.exception(TooBusy.class, (_, ctx) -> answer(Failure.busy(), ctx));
        routes.exception(HttpResponseException.class, (failure, ctx) -> answer(ctx, problem(ctx, failure.getStatus())));
        routes.exception(JournalUnavailable.class, (failure, ctx) -> answer(ctx, unavailable(failure)));
        routes.exception(StillReading.class, (_, ctx) -> answer(Failure.starting(), ctx));
        routes.exception(Exception.class, this::unforeseen);
    }

    private void unforeseen(Exception mistake, Context ctx) {
        if (isGone(mistake)) {
            // Nobody reads this; and who goes away in the middle of a sentence shall not fill the log.
            LOG.debug("{} {} was not sent to its end", ctx.method(), ctx.path());
            answer(ctx, problem(ctx, HttpStatus.BAD_REQUEST.getCode()));
            return;
        }
        LOG.error("{} {} failed", ctx.method(), ctx.path(), mistake);
        answer(ctx, problem(ctx, HttpStatus.INTERNAL_SERVER_ERROR.getCode()));
    }

    /** Whether the caller went away, or was sent away, before the request was complete. */
    private static boolean isGone(Throwable mistake) {
        return Stream.iterate(mistake, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(each -> each instanceof EofException || each instanceof ClosedChannelException);
    }

    private static Problem unavailable(JournalUnavailable failure) {
        LOG.error("The journal failed. {}", failure.getMessage());
        return failure.isDamaged()
                ? Problem.of("damaged", 503, "Damaged", DAMAGED)
                : Problem.of("not-stored", 503, "Not now", Room.NOT_STORED);
    }

    private static Problem problem(Context ctx, int status) {
        return switch (status) {
            case 404 -> Problem.of("not-found", 404, "Not found", "There is nothing at this address.");
            case 405 ->
                Problem.of(
                        "method-not-allowed",
                        405,
                        "Method not allowed",
                        ctx.method().name() + " is not possible here. See /api for what is.");
            case 413 ->
                Problem.of(
                        "too-large",
                        413,
                        "Too large",
                        Guard.isOfStudio(ctx.path())
                                ? "A request to the studio has at most " + Guard.most(ctx.path()) / 1024 / 1024
                                        + " MiB."
                                : "A request has at most " + Web.MOST_BODY_BYTES / 1024 + " KiB.");
            case 500 ->
                Problem.of(
                        "internal",
                        500,
                        "Something broke",
                        "That is our mistake, not yours. Nothing was lost; try it again. If it happens again, whoever runs the"
                                + " server finds the reason in its log.");
            default -> {
                var known = HttpStatus.forStatus(status);
                yield Problem.of("http-" + status, status, known.getMessage(), known.getMessage() + ".");
            }
        };
    }

    private void answer(Failure failure, Context ctx) {
        if (failure.retryAfterSeconds() > 0) {
            ctx.header("Retry-After", Long.toString(failure.retryAfterSeconds()));
        }
        answer(ctx, failure.problem());
    }

    private void answer(Context ctx, Problem problem) {
        ctx.status(problem.status());
        if (ctx.path().startsWith("/api/")) {
            ctx.json(problem).contentType("application/problem+json");
        } else {
            var next = NextStep.after(problem, ctx.path());
            ctx.html(site.templates.render(
                    "message.jte",
                    Map.of(
                            "title",
                            problem.title(),
                            "text",
                            problem.detail(),
                            "next",
                            next.words(),
                            "back",
                            next.address(),
                            "backTo",
                            next.link(),
                            "logIn",
                            problem.status() == 401 || problem.id().equals("facilitators-only"),
                            "visitor",
                            site.visitor(ctx))));
        }
    }
}
