package mayday.web.view;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.incident.Access;
import mayday.incident.ClockMode;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.incident.StartedAction;
import mayday.incident.Terms;
import mayday.scenario.Words;

/**
 * An incident as its learner may know it: what the pages show and the API sends while it is open. The true cause, its states, the
 * seed and the customer impact that nobody asked about are left behind here.
 *
 * @param status {@code open}, {@code mitigated}, {@code closed} or {@code timed-out}
 * @param severity the last one declared, or {@value #UNDECLARED}
 * @param rubric the id of the rubric that will judge it
 * @param access what one sees of an access that is lost; empty while there is nothing to say
 * @param help which help there is, and what the next hint would cost
 * @param guide the steps of the guide; none unless one leads
 * @param version the number of events so far that a learner may know
 */
public record IncidentView(
        String id,
        String scenario,
        String title,
        String system,
        String status,
        String rubric,
        Clock clock,
        String severity,
        Page page,
        List<Turn> transcript,
        List<EvidenceView> evidence,
        List<HypothesisView> hypotheses,
        List<ActionView> actions,
        List<Update> updates,
        List<ApprovalView> approvals,
        String access,
        HelpView help,
        List<GuideView> guide,
        long version) {
    public static final String UNDECLARED = "undeclared";

    public IncidentView {
        transcript = List.copyOf(transcript);
        evidence = List.copyOf(evidence);
        hypotheses = List.copyOf(hypotheses);
        actions = List.copyOf(actions);
        updates = List.copyOf(updates);
        approvals = List.copyOf(approvals);
        guide = List.copyOf(guide);
    }

    /** Whether a refusal is what the coach has just said: a question to think about, not a mistake. */
    public boolean isOfCoach(String refusal) {
        return !transcript.isEmpty()
                && transcript.getLast() instanceof Turn.Message last
                && last.kind().equals("coach")
                && refusal.startsWith(last.text());
    }

    /** The first step of the guide that is not done, at most one; none after the end. */
    public List<GuideView> guideNow() {
        return guide.stream().filter(step -> !step.done() && !over()).limit(1).toList();
    }

    /**
     * The incident clock.
     *
     * @param mode {@code practice} or {@code live}
     * @param elapsedSeconds since the page
     * @param limitSeconds how long there is, with what a facilitator added
     * @param running whether it moves by itself just now
     * @param paused whether a facilitator has stopped it
     * @param speed incident time that passes in the same real time
     */
    public record Clock(
            String mode,
            Instant now,
            long elapsedSeconds,
            long limitSeconds,
            boolean running,
            boolean paused,
            double speed) {

        public boolean practice() {
            return mode.equals("practice");
        }

        /** How it moves, in words. */
        public String course() {
            return practice()
                    ? "Practice: moves with you"
                    : paused
                            ? "Paused by the facilitator"
                            : speed == Terms.REAL_TIME ? "Live: runs in real time" : "Live: runs at " + times() + "×";
        }

        /** Its speed, without needless decimals. */
        public String times() {
            return BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString();
        }

        /** How much of the time budget is used, 0 to 100. */
        public double usedPercent() {
            return Math.clamp(100.0 * elapsedSeconds / Math.max(1, limitSeconds), 0, 100);
        }
    }

    /** The alert with which it began. */
    public record Page(String text, Instant at, boolean acknowledged) {}

    /** An update that was posted. */
    public record Update(Instant at, String audience, String text) {
        /** That of an event, which is an {@link Event.UpdatePosted}. */
        public static Update of(Recorded recorded) {
            var posted = (Event.UpdatePosted) recorded.event();
            return new Update(recorded.at(), Words.kebab(posted.audience()), posted.text());
        }
    }

    /** Approvals whose answer has not come. */
    public List<ApprovalView> awaited() {
        return approvals.stream().filter(ApprovalView::pending).toList();
    }

    /** Ended, one way or the other. */
    public boolean over() {
        return status.equals("closed") || status.equals("timed-out");
    }

    /** What the learner may know of {@code incident} at {@code now}, incident time. */
    public static IncidentView of(IncidentId id, Incident incident, Instant now) {
        return of(
                id,
                incident,
                now,
                Transcript.of(incident),
                incident.board().cards().stream().map(EvidenceView::of).toList(),
                incident.board().hypotheses().stream().map(HypothesisView::of).toList());
    }

    /** The same, some of which was made before. */
    static IncidentView of(
            IncidentId id,
            Incident incident,
            Instant now,
            List<Turn> transcript,
            List<EvidenceView> evidence,
            List<HypothesisView> hypotheses) {
        var scenario = incident.scenario();
        return new IncidentView(
                id.value(),
                scenario.id().value(),
                scenario.title(),
                scenario.system().title(),
                Words.kebab(incident.status()),
                incident.opened().terms().rubric(),
                clock(incident, now),
                incident.severities().isEmpty()
                        ? UNDECLARED
                        : incident.severities().getLast().name(),
                new Page(
                        scenario.page().text(),
                        scenario.pagedAt(),
                        !incident.acknowledgedAt().isEmpty()),
                transcript,
                evidence,
                hypotheses,
                actions(incident, now),
                updates(incident),
                ApprovalView.of(incident),
                incident.people().access() instanceof Access.Lost lost ? lost.text() : "",
                HelpView.of(incident),
                GuideView.steps(id, incident),
                PublicStream.version(incident));
    }

    private static List<ActionView> actions(Incident incident, Instant now) {
        return incident.actions().stream()
                .map(action -> ActionView.of(action, now))
                .toList();
    }

    /** The same of the same incident at another moment. */
    IncidentView at(Incident incident, Instant now) {
        return new IncidentView(
                id,
                scenario,
                title,
                system,
                status,
                rubric,
                clock(incident, now),
                severity,
                page,
                transcript,
                evidence,
                hypotheses,
                actions(incident, now),
                updates,
                approvals,
                access,
                help,
                guide,
                version);
    }

    static Clock clock(Incident incident, Instant now) {
        var scenario = incident.scenario();
        var at = incident.isOver() ? incident.now() : now;
        var elapsed = Duration.between(scenario.pagedAt(), at).toSeconds();
        var live = incident.opened().mode() == ClockMode.LIVE;
        var paused = incident.clock().isPaused();
        return new Clock(
                Words.kebab(incident.opened().mode()),
                at,
                Math.clamp(elapsed, 0, incident.limit().toSeconds()),
                incident.limit().toSeconds(),
                live && !paused && !incident.isOver(),
                paused && !incident.isOver(),
                live ? incident.opened().terms().speed() : Terms.REAL_TIME);
    }

    private static List<Update> updates(Incident incident) {
        return incident.history().stream()
                .filter(recorded -> recorded.event() instanceof Event.UpdatePosted)
                .map(Update::of)
                .toList();
    }

    /** A started action, as the API shows it. */
    public record ActionView(
            String id,
            String action,
            String name,
            String target,
            Instant startedAt,
            Instant completesAt,
            String status,
            String report,
            String expectation,
            long elapsedSeconds,
            long durationSeconds) {

        public static ActionView of(StartedAction action, Instant now) {
            var length =
                    Duration.between(action.startedAt(), action.completesAt()).toSeconds();
            var elapsed = Duration.between(action.startedAt(), now).toSeconds();
            return new ActionView(
                    action.id().value(),
                    Format.id(action.action()),
                    Reports.title(action.action()),
                    action.action().target(),
                    action.startedAt(),
                    action.completesAt(),
                    Words.kebab(action.progress()),
                    action.report(),
                    action.expectation(),
                    Math.clamp(elapsed, 0, length),
                    length);
        }

        public boolean running() {
            return status.equals("running");
        }

        /** How much of it is done, 0 to 100. */
        public double donePercent() {
            return durationSeconds == 0 ? 100 : 100.0 * elapsedSeconds / durationSeconds;
        }
    }
}
