package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mayday.debrief.Appraisal.Grade;
import mayday.debrief.Rubric.Aspect;
import mayday.debrief.Rubric.Band;
import mayday.debrief.Rubric.PartTerms;
import mayday.debrief.Rubric.Weighed;
import mayday.incident.Command;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.scenario.Action;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** The same run under several rubrics, and what an instructor's score changes. */
class AppraisalTest {
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final Instant LATER = Instant.parse("2026-05-04T10:00:00Z");

    /** Acknowledged, rolled back blindly, closed at once: some score in two parts, nothing in the others. */
    private static final Incident RUN = MeasuringTest.played(
            TinyShop.BAD_RELEASE,
            new Command.Acknowledge(SAM),
            new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), ""),
            new Command.Close(SAM, "Done."));

    private static final Debrief DEBRIEF = Debriefs.of(RUN);

    @Test
    void theDefaultRubricChangesNothing() {
        assertThat(Appraisal.of(RUN, DEBRIEF, Rubric.DEFAULT, List.of()).debrief())
                .isEqualTo(DEBRIEF);
    }

    @Test
    void theScoreIsTheMeanByTheRubricsWeights() {
        var only = rubric(List.of(), 0, 0, 0, 0, 7);

        var judged = Appraisal.of(RUN, DEBRIEF, only, List.of());

        assertThat(judged.debrief().structure().score()).isEqualTo(score(DEBRIEF, PartName.COMMUNICATION));
        assertThat(judged.debrief().structure().parts())
                .extracting(Debrief.Part::title)
                .containsExactly("Part 1", "Part 2", "Part 3", "Part 4", "Part 5");
        assertThat(judged.debrief().structure().parts())
                .extracting(Debrief.Part::findings)
                .isEqualTo(DEBRIEF.structure().parts().stream()
                        .map(Debrief.Part::findings)
                        .toList());
    }

    @Test
    void anAspectWithAWeightCountsBesideTheParts() {
        var looked = aspect("looked", 10, new Criterion.Earned(FindingKind.ACKNOWLEDGED));
        var remark = aspect("remark", 0, new Criterion.Earned(FindingKind.ACKNOWLEDGED));

        var judged = Appraisal.of(RUN, DEBRIEF, rubric(List.of(looked, remark), 30, 0, 0, 0, 0), List.of());

        assertThat(score(DEBRIEF, PartName.SCOPE_FIRST)).isZero();
        assertThat(judged.debrief().structure().score()).isEqualTo(25);
        assertThat(judged.aspects()).extracting(Appraisal.Graded::score).containsExactly(100, 100);
        assertThat(judged.aspects()).extracting(Appraisal.Graded::says).containsExactly("Good.", "Good.");
    }

    @Test
    void whatDidNotComeUpIsLeftOutOfTheMean() {
        var nothing = aspect("nothing", 10, new Criterion.Earned(FindingKind.LAST_UPDATE));
        var half = aspect(
                "half",
                0,
                new Criterion.Earned(FindingKind.LAST_UPDATE),
                new Criterion.Earned(FindingKind.ACKNOWLEDGED),
                new Criterion.Earned(FindingKind.SEVERITY_DECLARED));

        var judged = Appraisal.of(RUN, DEBRIEF, rubric(List.of(nothing, half), 1, 0, 0, 0, 0), List.of());

        assertThat(judged.aspects()).extracting(Appraisal.Graded::grade).containsExactly(Grade.NOT_SEEN, Grade.YELLOW);
        assertThat(judged.aspects()).extracting(Appraisal.Graded::score).containsExactly(0, 50);
        assertThat(judged.aspects().getFirst().says()).isEmpty();
        assertThat(judged.debrief().structure().score()).isZero();
    }

    @Test
    void anOverrideTakesThePlaceOfTheComputedScoreEverywhere() {
        var depth = aspect("depth", 0, new Criterion.PartScore(PartName.SCOPE_FIRST));
        var override = new ScoreOverride(PartName.SCOPE_FIRST, 60, "Asked aloud, on the call.", "Facilitator", LATER);

        var judged = Appraisal.of(RUN, DEBRIEF, rubric(List.of(depth), 1, 0, 0, 0, 0), List.of(override));

        assertThat(judged.debrief().structure().score()).isEqualTo(60);
        assertThat(score(judged.debrief(), PartName.SCOPE_FIRST)).isEqualTo(60);
        assertThat(judged.overridden()).containsExactly(new Appraisal.Overridden(override, 0));
        assertThat(judged.aspects().getFirst().readings())
                .extracting(Reading::text)
                .containsExactly("Part 1 has 60 of 100.");
    }

    private static int score(Debrief debrief, PartName name) {
        return debrief.structure().parts().stream()
                .filter(part -> part.id().equals(name.id()))
                .mapToInt(Debrief.Part::score)
                .sum();
    }

    private static Rubric rubric(List<Aspect> aspects, int... weights) {
        var parts = new ArrayList<PartTerms>();
        for (var name : PartName.values()) {
            parts.add(new PartTerms(name, "Part " + (parts.size() + 1), weights[parts.size()]));
        }
        return new Rubric("test", "Test", "For a test.", parts, aspects);
    }

    private static Aspect aspect(String id, int weight, Criterion... criteria) {
        return new Aspect(
                id,
                id,
                "?",
                weight,
                Arrays.stream(criteria).map(each -> new Weighed(each, 1)).toList(),
                new Band(70, "Good."),
                new Band(40, "Fair."),
                "Bad.");
    }
}
