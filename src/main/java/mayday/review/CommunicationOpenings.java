package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.incident.Event;
import mayday.incident.JudgedClaim;
import mayday.incident.Recorded;
import mayday.scenario.Severity;

/** What to ask about command and communication: what was said, when, to whom, and whether it was so. */
final class CommunicationOpenings {
    private static final Duration FIRST_UPDATE_WITHIN = Duration.ofMinutes(10);
    private static final Duration RATE_WITHIN = Duration.ofMinutes(10);
    private static final Duration CALL_WITHIN = Duration.ofMinutes(20);

    /** One request in twenty: more than a nuisance. */
    private static final double SEVERE = 0.05;

    private CommunicationOpenings() {}

    static List<Opening> of(Course course) {
        var openings = new ArrayList<Opening>();
        untrue(course).ifPresent(openings::add);
        if (course.wasHurt()) {
            updates(course).ifPresent(openings::add);
            lastWord(course).ifPresent(openings::add);
            rated(course).ifPresent(openings::add);
            tooLow(course).ifPresent(openings::add);
            called(course).ifPresent(openings::add);
        }
        unanswered(course).ifPresent(openings::add);
        return openings;
    }

    /** What was said and was not so; what was false before what was too early. */
    private static Optional<Opening> untrue(Course course) {
        return course.history(Event.ClaimsJudged.class).stream()
                .flatMap(each -> each.event() instanceof Event.ClaimsJudged(var statement, var claims)
                        ? claims.stream()
                                .filter(claim -> claim.truth() == JudgedClaim.Truth.FALSE
                                        || claim.truth() == JudgedClaim.Truth.TOO_EARLY)
                                .map(claim -> new Said(statement, claim))
                        : Stream.of())
                .max(Comparator.comparing(said -> said.claim().truth() == JudgedClaim.Truth.FALSE))
                .flatMap(said -> course.incident().history().stream()
                        .filter(each -> each.sequence() == said.statement())
                        .findFirst()
                        .map(each -> Opening.of("untrue-update", each)
                                .with("words", Say.quote(words(each.event())))
                                .with("claim", said.claim().claim().words())
                                .with(
                                        "verdict",
                                        said.claim().truth() == JudgedClaim.Truth.FALSE
                                                ? "was not true then"
                                                : "was too early to say")));
    }

    private record Said(long statement, JudgedClaim claim) {}

    private static String words(Event event) {
        if (event instanceof Event.UpdatePosted update) {
            return update.text();
        }
        return event instanceof Event.MessageAnswered answer ? answer.text() : "";
    }

    private static Optional<Opening> updates(Course course) {
        var first = course.history(Event.UpdatePosted.class).stream().findFirst();
        if (first.isEmpty()) {
            return Optional.of(Opening.leftUndone("nobody-told", course.hurtUntil())
                    .with("due", Say.clock(course.paged().plus(FIRST_UPDATE_WITHIN))));
        }
        return late(course, first.get(), FIRST_UPDATE_WITHIN, "first-update-late");
    }

    private static Optional<Opening> late(Course course, Recorded move, Duration within, String kind) {
        var took = course.sincePage(move.at());
        return took.compareTo(within) <= 0
                ? Optional.empty()
                : Optional.of(Opening.of(kind, move)
                        .with("took", Say.length(took))
                        .with("due", Say.clock(course.paged().plus(within)))
                        .with("failed-then", Say.count(course.failedUntil(move.at()))));
    }

    private static Optional<Opening> lastWord(Course course) {
        var updates = course.history(Event.UpdatePosted.class);
        var said = updates.stream().anyMatch(each -> !each.at().isBefore(course.hurtUntil()));
        return said || updates.isEmpty() || course.isStillHurt()
                ? Optional.empty()
                : Optional.of(Opening.leftUndone("no-last-word", course.ended())
                        .with("last", Say.clock(updates.getLast().at())));
    }

    private static Optional<Opening> rated(Course course) {
        var first = course.history(Event.SeverityDeclared.class).stream().findFirst();
        return first.isEmpty()
                ? Optional.of(Opening.leftUndone("never-rated", course.ended()).with("peak", peak(course)))
                : late(course, first.get(), RATE_WITHIN, "rated-late")
                        .map(opening -> opening.with("peak", peak(course)));
    }

    private static String peak(Course course) {
        return Say.percent(course.debrief().curves().actual().highest());
    }

    private static Optional<Opening> tooLow(Course course) {
        var worst = course.incident().severities().stream().min(Comparator.comparingInt(Severity::number));
        var first = course.history(Event.SeverityDeclared.class).stream().findFirst();
        return worst.filter(severity -> severity.number() > Severity.SEV2.number()
                        && course.debrief().curves().actual().highest() >= SEVERE)
                .flatMap(severity -> first.map(move -> Opening.of("rated-low", move)
                        .with("severity", severity.name())
                        .with("peak", peak(course))));
    }

    private static Optional<Opening> called(Course course) {
        if (Duration.between(course.paged(), course.hurtUntil()).compareTo(CALL_WITHIN) <= 0) {
            return Optional.empty();
        }
        var calls = new ArrayList<>(course.history(Event.Escalated.class));
        calls.addAll(course.history(Event.ApprovalRequested.class));
        return calls.stream()
                .min(Comparator.comparing(Recorded::at))
                .map(first -> late(course, first, CALL_WITHIN, "called-late"))
                .orElseGet(() -> Optional.of(Opening.leftUndone("nobody-called", course.hurtUntil())
                        .with("due", Say.clock(course.paged().plus(CALL_WITHIN)))));
    }

    private static Optional<Opening> unanswered(Course course) {
        var overdue = course.history(Event.AnswerOverdue.class);
        return overdue.stream()
                .findFirst()
                .flatMap(each -> each.event() instanceof Event.AnswerOverdue(var message, var wanted)
                        ? course.history(Event.PersonWrote.class).stream()
                                .filter(wrote -> wrote.event() instanceof Event.PersonWrote person
                                        && person.id().equals(message))
                                .findFirst()
                                .map(wrote -> unanswered(wrote, each.at(), wanted.words(), overdue.size()))
                        : Optional.empty());
    }

    private static Opening unanswered(Recorded wrote, Instant due, String wanted, int missed) {
        return Opening.of("unanswered", wrote)
                .with("from", wrote.event() instanceof Event.PersonWrote person ? person.from() : "")
                .with("wanted", wanted)
                .with("due", Say.clock(due))
                .with("missed", Integer.toString(missed));
    }
}
