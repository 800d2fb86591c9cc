package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.scenario.Dimension;
import org.junit.jupiter.api.Test;

class OverlookedTest {
    private static final Topic RUNBOOK = new Topic.Of(Dimension.PRIOR_INCIDENTS_RUNBOOK);
    private static final Topic OWNER = new Topic.Of(Dimension.ONCALL_ESCALATION);
    private static final Topic NETWORK = new Topic.Of(Dimension.NETWORK);

    /** "It exists a runbook for it, and who is the owner": what looked like context asks, too, and was said first. */
    @Test
    void whatTheWholeAsksTooIsNoContext() {
        var runbook = reading(RUNBOOK, 0.95, OWNER);
        var owner = reading(OWNER, 0.97, RUNBOOK);

        assertThat(Overlooked.with(List.of(owner), List.of(runbook, owner), reading(RUNBOOK, 0.54, OWNER)))
                .containsExactly(runbook, owner);
    }

    /** "Customers say that it is slow, since when": the whole does not ask how slow. */
    @Test
    void whatTheWholeDoesNotAskIsContext() {
        var told = reading(RUNBOOK, 0.95, NETWORK);
        var owner = reading(OWNER, 0.97, NETWORK);

        assertThat(Overlooked.with(List.of(owner), List.of(told, owner), reading(OWNER, 0.99, NETWORK)))
                .containsExactly(owner);
    }

    @Test
    void theSurerItIsTheLessTheWholeNeedSaySo() {
        var owner = reading(OWNER, 0.97, NETWORK);

        assertThat(with(owner, reading(RUNBOOK, 0.69, NETWORK), 0.25)).hasSize(1);
        assertThat(with(owner, reading(RUNBOOK, 0.71, NETWORK), 0.25)).hasSize(2);
        assertThat(with(owner, reading(RUNBOOK, 0.71, NETWORK), 0.10)).hasSize(1);
        assertThat(with(owner, reading(RUNBOOK, 0.91, NETWORK), 0.10)).hasSize(2);
        assertThat(with(owner, reading(RUNBOOK, 0.91, NETWORK), 0.01)).hasSize(1);
        assertThat(with(owner, reading(RUNBOOK, 0.985, NETWORK), 0)).hasSize(2);
    }

    /** Of a question that only all its stretches together ask, none is another one. */
    @Test
    void whatNoStretchAsksIsOneQuestion() {
        var whole = reading(OWNER, 0.8, RUNBOOK);
        var stretch = reading(RUNBOOK, 0.95, NETWORK);

        assertThat(Overlooked.with(List.of(whole), List.of(stretch, reading(NETWORK, 0.4, RUNBOOK)), whole))
                .containsExactly(whole);
    }

    private static List<Reading> with(Reading found, Reading stretch, double toTheWhole) {
        return Overlooked.with(
                List.of(found), List.of(stretch, found), reading(OWNER, 1 - toTheWhole, stretch.topic()));
    }

    /** Likely to ask {@code first}; what is left to 1 is {@code second}'s. */
    private static Reading reading(Topic first, double probability, Topic second) {
        return new Reading(
                List.of(),
                Mentions.NONE,
                List.of(new Classifier.Ranked(first, probability), new Classifier.Ranked(second, 1 - probability)),
                Thresholds.USUAL);
    }
}
