package mayday.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.incident.ClockMode;
import mayday.incident.IncidentId;
import mayday.review.Played;
import mayday.review.Progress;
import mayday.review.Result;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** The progress page in words and lines. */
class ProgressViewTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static ProgressView of(List<Result.Par> par, int... scores) {
        var played = new ArrayList<Played>();
        for (var i = 0; i < scores.length; i++) {
            var at = NOON.plus(Duration.ofDays(i));
            var part = new Result.Part("scope-first", "Scope first", scores[i], "Where was never asked.");
            var result = new Result(
                    scores[i], List.of(part), List.of(Duration.ofSeconds(1070)), 6, true, true, part.lesson(), par);
            played.addFirst(new Played(
                    new IncidentId("i" + i),
                    TinyShop.scenario().id(),
                    TinyShop.BAD_FLAG,
                    ClockMode.PRACTICE,
                    false,
                    at,
                    at.plusSeconds(60),
                    List.of(result)));
        }
        var scenarios = List.of(TinyShop.scenario());
        return ProgressView.of(Progress.of(played, scenarios), scenarios);
    }

    @Test
    void tellsHowASkillMoved() {
        assertThat(of(List.of(), 40).skills().getFirst().change()).isEqualTo("One run so far");
        assertThat(of(List.of(), 40, 60).skills().getFirst().change()).isEqualTo("Up 20 since the run before");
        assertThat(of(List.of(), 90, 80, 60).skills().getFirst().change()).isEqualTo("Down 30 over 2 runs");
        assertThat(of(List.of(), 0, 50, 60, 70, 80, 50).skills().getFirst().change())
                .isEqualTo("Unchanged over 4 runs");
    }

    @Test
    void drawsOnePointWithoutALineAndFewWithDots() {
        var one = of(List.of(), 50).skills().getFirst().chart();
        assertThat(one.line()).isEmpty();
        assertThat(one.dots()).containsExactly(new SkillDrawing.Dot("348", "47"));
        assertThat(one.description()).isEqualTo("One run, 50.");

        var two = of(List.of(), 0, 100).skills().getFirst().chart();
        assertThat(two.line()).isEqualTo("M30 84L348 10");
        assertThat(two.area()).isEqualTo("M30 84L348 10L348 84L30 84Z");
        assertThat(two.columns())
                .containsExactly(new SkillDrawing.Mark("30", "1 run ago"), new SkillDrawing.Mark("348", "now"));
    }

    @Test
    void parHasAColumnOnlyWhereItIsKnown() {
        assertThat(of(List.of(), 50).hasPar()).isFalse();

        var known = of(List.of(new Result.Par(90, List.of(Duration.ofMinutes(15)))), 50);
        assertThat(known.hasPar()).isTrue();
        assertThat(known.runs().getFirst().par()).isEqualTo("15:00");
    }

    @Test
    void saysWhyItIsPractisedAndWhatCostMost() {
        var next = of(List.of(), 40, 60).next().getFirst();

        assertThat(next.why())
                .isEqualTo(
                        "Scope first is your weakest part: 50 of 100 on average over your last 2 runs. This one fits your"
                                + " level and has a cause that you have not solved.");
        assertThat(next.lesson()).isEqualTo("Where was never asked.");
    }
}
