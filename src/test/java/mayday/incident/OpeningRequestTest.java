package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.incident.OpeningRequest.Help;
import mayday.incident.OpeningRequest.Mistake;
import mayday.incident.OpeningRequest.Parsed;
import mayday.incident.OpeningRequest.Rejected;
import mayday.scenario.Scenario;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words with which an incident is opened, whoever says them. */
class OpeningRequestTest {
    private static final Scenario TINY = TinyShop.scenario();
    private static final long DRAWN = 42;
    private static final List<String> RUBRICS = List.of("default", "strict");
    private static final Terms HINTS = new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.OFF);

    @Test
    void readsAllThatCanBeSaid() {
        assertThat(read("tiny", "live", "-7", "bad-release"))
                .isEqualTo(new Parsed(TINY, -7, TinyShop.BAD_RELEASE, ClockMode.LIVE, Terms.UNAIDED));
        assertThat(((Parsed) read("tiny", "live", "1", "", "strict")).terms())
                .isEqualTo(new Terms("strict", false, Terms.Coaching.OFF));
    }

    @Test
    void drawsWhatIsNotSaid() {
        assertThat(read("tiny", "practice", "", ""))
                .isEqualTo(new Parsed(TINY, DRAWN, Decider.drawCause(TINY, DRAWN), ClockMode.PRACTICE, HINTS));
        assertThat(read("tiny", "practice", "9", ""))
                .isEqualTo(new Parsed(TINY, 9, Decider.drawCause(TINY, 9), ClockMode.PRACTICE, HINTS));
    }

    /** What was drawn and printed once can be played again. */
    @Test
    void takesEverySeedThatCanBeDrawn() {
        for (var seed : List.of(Long.MIN_VALUE, Long.MAX_VALUE)) {
            assertThat(((Parsed) read("tiny", "live", Long.toString(seed), "")).seed())
                    .isEqualTo(seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "9223372036854775808", "-9223372036854775809", "١", "--1", " 1"})
    void refusesOtherSeeds(String seed) {
        assertThat(read("tiny", "live", seed, ""))
                .isEqualTo(new Rejected(List.of(new Mistake("seed", seed, "must be a whole number of 64 bits"))));
    }

    @Test
    void saysAllThatIsWrong() {
        assertThat(read("shop", "", "x", "sabotage", "kind"))
                .isEqualTo(new Rejected(List.of(
                        new Mistake("scenario", "shop", "must be one of tiny"),
                        new Mistake("clock", "", "is missing; it must be one of practice, live"),
                        new Mistake("seed", "x", "must be a whole number of 64 bits"),
                        new Mistake("rubric", "kind", "must be one of default, strict"))));
    }

    @Test
    void doesNotSayWhichCausesThereAre() {
        assertThat(read("tiny", "live", "1", "sabotage"))
                .isEqualTo(new Rejected(List.of(new Mistake("cause", "sabotage", "must be a cause of this scenario"))));
    }

    @Test
    void practiceHasTheHelpThatIsAskedFor() {
        assertThat(terms("practice", new Help("false", "close", false)))
                .isEqualTo(new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.CLOSE));
        assertThat(terms("practice", new Help("", "sparse", false)))
                .isEqualTo(new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.SPARSE));
    }

    @Test
    void onALiveClockOnlyAFacilitatorAllowsHelp() {
        assertThat(help("live", new Help("true", "usual", false)))
                .isEqualTo(
                        new Rejected(
                                List.of(
                                        new Mistake(
                                                "hints",
                                                "true",
                                                "must be false on a live clock (help is for practice, unless a facilitator allows it)"),
                                        new Mistake(
                                                "coach",
                                                "usual",
                                                "must be off on a live clock (help is for practice, unless a facilitator allows it)"))));
        assertThat(terms("live", new Help("true", "usual", true)))
                .isEqualTo(new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.USUAL));
        assertThat(terms("live", new Help("false", "off", false))).isEqualTo(Terms.UNAIDED);
    }

    @Test
    void saysWhichHelpThereIs() {
        assertThat(help("practice", new Help("maybe", "loud", false)))
                .isEqualTo(new Rejected(List.of(
                        new Mistake("coach", "loud", "must be one of off, sparse, usual, close, guide"),
                        new Mistake("hints", "maybe", "must be one of true, false"))));
    }

    private static Terms terms(String clock, Help help) {
        return ((Parsed) help(clock, help)).terms();
    }

    private static OpeningRequest.Reading help(String clock, Help help) {
        return new OpeningRequest("tiny", clock, "1", "", "", help).read(List.of(TINY), RUBRICS, DRAWN);
    }

    private static OpeningRequest.Reading read(String scenario, String clock, String seed, String cause) {
        return read(scenario, clock, seed, cause, "");
    }

    private static OpeningRequest.Reading read(
            String scenario, String clock, String seed, String cause, String rubric) {
        return new OpeningRequest(scenario, clock, seed, cause, rubric, Help.USUAL).read(List.of(TINY), RUBRICS, DRAWN);
    }
}
