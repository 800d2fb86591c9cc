package mayday.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.scenario.Dimension;

/** What to ask about acting before knowing where, since when and after what. */
final class ScopeOpenings {
    private record Aspect(String words, Set<Dimension> dimensions) {}

    private static final List<Aspect> WHERE = List.of(
            new Aspect(
                    "which service fails",
                    Set.of(Dimension.SERVICE_SCOPE, Dimension.DEPENDENCY_STATUS, Dimension.TRACES)),
            new Aspect("since when", Set.of(Dimension.START_TIME, Dimension.ONSET_SHAPE)),
            new Aspect("in which regions", Set.of(Dimension.REGION_SCOPE)),
            new Aspect("who is hurt", Set.of(Dimension.CUSTOMER_IMPACT)));

    /** So many of the aspects of {@link #WHERE} missing is no longer an oversight. */
    private static final int NOTICEABLE = 2;

    private ScopeOpenings() {}

    static List<Opening> of(Course course) {
        var openings = new ArrayList<Opening>();
        if (course.acted().isEmpty() && course.asked().isEmpty()) {
            openings.add(Opening.leftUndone("nothing-done", course.ended()));
        }
        course.firstAction().ifPresent(action -> {
            if (course.asked().stream().noneMatch(asked -> !asked.answeredAt().isAfter(action.at()))) {
                openings.add(about("acted-before-asking", action, course));
            } else {
                beforeChange(course, action).ifPresent(openings::add);
                beforeWhere(course, action).ifPresent(openings::add);
            }
        });
        return openings;
    }

    /** Whether a question is about the scope. */
    static boolean settles(Course.Asked asked) {
        return asked.isAbout(Course.CHANGES) || WHERE.stream().anyMatch(aspect -> asked.isAbout(aspect.dimensions()));
    }

    private static Opening about(String kind, Course.Acted action, Course course) {
        return Opening.of(kind, action.recorded())
                .with("action", action.words())
                .with("since", Say.length(course.sincePage(action.at())));
    }

    private static Optional<Opening> beforeChange(Course course, Course.Acted action) {
        var asked = course.asked().stream()
                .filter(each -> each.isAbout(Course.CHANGES))
                .findFirst();
        if (asked.isPresent() && !asked.get().at().isAfter(action.at())) {
            return Optional.empty();
        }
        return Optional.of(about("acted-before-change", action, course)
                .with(
                        "asked",
                        asked.map(each -> "you asked at " + Say.clock(each.at()))
                                .orElse("you never did")));
    }

    private static Optional<Opening> beforeWhere(Course course, Course.Acted action) {
        var missing = WHERE.stream()
                .filter(aspect -> course.asked().stream()
                        .noneMatch(each -> !each.at().isAfter(action.at()) && each.isAbout(aspect.dimensions())))
                .map(Aspect::words)
                .toList();
        return missing.size() < NOTICEABLE
                ? Optional.empty()
                : Optional.of(about("acted-before-where", action, course).with("missing", Say.list(missing)));
    }
}
