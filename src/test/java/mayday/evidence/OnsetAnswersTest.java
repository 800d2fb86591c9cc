package mayday.evidence;

import static mayday.evidence.KnownHistory.time;
import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mayday.evidence.Departure.Usual;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

/** It is 14:10; the history begins at 12:00. */
class OnsetAnswersTest {

    @Test
    void findsTheStartOfAStep() {
        var shop = Telling.of(new KnownHistory().from("13:52", Signal.ERROR_RATIO, EDGE, everywhere(), 0.07));

        assertThat(shop.text(Dimension.START_TIME))
                .isEqualTo("edge's error ratio left its usual 0.05 % at 13:52 UTC and has been away from it for 18 min:"
                        + " 7.0 % now.");
        assertThat(shop.text(Dimension.ONSET_SHAPE))
                .isEqualTo("Sudden: edge's error ratio went from 0.05 % to 7.0 % within 10 s at 13:52 UTC."
                        + " It has been steady for the last minutes: 7.0 % now.");
    }

    @Test
    void findsTheStartOfARampNearItsFoot() {
        var shop = Telling.of(
                new KnownHistory().from("13:40", Signal.ERROR_RATIO, EDGE, everywhere(), rising("13:40", 20, 0.10)));

        assertThat(shop.text(Dimension.START_TIME)).startsWith("edge's error ratio left its usual 0.05 % at 13:40 UTC");
        assertThat(shop.text(Dimension.ONSET_SHAPE))
                .isEqualTo("Gradual: edge's error ratio went from 0.05 % to 10 % over 16 min, beginning at 13:40 UTC."
                        + " It has been steady for the last minutes: 10 % now.");
    }

    @Test
    void seesThatItStillGetsWorse() {
        var shop = Telling.of(
                new KnownHistory().from("13:50", Signal.ERROR_RATIO, EDGE, everywhere(), rising("13:50", 40, 0.40)));

        assertThat(shop.text(Dimension.ONSET_SHAPE)).endsWith("It is still getting worse: 20 % now.");
    }

    @Test
    void seesSteps() {
        var shop = Telling.of(new KnownHistory()
                .from("13:30", Signal.ERROR_RATIO, EDGE, everywhere(), 0.04)
                .from("13:40", Signal.ERROR_RATIO, EDGE, everywhere(), 0.08)
                .from("13:50", Signal.ERROR_RATIO, EDGE, everywhere(), 0.12));

        assertThat(shop.text(Dimension.ONSET_SHAPE))
                .startsWith("In steps: edge's error ratio went from 0.05 % to 12 %, with jumps at"
                        + " 13:30, 13:40 and 13:50 UTC.");
    }

    @Test
    void tellsAboutTroubleThatIsOver() {
        var shop = Telling.of(new KnownHistory()
                .from("13:00", Signal.ERROR_RATIO, EDGE, everywhere(), 0.05)
                .from("13:04", Signal.ERROR_RATIO, EDGE, everywhere(), 0.0005)
                .from("13:50", Signal.ERROR_RATIO, EDGE, everywhere(), 0.05)
                .from("14:00", Signal.ERROR_RATIO, EDGE, everywhere(), 0.0005));

        assertThat(shop.text(Dimension.START_TIME))
                .isEqualTo(
                        "edge's error ratio was away from its usual 0.05 % from 13:50 to 14:00 UTC; it is 0.05 % now."
                                + " Before that, once from 13:00 to 13:04.");
    }

    @Test
    void looksAtTheLatencyOfAServiceThatHasNoErrors() {
        var shop = Telling.of(new KnownHistory().from("13:55", Signal.LATENCY_P95, CHECKOUT, everywhere(), 2.4));

        assertThat(shop.text(Dimension.START_TIME, service(CHECKOUT)))
                .isEqualTo(
                        "checkout's latency p95 left its usual 80 ms at 13:55 UTC and has been away from it for 15 min:"
                                + " 2.4 s now.");
    }

    @Test
    void saysThatNothingDeparted() {
        var shop = Telling.of(new KnownHistory());

        assertThat(shop.text(Dimension.ONSET_SHAPE, service(CHECKOUT)))
                .isEqualTo("checkout's error ratio has not left its usual range since 12:00 UTC: 0.05 % now, usually"
                        + " 0.05 %.");
    }

    @Test
    void isNotTakenInByASpikeOfOneSample() {
        ToDoubleFunction<Instant> spike = at -> at.equals(time("13:30")) ? 0.5 : 0.0005;
        var samples = new KnownHistory()
                .from("12:00", Signal.ERROR_RATIO, EDGE, everywhere(), spike)
                .samples(Signal.ERROR_RATIO, EDGE, everywhere(), time("12:00"), time("14:10"));

        assertThat(Departure.of(samples, Usual.of(samples, Signal.ERROR_RATIO))).isEmpty();
    }

    @Test
    void joinsDeparturesThatAreClose() {
        var samples = new KnownHistory()
                .from("13:00", Signal.ERROR_RATIO, EDGE, everywhere(), 0.05)
                .from("13:10", Signal.ERROR_RATIO, EDGE, everywhere(), 0.0005)
                .from("13:11", Signal.ERROR_RATIO, EDGE, everywhere(), 0.05)
                .from("13:20", Signal.ERROR_RATIO, EDGE, everywhere(), 0.0005)
                .samples(Signal.ERROR_RATIO, EDGE, everywhere(), time("12:00"), time("14:10"));

        assertThat(Departure.of(samples, Usual.of(samples, Signal.ERROR_RATIO)))
                .isEqualTo(List.of(new Departure(time("13:00"), time("13:20"))));
    }

    private static ToDoubleFunction<Instant> rising(String from, int minutes, double until) {
        return at -> {
            double share = Duration.between(time(from), at).toSeconds() / (60.0 * minutes);
            return 0.0005 + (until - 0.0005) * Math.min(1, share);
        };
    }
}
