package mayday.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.NarrowestRemedy;
import mayday.incident.Phase;
import mayday.incident.StartedAction;
import mayday.scenario.Dimension;

/** What to ask about actions: unpredicted, unchecked, too wide, to no good; and about an end that was none. */
final class MitigationOpenings {
    private static final String PART = "mitigation-judgement";

    private static final Set<Dimension> SHOWS_EFFECT = Set.of(
            Dimension.ERROR_RATE,
            Dimension.CUSTOMER_IMPACT,
            Dimension.SLO_ERROR_BUDGET,
            Dimension.SERVICE_SCOPE,
            Dimension.REGION_SCOPE,
            Dimension.ONSET_SHAPE,
            Dimension.LATENCY);

    private MitigationOpenings() {}

    static List<Opening> of(Course course) {
        var openings = new ArrayList<Opening>();
        unpredicted(course).ifPresent(openings::add);
        unchecked(course).ifPresent(openings::add);
        cost(course).ifPresent(openings::add);
        tooWide(course).ifPresent(openings::add);
        if (course.isStillHurt()) {
            openings.addAll(unfinished(course));
        }
        return openings;
    }

    private static Opening about(String kind, Course.Acted action) {
        return Opening.of(kind, action.recorded()).with("action", action.words());
    }

    private static Optional<Opening> unpredicted(Course course) {
        var unpredicted = course.acted().stream()
                .filter(each -> each.event().expectation().isBlank())
                .toList();
        return unpredicted.stream()
                .findFirst()
                .map(action -> about("acted-without-prediction", action)
                        .with("completed", Say.clock(action.event().completesAt()))
                        .with("unpredicted", Integer.toString(unpredicted.size())));
    }

    /** The first action after which nobody looked before the next one or the close. */
    private static Optional<Opening> unchecked(Course course) {
        for (var action : course.acted()) {
            var completed = course.incident().actions().stream()
                    .filter(each -> each.id().equals(action.event().id())
                            && each.progress() == StartedAction.Progress.COMPLETED)
                    .findFirst();
            if (completed.isPresent()) {
                var done = completed.get().completesAt();
                var next = course.acted().stream()
                        .filter(each -> each.at().isAfter(done))
                        .findFirst();
                var until = next.map(Course.Acted::at).orElse(course.ended());
                if (isOver(course, next) && !isLookedAt(course, done, until)) {
                    return Optional.of(about("effect-not-checked", action)
                            .with("completed", Say.clock(done))
                            .with(
                                    "next",
                                    next.map(each -> "you " + each.words())
                                            .orElse(
                                                    course.incident().phase() instanceof Phase.Closed
                                                            ? "you closed it"
                                                            : "the time ran out"))
                            .with("until", Say.clock(until)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether somebody went on without looking: with another action, or by ending it. */
    private static boolean isOver(Course course, Optional<Course.Acted> next) {
        return next.isPresent() || course.incident().isOver();
    }

    private static boolean isLookedAt(Course course, Instant from, Instant until) {
        return course.asked().stream()
                .anyMatch(asked -> !asked.at().isBefore(from)
                        && !asked.answeredAt().isAfter(until)
                        && asked.isAbout(SHOWS_EFFECT));
    }

    /** The action that cost most points, in the debrief's own words. */
    private static Optional<Opening> cost(Course course) {
        var worst = course.acted().stream()
                .flatMap(action -> against(course, action).stream().map(finding -> new Charge(action, finding)))
                .min(Comparator.comparingInt(charge -> charge.finding().points()));
        return worst.map(charge -> about("action-to-no-good", charge.action())
                .quoting("finding", charge.finding().text())
                .with("candidates", candidates(course)));
    }

    private record Charge(Course.Acted action, Finding finding) {}

    /** What the debrief takes points for; that it came before any answer is asked about elsewhere. */
    private static List<Finding> against(Course course, Course.Acted action) {
        var findings = course.debrief().structure().parts().stream()
                .filter(part -> part.id().equals(PART))
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.points() < 0
                        && finding.moves().equals(List.of(action.recorded().sequence())))
                .toList();
        var blind =
                course.asked().stream().noneMatch(asked -> !asked.answeredAt().isAfter(action.at()));
        // The first finding about an action that nothing had been asked before says just that.
        return blind && !findings.isEmpty() ? findings.subList(1, findings.size()) : findings;
    }

    private static String candidates(Course course) {
        return Say.count(course.incident().scenario().causes().size());
    }

    private static Optional<Opening> tooWide(Course course) {
        var needed = NarrowestRemedy.radius(course.incident());
        var scenario = course.incident().scenario();
        return needed.isEmpty()
                ? Optional.empty()
                : course.acted().stream()
                        .filter(each -> each.at().isBefore(course.hurtUntil())
                                && scenario.blastRadius(each.event().action()) > needed.getAsInt())
                        .max(Comparator.comparingInt(
                                each -> scenario.blastRadius(each.event().action())))
                        .map(action -> about("wider-than-needed", action)
                                .with(
                                        "reach",
                                        scenario.blastWords(action.event().action())));
    }

    private static List<Opening> unfinished(Course course) {
        var openings = new ArrayList<Opening>();
        if (course.incident().phase() instanceof Phase.Closed(var at, var _)) {
            openings.add(Opening.leftUndone("closed-while-hurt", at)
                    .with(
                            "now-failing",
                            Say.percent(course.debrief().curves().actual().last())));
        } else {
            openings.add(Opening.leftUndone("time-ran-out", course.ended()));
        }
        if (course.acted().isEmpty() && !course.asked().isEmpty()) {
            openings.add(Opening.leftUndone("never-acted", course.ended())
                    .with("last", Say.quote(course.asked().getLast().event().words()))
                    .with("last-at", Say.clock(course.asked().getLast().at())));
        }
        return openings;
    }
}
