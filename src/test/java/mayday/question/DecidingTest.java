package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.scenario.Dimension;
import org.junit.jupiter.api.Test;

/** What is asked of what is spoken of, by chances that can be seen through. */
class DecidingTest {
    private static final Topic.Known CPU = new Topic.Of(Dimension.CPU);
    private static final Topic.Known START = new Topic.Of(Dimension.START_TIME);
    private static final Topic.Known DEPLOYS = new Topic.Of(Dimension.RECENT_DEPLOYS);
    private static final Topic.Known CHANGES = new Topic.WhatChanged();

    /** A stretch of 0.75 is worth 0.5, one of 0.9 is worth 0.82. */
    private static final Deciding BY_STRETCH = by("stretch", 10.0, -7.5);

    @Test
    void whatAStretchAsksIsAsked() {
        assertThat(decided(said(reading(CPU, 0.9), reading(START, 0.95)))).containsExactly(CPU, START);
    }

    /** What is likely 0.62 is asked. */
    @Test
    void whatIsLessLikelyIsNot() {
        assertThat(decided(said(reading(CPU, 0.95), reading(START, 0.79)))).containsExactly(CPU);
        assertThat(decided(said(reading(CPU, 0.95), reading(START, 0.81)))).containsExactly(CPU, START);
    }

    @Test
    void whatIsToldIsNotAsked() {
        var byManner = by("asked about", 10.0, -5);
        var told = stretch(reading(CPU, 0.9), 0.1);
        var asked = stretch(reading(START, 0.9), 0.9);

        assertThat(decided(byManner, said(List.of(told, asked)))).containsExactly(START);
    }

    /** "How much memory does each instance use" is one question, whatever else it speaks of. */
    @Test
    void aStretchAsksOneThing() {
        var both = by("stretch", 10.0, 0);

        assertThat(decided(both, said(reading(CPU, 0.6, START, 0.4)))).containsExactly(CPU);
    }

    @Test
    void whoeverAsksForChangesOfAnyKindAsksForDeploysToo() {
        assertThat(decided(said(reading(DEPLOYS, 0.9), reading(CHANGES, 0.95)))).containsExactly(CHANGES);
    }

    /** What nothing decides is answered if everything together asks it, and asked back if not. */
    @Test
    void whatEverythingAsksNeedsLess() {
        var never = by("", 0, -5);

        assertThat(decided(never, said(reading(CPU, 0.86)))).containsExactly(CPU);
        assertThat(decided(never, said(reading(CPU, 0.84)))).isEmpty();
        assertThat(decided(by("", 0, -0.8), said(reading(CPU, 0.84)))).containsExactly(CPU);
        assertThat(decided(by("", 0, -0.8), said(reading(CPU, 0.4)))).isEmpty();
    }

    @Test
    void whatWasLearntKnowsEveryTraitThatItWeighs() {
        var said = said(reading(CPU, 0.8), reading(START, 0.9));
        var traits = Traits.of(CPU, said, said.candidates()).values().keySet();

        assertThat(Trees.load("deciding.json").traits()).isSubsetOf(traits).hasSizeGreaterThan(60);
    }

    /** The logarithm of the odds is {@code bias} and so many times a trait. */
    private static Deciding by(String trait, double times, double bias) {
        return new Deciding(traits ->
                1 / (1 + Math.exp(-bias - times * traits.values().getOrDefault(trait, 0.0))));
    }

    private static List<Topic.Known> decided(Said said) {
        return decided(BY_STRETCH, said);
    }

    private static List<Topic.Known> decided(Deciding deciding, Said said) {
        return deciding.of(said).decisions().stream()
                .map(Decisions.Decision::topic)
                .toList();
    }

    private static Said said(Reading... readings) {
        var stretches = new ArrayList<Stretch>();
        for (var reading : readings) {
            stretches.add(stretch(reading, 0.5));
        }
        return said(stretches);
    }

    private static Said said(List<Stretch> stretches) {
        var all = stretches.getFirst().reading();
        return new Said("", stretches, all, all, List.of(), 0, 0.5, 0, Map.of());
    }

    private static Stretch stretch(Reading reading, double asked) {
        return new Stretch(
                List.of(new Piece.Word("anything")),
                Separator.STOP,
                false,
                false,
                true,
                0,
                false,
                true,
                Optional.empty(),
                reading,
                Chances.in(reading),
                Chances.in(reading),
                asked,
                0,
                List.of());
    }

    private static Reading reading(Topic topic, double probability) {
        return reading(topic, probability, new Topic.Unrecorded(), 1 - probability);
    }

    private static Reading reading(Topic first, double ofFirst, Topic second, double ofSecond) {
        return new Reading(
                List.of(new Piece.Word("anything")),
                Mentions.NONE,
                List.of(new Classifier.Ranked(first, ofFirst), new Classifier.Ranked(second, ofSecond)),
                Thresholds.USUAL);
    }
}
