package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.debrief.Appraisal;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.OtherCost;
import mayday.incident.Incident;
import org.jspecify.annotations.Nullable;

/**
 * The debrief as the API sends it. Parts that are not worked out are left out. Moves have the numbers of the transcript and the event
 * stream, not the journal's.
 */
public record DebriefBody(
        JudgedBody.Rubric rubric,
        Structure structure,
        Time time,
        Impact impact,
        List<Entry> timeline,
        Debrief.Truth cause,
        Sli sli) {
    public DebriefBody {
        timeline = List.copyOf(timeline);
    }

    /** The scored parts, the aspects of the rubric, and the weighed mean of those that have a weight, 0 to 100. */
    public record Structure(int score, List<JudgedBody.Part> parts, List<JudgedBody.Aspect> aspects) {
        public Structure {
            parts = List.copyOf(parts);
            aspects = List.copyOf(aspects);
        }
    }

    /** Seconds from the start of customer impact; null for never. */
    public record Time(
            @Nullable Long ttdSeconds,
            @Nullable Long ttaSeconds,
            @Nullable Long ttmSeconds) {}

    /** What it cost customers, and what doing nothing would have cost. */
    public record Impact(
            double failedRequests, double budgetBurnedPercent, String slo, Cost doNothing, List<OtherCost> others) {
        public Impact {
            others = List.copyOf(others);
        }
    }

    public record Cost(double failedRequests, double budgetBurnedPercent) {}

    /**
     * An entry of the timeline.
     *
     * @param sequence as in the transcript; null for what was hidden while the incident was open
     */
    public record Entry(@Nullable Long sequence, Instant at, String kind, String text, String detail) {}

    /** The SLI, each point an epoch second and a ratio. */
    public record Sli(String title, double threshold, List<List<Number>> actual, List<List<Number>> doNothing) {
        public Sli {
            actual = List.copyOf(actual);
            doNothing = List.copyOf(doNothing);
        }
    }

    /** The debrief as a rubric sees it; {@code note} says why it is not the rubric that was meant, and is empty if it is. */
    public static DebriefBody of(Incident incident, Appraisal appraisal, String note) {
        var debrief = appraisal.debrief();
        var rubric = appraisal.rubric();
        var numbers = PublicStream.numbers(incident);
        var nothing = debrief.impact().doNothing();
        var actual = debrief.impact().actual();
        return new DebriefBody(
                new JudgedBody.Rubric(rubric.id(), rubric.title(), rubric.summary(), note),
                new Structure(
                        debrief.structure().score(),
                        JudgedBody.parts(appraisal, numbers),
                        JudgedBody.aspects(appraisal, numbers)),
                new Time(
                        seconds(debrief.time().detect()),
                        seconds(debrief.time().acknowledge()),
                        seconds(debrief.time().mitigate())),
                new Impact(
                        actual.failedRequests(),
                        100 * actual.budgetBurned(),
                        debrief.impact().sloTitle(),
                        new Cost(nothing.failedRequests(), 100 * nothing.budgetBurned()),
                        debrief.impact().others()),
                debrief.timeline().stream()
                        .map(entry -> new Entry(
                                numbers.get(entry.sequence()), entry.at(), entry.kind(), entry.text(), entry.detail()))
                        .toList(),
                debrief.truth(),
                new Sli(
                        debrief.curves().title(),
                        debrief.curves().threshold(),
                        SliDrawing.points(debrief.curves().actual()),
                        SliDrawing.points(debrief.curves().doNothing())));
    }

    private static @Nullable Long seconds(Debrief.Elapsed elapsed) {
        return switch (elapsed) {
            case Debrief.Elapsed.After(var length) -> length.toSeconds();
            case Debrief.Elapsed.Never() -> null;
        };
    }
}
