package mayday.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mayday.debrief.Appraisal;
import mayday.debrief.Appraisal.Graded;
import mayday.debrief.Debrief;
import mayday.debrief.Reading;
import mayday.scenario.Words;
import org.jspecify.annotations.Nullable;

/** How the API sends what a rubric and a facilitator make of a debrief. Moves have the numbers of the transcript. */
final class JudgedBody {
    private JudgedBody() {}

    /** The rubric; {@code note} says why it is not the one that the incident was opened under, and is empty if it is. */
    record Rubric(String id, String title, String summary, String note) {}

    /** A part; {@code computed} is its score without the override, and {@code override} null where there is none. */
    record Part(
            String id,
            String title,
            int score,
            int weight,
            int computed,
            @Nullable Overridden override,
            List<Finding> findings) {}

    record Overridden(int score, String reason, String by, Instant at) {}

    record Finding(String kind, String text, int points, int most, List<Long> moves, String better) {}

    /** An aspect; the score is null where nothing of it came up. */
    record Aspect(
            String id,
            String title,
            String asks,
            @Nullable Integer score,
            String grade,
            int weight,
            String says,
            List<Criterion> criteria) {}

    /** What an aspect is made of; the score is null where it did not come up. */
    record Criterion(String text, @Nullable Integer score, int weight, List<Long> moves) {}

    static List<Part> parts(Appraisal appraisal, Map<Long, Long> numbers) {
        return appraisal.debrief().structure().parts().stream()
                .map(part -> part(part, appraisal, numbers))
                .toList();
    }

    private static Part part(Debrief.Part part, Appraisal appraisal, Map<Long, Long> numbers) {
        var findings = part.findings().stream()
                .map(finding -> new Finding(
                        finding.kind().id(),
                        finding.text(),
                        finding.points(),
                        finding.most(),
                        numbered(finding.moves(), numbers),
                        finding.better()))
                .toList();
        var overridden = appraisal.overridden().stream()
                .filter(each -> each.by().part().id().equals(part.id()))
                .findFirst();
        return new Part(
                part.id(),
                part.title(),
                part.score(),
                part.weight(),
                overridden.map(Appraisal.Overridden::computed).orElse(part.score()),
                overridden
                        .map(each -> new Overridden(
                                each.by().score(),
                                each.by().reason(),
                                each.by().by(),
                                each.by().at()))
                        .orElse(null),
                findings);
    }

    static List<Aspect> aspects(Appraisal appraisal, Map<Long, Long> numbers) {
        return appraisal.aspects().stream().map(each -> aspect(each, numbers)).toList();
    }

    private static Aspect aspect(Graded graded, Map<Long, Long> numbers) {
        var aspect = graded.aspect();
        var criteria = IntStream.range(0, graded.readings().size())
                .mapToObj(i -> criterion(
                        graded.readings().get(i), aspect.madeOf().get(i).weight(), numbers))
                .toList();
        return new Aspect(
                aspect.id(),
                aspect.title(),
                aspect.asks(),
                graded.grade() == Appraisal.Grade.NOT_SEEN ? null : graded.score(),
                Words.kebab(graded.grade()),
                aspect.weight(),
                graded.says(),
                criteria);
    }

    private static Criterion criterion(Reading reading, int weight, Map<Long, Long> numbers) {
        return switch (reading) {
            case Reading.Scored(var text, var score, var moves) ->
                new Criterion(text, score, weight, numbered(moves, numbers));
            case Reading.NotCounted(var text) -> new Criterion(text, null, weight, List.of());
        };
    }

    private static List<Long> numbered(List<Long> moves, Map<Long, Long> numbers) {
        return moves.stream().filter(numbers::containsKey).map(numbers::get).toList();
    }
}
