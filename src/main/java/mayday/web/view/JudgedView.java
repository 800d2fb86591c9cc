package mayday.web.view;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.debrief.Appraisal;
import mayday.debrief.Appraisal.Graded;
import mayday.debrief.Debrief;
import mayday.debrief.Reading;
import mayday.debrief.ScoreOverride;
import mayday.incident.Incident;

/**
 * What a rubric and a facilitator make of a debrief, ready for its templates.
 *
 * @param rubric the id of the rubric
 * @param byParts whether the parts alone make the score
 * @param parts in the order of the debrief's
 * @param seen what else the page has to know
 */
public record JudgedView(
        String rubric,
        String title,
        String summary,
        boolean byParts,
        List<Part> parts,
        List<Aspect> aspects,
        Seen seen) {
    public JudgedView {
        parts = List.copyOf(parts);
        aspects = List.copyOf(aspects);
    }

    /**
     * What the page knows beside the judgement.
     *
     * @param choices the rubrics that there are
     * @param note why it is not the rubric that was meant; empty if it is
     * @param facilitator whether a facilitator looks
     * @param draft what they typed, and what is wrong with it
     */
    public record Seen(List<Choice> choices, String note, boolean facilitator, Draft draft) {
        public Seen {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A part beside its findings.
     *
     * @param weightPercent of all that makes up the score
     * @param overridden what came in place of the computed score, in a sentence; empty if nothing did
     * @param reason the facilitator's
     */
    public record Part(String id, String title, int weightPercent, String overridden, String reason) {}

    /**
     * An aspect.
     *
     * @param health {@code ok}, {@code warn}, {@code bad} or {@code unk}, as the page draws them
     * @param grade in a word
     * @param score such as {@code 75}; empty if nothing of it came up
     * @param weightPercent of all that makes up the score; 0 if it is a remark
     */
    public record Aspect(
            String title,
            String asks,
            String health,
            String grade,
            String score,
            int weightPercent,
            String says,
            List<Criterion> criteria) {
        public Aspect {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * What an aspect is made of.
     *
     * @param score such as {@code 75}; empty if it did not come up
     * @param rows of the timeline that it rests on
     */
    public record Criterion(String text, String score, List<DebriefView.Row> rows) {
        public Criterion {
            rows = List.copyOf(rows);
        }
    }

    /** The most that a reason may have. */
    public int mostReasonCharacters() {
        return ScoreOverride.MOST_REASON_CHARACTERS;
    }

    /** More moves than these are not listed under a criterion: they are in the timeline below. */
    private static final int MOST_ROWS = 6;

    public static JudgedView of(Incident incident, Appraisal appraisal, List<DebriefView.Row> rows, Seen seen) {
        var parts = appraisal.debrief().structure().parts();
        var weights = Stream.concat(
                        parts.stream().map(Debrief.Part::weight),
                        appraisal.aspects().stream()
                                .filter(each -> each.grade() != Appraisal.Grade.NOT_SEEN)
                                .map(each -> each.aspect().weight()))
                .mapToInt(Integer::intValue)
                .sum();
        var numbers = PublicStream.numbers(incident);
        var byAnchor = rows.stream().collect(Collectors.toMap(DebriefView.Row::anchor, Function.identity()));
        return new JudgedView(
                appraisal.rubric().id(),
                appraisal.rubric().title(),
                appraisal.rubric().summary(),
                appraisal.aspects().stream()
                        .allMatch(each -> each.aspect().weight() == 0 || each.grade() == Appraisal.Grade.NOT_SEEN),
                parts.stream().map(part -> part(part, appraisal, weights)).toList(),
                appraisal.aspects().stream()
                        .map(each -> aspect(each, weights, numbers, byAnchor))
                        .toList(),
                seen);
    }

    private static Part part(Debrief.Part part, Appraisal appraisal, int weights) {
        var overridden = appraisal.overridden().stream()
                .filter(each -> each.by().part().id().equals(part.id()))
                .findFirst();
        return new Part(
                part.id(),
                part.title(),
                percent(part.weight(), weights),
                overridden
                        .map(each -> each.by().by() + " set " + each.by().score() + " instead of the computed "
                                + each.computed() + " on "
                                + Format.day(each.by().at()) + ", "
                                + Format.minute(each.by().at()) + " UTC.")
                        .orElse(""),
                overridden.map(each -> each.by().reason()).orElse(""));
    }

    private static Aspect aspect(
            Graded graded, int weights, Map<Long, Long> numbers, Map<String, DebriefView.Row> byAnchor) {
        var notSeen = graded.grade() == Appraisal.Grade.NOT_SEEN;
        return new Aspect(
                graded.aspect().title(),
                graded.aspect().asks(),
                switch (graded.grade()) {
                    case GREEN -> "ok";
                    case YELLOW -> "warn";
                    case RED -> "bad";
                    case NOT_SEEN -> "unk";
                },
                switch (graded.grade()) {
                    case GREEN -> "Green";
                    case YELLOW -> "Yellow";
                    case RED -> "Red";
                    case NOT_SEEN -> "Not seen";
                },
                notSeen ? "" : Integer.toString(graded.score()),
                notSeen ? 0 : percent(graded.aspect().weight(), weights),
                notSeen ? "Nothing of it came up in this incident." : graded.says(),
                graded.readings().stream()
                        .map(reading -> criterion(reading, numbers, byAnchor))
                        .toList());
    }

    private static Criterion criterion(
            Reading reading, Map<Long, Long> numbers, Map<String, DebriefView.Row> byAnchor) {
        return switch (reading) {
            case Reading.Scored(var text, var score, var moves) ->
                new Criterion(
                        text,
                        Integer.toString(score),
                        DebriefView.Row.named(moves.stream()
                                        .map(move -> "m" + numbers.getOrDefault(move, 0L))
                                        .filter(byAnchor::containsKey)
                                        .map(byAnchor::get))
                                .stream()
                                .limit(MOST_ROWS)
                                .toList());
            case Reading.NotCounted(var text) -> new Criterion(text, "", List.of());
        };
    }

    private static int percent(int weight, int weights) {
        return 100 * weight / Math.max(1, weights);
    }
}
