package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.evidence.EvidenceId;
import mayday.incident.Event;
import mayday.incident.Hypothesis;
import mayday.incident.HypothesisId;
import mayday.incident.Recorded;
import mayday.incident.Stance;
import mayday.incident.Verdict;

/** What to ask about beliefs: unwritten, alone, too sure, held against evidence, or never moved. */
final class HypothesisOpenings {
    /** From this confidence on somebody has made up their mind. */
    private static final int SURE = 80;

    /** Held more likely than not. */
    private static final int HELD = 50;

    /** Fewer answers than this cannot have made anybody sure. */
    private static final int FEW_ANSWERS = 3;

    /** So many answers leave no confidence where it was. */
    private static final int SHOULD_HAVE_MOVED = 3;

    /** Knowing it should have led to something by then. */
    private static final Duration TO_ACT = Duration.ofMinutes(5);

    private HypothesisOpenings() {}

    static List<Opening> of(Course course) {
        var openings = new ArrayList<Opening>();
        unwritten(course).ifPresent(openings::add);
        alone(course).ifPresent(openings::add);
        wrong(course).ifPresent(openings::add);
        early(course).ifPresent(openings::add);
        against(course).ifPresent(openings::add);
        unmoved(course).ifPresent(openings::add);
        knownAndNotActedOn(course).ifPresent(openings::add);
        return openings;
    }

    private static List<Hypothesis> hypotheses(Course course) {
        return course.incident().board().hypotheses();
    }

    private static Opening about(String kind, Recorded move, Hypothesis hypothesis, int confidence) {
        return Opening.of(kind, move)
                .with("hypothesis", hypothesis.id().value())
                .with("claim", claim(hypothesis))
                .with("confidence", Integer.toString(confidence));
    }

    private static String claim(Hypothesis hypothesis) {
        return hypothesis.faultClass().title()
                + (hypothesis.target().isEmpty() ? "" : " of " + Say.quote(hypothesis.target()));
    }

    private static Optional<Opening> unwritten(Course course) {
        return course.firstAction()
                .filter(action -> course.history(Event.HypothesisStated.class).stream()
                        .noneMatch(
                                stated -> stated.sequence() < action.recorded().sequence()))
                .map(action -> Opening.of("acted-without-hypothesis", action.recorded())
                        .with("action", action.words()));
    }

    private static Optional<Opening> alone(Course course) {
        var kinds = hypotheses(course).stream()
                .map(each -> each.faultClass() + " " + each.target())
                .distinct()
                .count();
        if (kinds != 1) {
            return Optional.empty();
        }
        var only = hypotheses(course).getFirst();
        return stated(course, only.id()).map(move -> about("one-explanation", move, only, only.confidence()));
    }

    private static Optional<Recorded> stated(Course course, HypothesisId id) {
        return course.history(Event.HypothesisStated.class).stream()
                .filter(each -> each.event() instanceof Event.HypothesisStated stated
                        && stated.id().equals(id))
                .findFirst();
    }

    /** The one that was held highest at the end and was not so. */
    private static Optional<Opening> wrong(Course course) {
        return hypotheses(course).stream()
                .filter(each -> held(each) >= SURE
                        && !Naming.isTrue(course.incident().cause(), each.faultClass(), each.target()))
                .findFirst()
                .flatMap(
                        each -> stated(course, each.id()).map(move -> about("sure-and-wrong", move, each, held(each))));
    }

    private static int held(Hypothesis hypothesis) {
        return switch (hypothesis.verdict()) {
            case OPEN -> hypothesis.confidence();
            case RULED_OUT -> 0;
            case CONFIRMED -> 100;
        };
    }

    /** A confidence that few answers can have earned. */
    private static Optional<Opening> early(Course course) {
        for (var recorded : course.incident().history()) {
            var confidence = confidence(recorded.event());
            var answers = answersUntil(course, recorded.at());
            if (confidence >= SURE && answers < FEW_ANSWERS) {
                return concerned(course, recorded.event())
                        .map(each -> about("sure-too-early", recorded, each, confidence)
                                .with("answers", answers == 1 ? "1 answer" : answers + " answers"));
            }
        }
        return Optional.empty();
    }

    /** The confidence that an event sets; -1 if none. */
    private static int confidence(Event event) {
        if (event instanceof Event.HypothesisStated stated) {
            return stated.confidence();
        }
        return event instanceof Event.HypothesisRevised revised ? revised.confidence() : -1;
    }

    private static Optional<Hypothesis> concerned(Course course, Event event) {
        if (event instanceof Event.HypothesisStated stated) {
            return course.incident().board().hypothesis(stated.id());
        }
        return event instanceof Event.HypothesisRevised revised
                ? course.incident().board().hypothesis(revised.id())
                : Optional.empty();
    }

    private static long answersUntil(Course course, Instant at) {
        return course.asked().stream()
                .filter(each -> !each.answeredAt().isAfter(at))
                .count();
    }

    /** Still held at the end, although the learner had linked evidence against it and had not lowered it since. */
    private static Optional<Opening> against(Course course) {
        for (var recorded : course.history(Event.EvidenceLinked.class)) {
            if (recorded.event() instanceof Event.EvidenceLinked(var id, var evidence, var stance, var _)
                    && stance == Stance.AGAINST) {
                var hypothesis = course.incident().board().hypothesis(id);
                if (hypothesis.isPresent()
                        && held(hypothesis.get()) >= HELD
                        && isStillAgainst(hypothesis.get(), evidence)
                        && !isChangedAfter(course, id, recorded.sequence())) {
                    return Optional.of(
                            about("held-against-evidence", recorded, hypothesis.get(), held(hypothesis.get()))
                                    .with("evidence", evidence.value()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isStillAgainst(Hypothesis hypothesis, EvidenceId evidence) {
        return hypothesis.links().contains(new Hypothesis.Link(evidence, Stance.AGAINST));
    }

    private static boolean isChangedAfter(Course course, HypothesisId id, long sequence) {
        return course.incident().history().stream()
                .filter(each -> each.sequence() > sequence)
                .anyMatch(each -> each.event() instanceof Event.HypothesisRevised revised
                        && revised.id().equals(id));
    }

    private static Optional<Opening> unmoved(Course course) {
        for (var hypothesis : hypotheses(course)) {
            var answers = course.asked().stream()
                    .filter(each -> each.answeredAt().isAfter(hypothesis.statedAt()))
                    .count();
            var stated = stated(course, hypothesis.id());
            if (hypothesis.verdict() == Verdict.OPEN
                    && answers >= SHOULD_HAVE_MOVED
                    && stated.isPresent()
                    && !isChangedAfter(course, hypothesis.id(), stated.get().sequence())) {
                return Optional.of(about("confidence-never-moved", stated.get(), hypothesis, hypothesis.confidence())
                        .with("answers", answers + " answers"));
            }
        }
        return Optional.empty();
    }

    /** The right explanation was held, and customers were hurt for long after. */
    private static Optional<Opening> knownAndNotActedOn(Course course) {
        for (var recorded : course.incident().history()) {
            var confidence = confidence(recorded.event());
            var hypothesis = concerned(course, recorded.event());
            if (confidence >= HELD
                    && hypothesis.isPresent()
                    && Naming.isRight(
                            course.incident().cause(),
                            hypothesis.get().faultClass(),
                            hypothesis.get().target())) {
                var next = course.acted().stream()
                        .map(Course.Acted::at)
                        .filter(at -> !at.isBefore(recorded.at()))
                        .findFirst()
                        .filter(at -> at.isBefore(course.hurtUntil()))
                        .orElse(course.hurtUntil());
                return Duration.between(recorded.at(), next).compareTo(TO_ACT) < 0
                        ? Optional.empty()
                        : Optional.of(about("known-not-acted-on", recorded, hypothesis.get(), confidence)
                                .with("next", Say.clock(next))
                                .with("later", Say.length(Duration.between(recorded.at(), next)))
                                .with(
                                        "failed-then",
                                        Say.count(course.failedUntil(next) - course.failedUntil(recorded.at()))));
            }
        }
        return Optional.empty();
    }
}
