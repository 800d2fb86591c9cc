package mayday.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import mayday.Turns;
import mayday.compiler.Shipped;
import mayday.debrief.BestQuestions;
import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.debrief.Suppositions;
import mayday.incident.Openings;
import mayday.incident.Participant;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in players come out in the order in which a panel would put them, on causes of the scenarios that we ship, by turns. */
class PlayersTest {
    private static final long SEED = 7;

    /** A score is the rounded mean of rounded parts: one point apart is not apart. Four of 81 causes make use of it. */
    private static final int ROUNDING = 1;

    record Played(Scenario scenario, CauseId cause) {
        @Override
        public String toString() {
            return scenario.id() + " / " + cause;
        }
    }

    private static final Map<ScenarioId, Field> FIELDS = new HashMap<>();

    static Stream<Played> causes() {
        return Shipped.library().scenarios().stream()
                .flatMap(scenario -> scenario.causes().stream().map(cause -> new Played(scenario, cause.id())));
    }

    /** One of eight causes or all ({@link Turns}): seven players of each take two seconds. */
    static Stream<Played> some() {
        return Turns.one(8, causes().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("some")
    void comeOutInOrder(Played played) {
        var scores = new EnumMap<Style, Integer>(Style.class);
        for (var style : Style.values()) {
            scores.put(style, debrief(played, style).structure().score());
        }
        int expert = scores.getOrDefault(Style.EXPERT, 0);
        int methodical = scores.getOrDefault(Style.METHODICAL, 0);
        int silent = scores.getOrDefault(Style.SILENT, 100);

        assertThat(expert).as("%s", scores).isGreaterThanOrEqualTo(85);
        assertThat(expert + ROUNDING).as("%s", scores).isGreaterThanOrEqualTo(methodical);
        assertThat(methodical + ROUNDING)
                .as("%s", scores)
                .isGreaterThanOrEqualTo(25 + scores.getOrDefault(Style.SHOTGUN, 100))
                .isGreaterThanOrEqualTo(25 + scores.getOrDefault(Style.LUCKY_GUESSER, 100));
        assertThat(silent).as("%s", scores).isLessThan(10).isLessThanOrEqualTo(scores.getOrDefault(Style.JUMPER, 0));
        assertThat(scores.get(Style.RANDOM)).as("%s", scores).isLessThan((expert + 1) / 2);
    }

    private static Debrief debrief(Played played, Style style) {
        var field = FIELDS.computeIfAbsent(played.scenario().id(), _ -> Field.of(played));
        var incident = Playthrough.play(field.openings(), played.cause(), style);
        return Debriefs.of(incident, new Suppositions(incident, field.openings()), field.atPage());
    }

    /** What all players of a scenario have in common. */
    private record Field(Openings openings, BestQuestions atPage) {
        static Field of(Played played) {
            var openings = Openings.of(played.scenario(), SEED);
            var opened = openings.open(played.cause(), new Participant("p1", "Sam"));
            return new Field(openings, BestQuestions.atPage(played.scenario(), new Suppositions(opened, openings)));
        }
    }

    @Test
    void aLuckyGuessHasAGoodTimeAndAPoorStructure() {
        var played = causes().findFirst().orElseThrow();

        var lucky = debrief(played, Style.LUCKY_GUESSER);
        var expert = debrief(played, Style.EXPERT);

        assertThat(lucky.structure().score()).isLessThan(expert.structure().score() / 2);
        assertThat(lucky.impact().actual().failedRequests())
                .isLessThan(expert.impact().actual().failedRequests());
    }

    @Test
    void playTheSameIncidentTwiceInTheSameWay() {
        var played = causes().findFirst().orElseThrow();

        assertThat(Playthrough.play(played.scenario(), SEED, played.cause(), Style.METHODICAL)
                        .history())
                .isEqualTo(Playthrough.play(played.scenario(), SEED, played.cause(), Style.METHODICAL)
                        .history());
    }
}
