package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.debrief.Appraisal;
import mayday.debrief.Confidence;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.OtherCost;
import mayday.debrief.Par;
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
        Sli sli,
        Bits bits,
        List<Held> confidences,
        @Nullable Expert expert,
        HelpTaken help) {
    public DebriefBody {
        timeline = List.copyOf(timeline);
        confidences = List.copyOf(confidences);
    }

    /** How much there was to find out, and what each answer told, in bits. */
    public record Bits(double unknown, List<Debrief.Told> answers) {
        public Bits {
            answers = List.copyOf(answers);
        }
    }

    /** How sure somebody was of a hypothesis: each step an epoch second and a percentage. */
    public record Held(String hypothesis, String text, boolean wasTrue, List<List<Number>> steps) {
        public Held {
            steps = List.copyOf(steps);
        }
    }

    /** What the expert did with the same cause and seed. */
    public record Expert(int score, long tookSeconds, int questions, List<ExpertMove> moves) {
        public Expert {
            moves = List.copyOf(moves);
        }
    }

    public record ExpertMove(long afterPageSeconds, String what, String why) {}

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
            @Nullable Long ttmSeconds,
            @Nullable ParTime par) {}

    /** The expert's; null for never. */
    public record ParTime(
            @Nullable Long ttdSeconds,
            @Nullable Long ttaSeconds,
            @Nullable Long ttmSeconds) {}

    /** What it cost customers, and what the expert's run and doing nothing would have cost; no par if it is not known. */
    public record Impact(
            double failedRequests,
            double budgetBurnedPercent,
            String slo,
            @Nullable Cost par,
            Cost doNothing,
            List<OtherCost> others) {
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
    public record Sli(
            String title,
            double threshold,
            List<List<Number>> actual,
            List<List<Number>> doNothing,
            List<List<Number>> expert) {
        public Sli {
            expert = List.copyOf(expert);
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
                        seconds(debrief.time().mitigate()),
                        debrief.par().map(Par::time).map(DebriefBody::par).orElse(null)),
                new Impact(
                        actual.failedRequests(),
                        100 * actual.budgetBurned(),
                        debrief.impact().sloTitle(),
                        debrief.par().map(Par::impact).map(DebriefBody::cost).orElse(null),
                        cost(nothing),
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
                        SliDrawing.points(debrief.curves().doNothing()),
                        debrief.par().map(Par::sli).map(SliDrawing::points).orElse(List.of())),
                new Bits(
                        debrief.unknown(),
                        debrief.told().stream()
                                .map(told -> told.numbered(numbers.getOrDefault(told.sequence(), 0L)))
                                .toList()),
                debrief.confidences().stream().map(DebriefBody::held).toList(),
                debrief.par().map(DebriefBody::expert).orElse(null),
                HelpTaken.of(incident));
    }

    static ParTime par(Debrief.Time time) {
        return new ParTime(seconds(time.detect()), seconds(time.acknowledge()), seconds(time.mitigate()));
    }

    static Cost cost(Debrief.Cost cost) {
        return new Cost(cost.failedRequests(), 100 * cost.budgetBurned());
    }

    private static Held held(Confidence confidence) {
        return new Held(
                confidence.hypothesis().value(),
                confidence.text(),
                confidence.isTrue(),
                confidence.steps().stream()
                        .map(step -> List.<Number>of(step.from().getEpochSecond(), step.percent()))
                        .toList());
    }

    private static Expert expert(Par par) {
        return new Expert(par.score(), par.took().toSeconds(), par.questions(), moves(par));
    }

    static List<ExpertMove> moves(Par par) {
        return par.moves().stream()
                .map(move -> new ExpertMove(move.afterPage().toSeconds(), move.what(), move.why()))
                .toList();
    }

    private static @Nullable Long seconds(Debrief.Elapsed elapsed) {
        return switch (elapsed) {
            case Debrief.Elapsed.After(var length) -> length.toSeconds();
            case Debrief.Elapsed.Never() -> null;
        };
    }
}
