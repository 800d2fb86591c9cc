package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mayday.compiler.Shipped;
import mayday.incident.ActionRequest.Parsed;
import mayday.incident.ActionRequest.Rejected;
import mayday.scenario.Action;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionRequestTest {
    private static final Scenario SCENARIO =
            Shipped.library().find(new ScenarioId("elevated-500s")).orElseThrow();
    private static final ServiceId CHECKOUT = new ServiceId("checkout");

    private static ActionRequest.Reading parse(String kind, String target, Map<String, String> arguments) {
        return ActionRequest.parse(SCENARIO, kind, target, arguments);
    }

    @Test
    void readsAnActionWithItsArguments() {
        var arguments = Map.of("replicas", " 18 ", "region", "eu-west");
        var scale = new Action.Scale(CHECKOUT, Where.in(new RegionId("eu-west")), 18);
        assertThat(parse("scale", "checkout", arguments)).isEqualTo(new Parsed(scale));
    }

    @Test
    void takesTheUsualWhereNothingIsSaid() {
        assertThat(parse("roll-back", "checkout", Map.of("region", "")))
                .isEqualTo(new Parsed(new Action.RollBack(CHECKOUT, Where.everywhere())));
        assertThat(parse("shed-load", "", Map.of())).isEqualTo(new Parsed(new Action.ShedLoad(20, Where.everywhere())));
        assertThat(parse("set-flag", "inline-recs", Map.of()))
                .isEqualTo(new Parsed(new Action.SetFlag("inline-recs", false)));
    }

    @ParameterizedTest
    @CsvSource({
        "pray, '', '', '', action, There is no action called \"pray\" here.",
        "roll-back, moon, '', '', target, The target must be one of",
        "roll-back, cardlink, '', '', target, The target must be one of",
        "fail-over, checkout, '', '', target, The target must be one of",
        "shed-load, edge, '', '', target, left out: this concerns the whole system",
        "shed-load, '', percent, 96, percent, a whole number from 0 to 95",
        "scale, checkout, replicas, many, replicas, a whole number from 1 to 500",
        "scale, checkout, replicas, '', replicas, a whole number from 1 to 500",
        "scale, checkout, colour, red, colour, no such argument",
        "roll-back, checkout, region, mars, region, everywhere or one of",
        "set-flag, inline-recs, on, maybe, on, one of false"
    })
    void saysWhatIsWrongAndHowToMendIt(
            String kind, String target, String argument, String value, String where, String reason) {
        var arguments = argument.isEmpty() ? Map.<String, String>of() : Map.of(argument, value);
        assertThat(parse(kind, target, arguments)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.where()).isEqualTo(where);
            assertThat(rejected.refusal().reason()).contains(reason);
        });
    }

    @Test
    void theMenuNamesTheFlagsOfAllCausesAndNothingOfOthers() {
        var menu = ActionMenu.of(SCENARIO);
        assertThat(menu.items())
                .filteredOn(item -> item.kind().id().equals("set-flag"))
                .singleElement()
                .satisfies(item -> assertThat(item.targets()).contains("inline-recs", "orders-db-retries"));
        assertThat(menu.items())
                .filteredOn(item -> item.kind().id().equals("restart"))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.targets()).contains("checkout").doesNotContain("cardlink"));
    }
}
