package mayday.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mayday.debrief.Debrief.Finding;
import mayday.incident.Event;
import mayday.incident.Hypothesis;
import mayday.incident.Recorded;
import mayday.scenario.FaultClass;

/** What to ask about any run, a perfect one too: what was good and why, what else it might have been, what keeps it from coming again. */
final class DepthOpenings {
    /** What nobody could play against. */
    private static final Set<FaultClass> NOT_SUPPOSED = Set.of(FaultClass.OTHER, FaultClass.FALSE_ALARM);

    private DepthOpenings() {}

    static List<Opening> of(Course course) {
        var openings = new ArrayList<Opening>();
        wellDone(course).ifPresent(openings::add);
        var falseAlarm = course.incident().cause().isFalseAlarm();
        openings.add(Opening.leftUndone(falseAlarm ? "false-alarm" : "prevention", course.ended()));
        openings.add(Opening.leftUndone("another-cause", course.ended())
                .with("other", other(course))
                .with("held", held(course)));
        openings.add(Opening.leftUndone("surprise", course.ended()));
        return openings;
    }

    /** The first move of the finding that earned most, where nothing was left to earn. */
    private static Optional<Opening> wellDone(Course course) {
        return course.debrief().structure().parts().stream()
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.points() > 0
                        && finding.better().isEmpty()
                        && first(course, finding).isPresent())
                .max(Comparator.comparingInt(Finding::points))
                .flatMap(finding -> first(course, finding)
                        .map(move -> Opening.of("well-done", move).quoting("finding", finding.text())));
    }

    private static Optional<Recorded> first(Course course, Finding finding) {
        return course.incident().history().stream()
                .filter(each -> finding.moves().contains(each.sequence()) && isMove(each.event()))
                .findFirst();
    }

    /** What learners do, as against what happens to them. */
    private static boolean isMove(Event event) {
        return event instanceof Event.QuestionAsked
                || event instanceof Event.ActionStarted
                || event instanceof Event.HypothesisStated
                || event instanceof Event.HypothesisRevised
                || event instanceof Event.HypothesisJudged
                || event instanceof Event.EvidenceLinked
                || event instanceof Event.UpdatePosted
                || event instanceof Event.SeverityDeclared
                || event instanceof Event.Escalated
                || event instanceof Event.Acknowledged;
    }

    /**
     * What else it might have been: an explanation that the learner held and that was wrong, or else the next kind of fault in the list,
     * which tells nothing about the scenario's other causes.
     */
    private static String other(Course course) {
        var truth = course.incident().cause();
        return course.incident().board().hypotheses().stream()
                .filter(each -> !Naming.isTrue(truth, each.faultClass(), each.target())
                        && !NOT_SUPPOSED.contains(each.faultClass()))
                .findFirst()
                .map(each -> each.faultClass().title()
                        + (each.target().isEmpty() ? "" : " (" + Say.quote(each.target()) + ")"))
                .orElseGet(() -> next(truth.fault().faultClass()).title());
    }

    private static FaultClass next(FaultClass truth) {
        var all = Stream.of(FaultClass.values())
                .filter(each -> each == truth || !NOT_SUPPOSED.contains(each))
                .toList();
        return all.get((all.indexOf(truth) + 1) % all.size());
    }

    private static String held(Course course) {
        return course.incident().board().hypotheses().stream()
                .max(Comparator.comparingInt(Hypothesis::confidence))
                .map(each -> each.id() + " at " + each.confidence() + " %")
                .orElse("nothing that you had written down");
    }
}
