package mayday.debrief;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a run is judged: what the parts weigh and what they are called, and aspects in the rubric's own language. It changes weights and
 * words; what is measured, and how, is the same under every rubric.
 *
 * @param summary what it looks for, in a sentence or two
 * @param parts all five, in order
 */
public record Rubric(String id, String title, String summary, List<PartTerms> parts, List<Aspect> aspects) {
    /** If neither the incident nor the caller names a rubric that there is. It takes the parts as they are. */
    public static final Rubric DEFAULT = new Rubric(
            "default",
            "Default",
            "",
            Stream.of(
                            new PartTerms(PartName.SCOPE_FIRST, "Scope first", 20),
                            new PartTerms(PartName.INFORMATION_GAIN, "Information gain", 25),
                            new PartTerms(PartName.HYPOTHESES, "Hypotheses", 20),
                            new PartTerms(PartName.MITIGATION_JUDGEMENT, "Mitigation judgement", 20),
                            new PartTerms(PartName.COMMUNICATION, "Command and communication", 15))
                    .toList(),
            List.of());

    public Rubric {
        parts = List.copyOf(parts);
        aspects = List.copyOf(aspects);
    }

    /**
     * A part as the rubric takes it.
     *
     * @param weight relative to the other parts and the aspects that count; 0 to leave it out of the score
     */
    public record PartTerms(PartName name, String title, int weight) {}

    /**
     * Something that the rubric looks at, in its own words, made of things that are measured.
     *
     * @param asks the question that it answers
     * @param weight in the score, beside the parts; 0 if it is a remark only
     * @param madeOf at least one
     */
    public record Aspect(
            String id,
            String title,
            String asks,
            int weight,
            List<Weighed> madeOf,
            Band green,
            Band yellow,
            String red) {
        public Aspect {
            madeOf = List.copyOf(madeOf);
        }
    }

    /** A criterion with its weight among those of its aspect. */
    public record Weighed(Criterion criterion, int weight) {}

    /**
     * A verdict that is reached from a score on.
     *
     * @param from 1 to 100
     * @param says what it means
     */
    public record Band(int from, String says) {}

    PartTerms terms(PartName name) {
        return parts.stream().filter(each -> each.name() == name).findFirst().orElseThrow();
    }
}
