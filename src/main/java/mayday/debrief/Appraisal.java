package mayday.debrief;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mayday.debrief.Debrief.Part;
import mayday.debrief.Debrief.Structure;
import mayday.debrief.Rubric.Aspect;
import mayday.incident.Incident;

/**
 * A debrief as a rubric and an instructor see it.
 *
 * @param debrief with the parts titled and weighed by the rubric, an override's score in place of the computed one, and the score that
 *     comes of that
 * @param overridden which scores were replaced
 */
public record Appraisal(Rubric rubric, Debrief debrief, List<Graded> aspects, List<Overridden> overridden) {
    public Appraisal {
        aspects = List.copyOf(aspects);
        overridden = List.copyOf(overridden);
    }

    /** The rubric's verdict on an aspect. */
    public enum Grade {
        GREEN,
        YELLOW,
        RED,
        /** Nothing of it came up. */
        NOT_SEEN
    }

    /**
     * An aspect of this run.
     *
     * @param score 0 to 100: the mean of what counts, weighed; 0 if nothing does
     * @param readings in the order of the aspect's criteria
     */
    public record Graded(Aspect aspect, int score, Grade grade, List<Reading> readings) {
        public Graded {
            readings = List.copyOf(readings);
        }

        /** What the rubric says to that; empty if nothing of it came up. */
        public String says() {
            return switch (grade) {
                case GREEN -> aspect.green().says();
                case YELLOW -> aspect.yellow().says();
                case RED -> aspect.red();
                case NOT_SEEN -> "";
            };
        }
    }

    /** A score that was replaced, and what had been computed. */
    public record Overridden(ScoreOverride by, int computed) {}

    /**
     * Judges a run; pure.
     *
     * @param debrief as {@link Debriefs} works it out
     * @param overrides at most one for each part
     */
    public static Appraisal of(Incident incident, Debrief debrief, Rubric rubric, List<ScoreOverride> overrides) {
        var byPart = new EnumMap<PartName, ScoreOverride>(PartName.class);
        overrides.forEach(each -> byPart.put(each.part(), each));
        var parts = new ArrayList<Part>();
        var overridden = new ArrayList<Overridden>();
        for (var part : debrief.structure().parts()) {
            parts.add(underRubric(part, rubric, byPart));
            overrides.stream()
                    .filter(each -> each.part().id().equals(part.id()))
                    .forEach(each -> overridden.add(new Overridden(each, part.score())));
        }
        var measuring = new Measuring(incident, debrief, parts);
        var aspects =
                rubric.aspects().stream().map(each -> graded(each, measuring)).toList();
        var structure = new Structure(weighed(parts, aspects), parts);
        return new Appraisal(rubric, debrief.judged(structure, rubric), aspects, overridden);
    }

    private static Part underRubric(Part part, Rubric rubric, Map<PartName, ScoreOverride> overrides) {
        var name = PartName.find(part.id()).orElseThrow();
        var terms = rubric.terms(name);
        var override = overrides.get(name);
        return new Part(
                part.id(),
                terms.title(),
                override == null ? part.score() : override.score(),
                terms.weight(),
                part.findings());
    }

    private static Graded graded(Aspect aspect, Measuring measuring) {
        var readings = aspect.madeOf().stream()
                .map(each -> measuring.read(each.criterion()))
                .toList();
        var sum = 0.0;
        var weights = 0;
        for (var i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof Reading.Scored scored) {
                sum += scored.score() * aspect.madeOf().get(i).weight();
                weights += aspect.madeOf().get(i).weight();
            }
        }
        if (weights == 0) {
            return new Graded(aspect, 0, Grade.NOT_SEEN, readings);
        }
        var score = (int) Math.round(sum / weights);
        var grade = score >= aspect.green().from()
                ? Grade.GREEN
                : score >= aspect.yellow().from() ? Grade.YELLOW : Grade.RED;
        return new Graded(aspect, score, grade, readings);
    }

    /** The mean of the parts and of the aspects that count and came up, weighed. */
    private static int weighed(List<Part> parts, List<Graded> aspects) {
        var sum = 0.0;
        var weights = 0;
        for (var part : parts) {
            sum += part.score() * part.weight();
            weights += part.weight();
        }
        for (var each : aspects) {
            if (each.grade() != Grade.NOT_SEEN) {
                sum += each.score() * each.aspect().weight();
                weights += each.aspect().weight();
            }
        }
        return (int) Math.round(sum / Math.max(1, weights));
    }
}
