package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Debrief.Told;

/** What to ask about the questions: those that were asked twice, those that told little, and those that were left on the table. */
final class InformationOpenings {
    /** A figure may have moved when it is asked for again after this long. */
    private static final Duration STALE = Duration.ofMinutes(8);

    /** Half a bit more: enough to tell a likely cause from an unlikely one. */
    private static final double NOTICEABLY_BETTER = 0.5;

    /** One bit: two causes that are equally likely. */
    private static final double UNDECIDED = 1;

    /** Somebody who thinks that long says so. */
    private static final Duration SILENCE = Duration.ofMinutes(6);

    private InformationOpenings() {}

    static List<Opening> of(Course course) {
        var openings = new ArrayList<Opening>();
        repeated(course).ifPresent(openings::add);
        better(course).ifPresent(openings::add);
        leftOpen(course).ifPresent(openings::add);
        silence(course).ifPresent(openings::add);
        return openings;
    }

    /** The same question with nothing done in between. */
    private static Optional<Opening> repeated(Course course) {
        var asked = course.asked();
        for (var i = 0; i < asked.size(); i++) {
            for (var j = i + 1; j < asked.size(); j++) {
                var first = asked.get(i);
                var again = asked.get(j);
                if (first.event()
                                .understoodAs()
                                .interpretations()
                                .equals(again.event().understoodAs().interpretations())
                        && Duration.between(first.at(), again.at()).compareTo(STALE) < 0
                        && course.acted().stream()
                                .noneMatch(action -> isBetween(action.at(), first.at(), again.at()))) {
                    return Optional.of(Opening.of("repeated-question", again.recorded())
                            .with("words", Say.quote(again.event().words()))
                            .with("first", Say.clock(first.at()))
                            .with("took", Say.length(Duration.between(again.at(), again.answeredAt()))));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBetween(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** The answer that fell furthest behind what another question would have told; who settles the scope first does so by rule. */
    private static Optional<Opening> better(Course course) {
        return course.debrief().told().stream()
                .filter(told -> !told.best().isEmpty() && told.bestBits() - told.bits() >= NOTICEABLY_BETTER)
                .filter(told -> question(course, told)
                        .filter(asked -> !ScopeOpenings.settles(asked))
                        .isPresent())
                .max(Comparator.comparingDouble(told -> told.bestBits() - told.bits()))
                .flatMap(told -> question(course, told)
                        .map(asked -> Opening.of("better-question", asked.recorded())
                                .with("words", Say.quote(asked.event().words()))
                                .with("bits", Say.bits(told.bits()))
                                .with("best", told.best())
                                .with("best-bits", Say.bits(told.bestBits()))));
    }

    private static Optional<Course.Asked> question(Course course, Told told) {
        return course.asked().stream()
                .filter(each -> each.recorded().sequence() == told.sequence())
                .findFirst();
    }

    /** What was still possible at the first action. */
    private static Optional<Opening> leftOpen(Course course) {
        var action = course.firstAction();
        var answers = course.debrief().told();
        if (action.isEmpty() || answers.isEmpty()) {
            return Optional.empty();
        }
        var before = answers.stream()
                .filter(told -> question(course, told)
                        .filter(asked ->
                                !asked.answeredAt().isAfter(action.get().at()))
                        .isPresent())
                .reduce((_, later) -> later);
        var left = before.map(Told::left).orElse(course.debrief().unknown());
        if (left < UNDECIDED) {
            return Optional.empty();
        }
        // What would have told most next is worked out at each question: the one asked after this, or else the last
        // one.
        var best = answers.stream()
                .filter(told -> told.sequence() > action.get().recorded().sequence())
                .findFirst()
                .or(() -> before)
                .map(Told::best)
                .filter(words -> !words.isEmpty());
        return best.map(words -> Opening.of("bits-left", action.get().recorded())
                .with("action", action.get().words())
                .with("candidates", Say.count(StrictMath.pow(2, left)))
                .with("best", words));
    }

    /** The longest stretch in which customers were hurt, nothing ran, and nobody did anything. */
    private static Optional<Opening> silence(Course course) {
        var moves = new ArrayList<Instant>();
        moves.add(course.paged());
        course.asked().forEach(asked -> {
            moves.add(asked.at());
            moves.add(asked.answeredAt());
        });
        course.incident().actions().forEach(action -> {
            moves.add(action.startedAt());
            // What was done needs a while to show.
            moves.add(action.completesAt());
        });
        moves.add(course.hurtUntil());
        var until = course.hurtUntil();
        var ordered = moves.stream().filter(at -> !at.isAfter(until)).sorted().toList();
        var longest = Duration.ZERO;
        var from = course.paged();
        for (var i = 1; i < ordered.size(); i++) {
            var gap = Duration.between(ordered.get(i - 1), ordered.get(i));
            if (gap.compareTo(longest) > 0 && !isRunning(course, ordered.get(i - 1), ordered.get(i))) {
                longest = gap;
                from = ordered.get(i - 1);
            }
        }
        if (longest.compareTo(SILENCE) < 0
                || (course.acted().isEmpty() && course.asked().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(Opening.leftUndone("silence", from)
                .with("to", Say.clock(from.plus(longest)))
                .with("length", Say.length(longest))
                .with("failed-then", Say.count(course.failedUntil(from.plus(longest)) - course.failedUntil(from))));
    }

    private static boolean isRunning(Course course, Instant from, Instant to) {
        return course.incident().actions().stream()
                .anyMatch(action -> !action.startedAt().isAfter(from)
                        && !action.completesAt().isBefore(to));
    }
}
