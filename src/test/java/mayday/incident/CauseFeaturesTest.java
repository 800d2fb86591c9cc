package mayday.incident;

import static mayday.incident.Played.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.VariableId;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each feature of the language about causes, actions and agents, in a scenario of its own, played. */
class CauseFeaturesTest {
    private static final ServiceId TILL = new ServiceId("till");

    @Test
    void f01TheEffectComesSlowlyAndCanBeWatched() {
        var played = Played.of("f01-delayed-effect", "leak");

        assertThat(played.errors(minute(0))).isBetween(0.15, 0.30);
        played.waits(8);
        assertThat(played.errors(minute(8))).isBetween(0.45, 0.60);
    }

    @Test
    void f02ChanceIsDrawnByTheSeedAndNotByTheMoment() {
        var states = new TreeMap<String, Integer>();
        for (var seed = 0; seed < 60; seed++) {
            var played = Played.of("f02-chance", "stuck", seed).act("restart", "ledger");
            var again = Played.of("f02-chance", "stuck", seed).waits(3).act("restart", "ledger");
            assertThat(again.waits(2).state("stuck").equals("echo"))
                    .isEqualTo(played.waits(2).state("stuck").equals("echo"));
            states.merge(played.state("stuck"), 1, Integer::sum);
        }
        assertThat(states.keySet()).containsExactly("echo", "free", "locked");
        assertThat(states.get("free")).isBetween(25, 48);
    }

    @Test
    void f03TheSameActionHelpsOnlyUnderACondition() {
        assertThat(Played.of("f03-conditional-effect", "storm")
                        .act("restart", "till")
                        .waits(3)
                        .state("storm"))
                .isEqualTo("drowned");
        assertThat(Played.of("f03-conditional-effect", "storm")
                        .act("shed-load", "", Map.of("percent", "50"))
                        .waits(1)
                        .act("restart", "till")
                        .waits(3)
                        .state("storm"))
                .isEqualTo("calm");
    }

    @Test
    void f04OneRemedyOfTwoHelpsHalf() {
        var played = Played.of("f04-partial-mitigation", "two-legs")
                .act("kill-query", "ledger")
                .waits(4);

        assertThat(played.errors(played.now())).isBetween(0.10, 0.14);
        assertThat(played.incident().status()).isEqualTo(Status.OPEN);
        assertThat(played.act("revert-config", "till").waits(6).incident().status())
                .isEqualTo(Status.MITIGATED);
    }

    @Test
    void f05AFaultOfOneRegionIsUndoneThere() {
        var elsewhere = Played.of("f05-state-by-region", "north-only")
                .act("roll-back", "till", Map.of("region", "south"))
                .waits(8);
        assertThat(elsewhere.incident().status()).isEqualTo(Status.OPEN);

        var there = Played.of("f05-state-by-region", "north-only")
                .act("roll-back", "till", Map.of("region", "north"))
                .waits(9);
        assertThat(there.state("north-only")).isEqualTo("undone");
        assertThat(there.incident().status()).isEqualTo(Status.MITIGATED);
    }

    @Test
    void f11TwoFaultsAtOnceEndWhenBothAreUndone() {
        var played = Played.of("f11-together", "both");
        assertThat(played.state("bad-release")).isEqualTo("failing");
        assertThat(played.state("slow-ledger")).isEqualTo("locking");

        played.act("roll-back", "till").waits(9);
        assertThat(played.state("bad-release")).isEqualTo("undone");
        assertThat(played.incident().status()).isEqualTo(Status.OPEN);

        played.act("stop-job", "day-end").waits(4);
        assertThat(played.state("slow-ledger")).isEqualTo("undone");
        assertThat(played.incident().status()).isEqualTo(Status.MITIGATED);
    }

    @Test
    void f12TheRestartRelievesAndTheFaultComesBack() {
        var played = Played.of("f12-relapse", "leak").act("restart", "till").waits(6);
        assertThat(played.incident().status()).isEqualTo(Status.MITIGATED);

        played.waits(8);
        assertThat(played.incident().history()).extracting(Recorded::event).contains(new Event.ImpactReturned());
        assertThat(played.act("roll-back", "till").waits(9).incident().status()).isEqualTo(Status.MITIGATED);
    }

    @Test
    void f13TheSecondProblemBeginsBecauseTheFirstIsSolved() {
        var played = Played.of("f13-phases", "queue").act("fail-over", "ledger").waits(4);
        assertThat(played.state("queue")).isEqualTo("flooded");

        played.act("shed-load", "", Map.of("percent", "30")).waits(1);
        assertThat(played.state("queue")).isEqualTo("draining");
        assertThat(played.waits(5).state("queue")).isEqualTo("over");
    }

    @Test
    void f14AfterTheTerminalStateNothingHelps() {
        assertThat(Played.of("f14-irreversible", "purge")
                        .act("stop-job", "day-end")
                        .waits(4)
                        .incident()
                        .status())
                .isEqualTo(Status.MITIGATED);

        var late = Played.of("f14-irreversible", "purge")
                .waits(11)
                .act("stop-job", "day-end")
                .waits(5);
        assertThat(late.state("purge")).isEqualTo("gone");
        assertThat(late.incident().status()).isEqualTo(Status.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"10, stuck", "49, stuck", "50, over", "100, over"})
    void f15TheSizeOfAnActionDecidesWhatItDoes(int percent, String state) {
        var played = Played.of("f15-ramped-action", "backlog")
                .act("replay-queue", "", Map.of("percent", Integer.toString(percent)))
                .waits(2);

        assertThat(played.state("backlog")).isEqualTo(state);
        assertThat(played.reports()).singleElement().asString().startsWith("Replayed; the ledger works at ");
    }

    @Test
    void f15TwiceAsMuchHasTwiceTheEffect() {
        var cpu = IntStream.of(0, 25, 50)
                .mapToObj(percent -> Played.of("f15-ramped-action", "backlog")
                        .act("replay-queue", "", Map.of("percent", Integer.toString(percent)))
                        .waits(4))
                .map(played -> played.signal(Signal.CPU, new ServiceId("ledger"), Where.everywhere()))
                .toList();

        assertThat(cpu.get(1) - cpu.get(0)).isGreaterThan(0.1);
        assertThat(cpu.get(2) - cpu.get(1)).isCloseTo(cpu.get(1) - cpu.get(0), within(0.03));
    }

    @Test
    void f16AnAutomationActsUntilItIsFrozen() {
        var left = Played.of("f16-automation", "deadlock").waits(20);
        assertThat(left.others()).hasSizeGreaterThan(2).allMatch(each -> each.equals("Restart ledger, all regions"));
        assertThat(left.state("deadlock")).isEqualTo("again");
        assertThat(left.messages()).contains("Instance healer: healer: ledger was unhealthy, restarting it");

        var frozen = Played.of("f16-automation", "deadlock")
                .act("freeze-automation", "healer")
                .waits(20);
        assertThat(frozen.state("deadlock")).isEqualTo("over");
        assertThat(frozen.incident().actions()).hasSize(1);
    }

    @Test
    void f18ACostThatIsNotAvailabilityIsToldWhenAsked() {
        var played = Played.of("f18-other-costs", "dropping").waits(6);
        assertThat(played.messages()).singleElement().asString().matches(".*So far 1,?\\d{3} jobs are gone\\.");

        played.ask("who is hurt?", Dimension.CUSTOMER_IMPACT);
        assertThat(played.answers()).last().asString().contains("Jobs lost: 1,");
        var lost = Amounts.value(
                played.incident(),
                new VariableId("lost-jobs"),
                played.incident().now());

        played.act("roll-back", "till").waits(20);
        var ended = Amounts.value(
                played.incident(),
                new VariableId("lost-jobs"),
                played.incident().now());
        assertThat(ended - lost).isBetween(300.0, 800.0);
    }

    @Test
    void f23ColleaguesActAlsoWronglyAndInTheirOwnName() {
        var played = Played.of("f23-colleague", "flag", 1).waits(5).ask("what was tried?", Dimension.TRIED_SO_FAR);

        assertThat(played.others()).containsExactly("Scale till to 6, all regions");
        assertThat(played.incident().actions()).isEmpty();
        assertThat(played.answers()).last().asString().contains("by Bo Lind");
        var helpful = IntStream.range(0, 40)
                .mapToObj(seed -> Played.of("f23-colleague", "flag", seed).waits(10))
                .filter(each -> each.state("flag").equals("undone"))
                .count();
        assertThat(helpful).isBetween(10L, 30L);
    }

    @Test
    void f26PastAThresholdOfAVariableTheFaultFeedsItself() {
        var played = Played.of("f26-threshold-loop", "loop");
        assertThat(played.state("loop")).isEqualTo("losing");
        assertThat(played.waits(20).state("loop")).isEqualTo("overwhelmed");
        assertThat(Played.of("f26-threshold-loop", "loop")
                        .act("revert-config", "till")
                        .waits(20)
                        .state("loop"))
                .isEqualTo("undone");
    }

    @Test
    void f28TheRightActionsInTheWrongOrderDoNotHelp() {
        assertThat(Played.of("f28-ordering", "poisoned")
                        .act("flush-dns", "")
                        .waits(1)
                        .act("use-resolver", "till", Map.of("resolver", "dns-b"))
                        .waits(2)
                        .state("poisoned"))
                .isEqualTo("poisoned");
        assertThat(Played.of("f28-ordering", "poisoned")
                        .act("use-resolver", "till", Map.of("resolver", "dns-b"))
                        .waits(2)
                        .act("flush-dns", "")
                        .waits(1)
                        .state("poisoned"))
                .isEqualTo("clean");
    }

    @Test
    void f30TheWrongHostCostsCapacityAndMendsNothing() {
        var wrong = Played.of("f30-typed-arguments", "bad-host")
                .act("take-out-host", "till", Map.of("region", "north", "host", "3"))
                .waits(4);
        assertThat(wrong.state("bad-host")).isEqualTo("dying");
        assertThat(wrong.signal(Signal.CPU, TILL, Where.in(new RegionId("north"))))
                .isGreaterThan(1.2 * wrong.signal(Signal.CPU, TILL, Where.in(new RegionId("north")), minute(0)));

        var right = Played.of("f30-typed-arguments", "bad-host")
                .act("take-out-host", "till", Map.of("region", "north", "host", "2"))
                .waits(4);
        assertThat(right.state("bad-host")).isEqualTo("out");
        assertThat(right.refused("take-out-host", "till", Map.of("region", "north", "host", "9")))
                .isEqualTo("The host must be a whole number from 1 to 4.");
    }

    @Test
    void f32NumbersAreDerivedFromWhatHappened() {
        var played = Played.of("f32-derived-numbers", "lock")
                .act("restart", "ledger")
                .waits(3);
        assertThat(played.state("lock")).isEqualTo("locked");

        played.asksAuthored("recovery");
        assertThat(played.answers())
                .last()
                .asString()
                .startsWith("Restarted 1 times; ")
                .endsWith("not on the standby.");

        assertThat(played.act("restart", "ledger").waits(3).state("lock")).isEqualTo("free");
    }

    @Test
    void f34ARunMayTakeDays() {
        var played = Played.live("f34-long-time-scale").observes(Duration.ofHours(40));
        assertThat(played.state("drift")).isEqualTo("drifting");
        assertThat(played.observes(Duration.ofHours(10)).state("drift")).isEqualTo("full");
        assertThat(Limits.longestWait(played.incident().scenario())).isEqualTo(Duration.ofMinutes(270));
    }

    @Test
    void aFalseAlarmIsOverByItself() {
        var played = Played.of("false-alarm", "blip").waits(6);

        assertThat(played.incident().cause().isFalseAlarm()).isTrue();
        assertThat(played.incident().status()).isEqualTo(Status.MITIGATED);
        assertThat(played.incident().cause().fault().faultClass()).isEqualTo(FaultClass.FALSE_ALARM);
    }

    @Test
    void aClientCanBeBlockedAndTheWrongOneIsLost() {
        var wrong =
                Played.of("clients", "scraper").act("block-client", "partner").waits(3);
        assertThat(wrong.state("scraper")).isEqualTo("scraping");
        assertThat(wrong.signal(Signal.REQUEST_RATE, new ServiceId("door"), Where.everywhere()))
                .isLessThan(
                        0.85 * wrong.signal(Signal.REQUEST_RATE, new ServiceId("door"), Where.everywhere(), minute(0)));
        assertThat(Played.of("clients", "scraper")
                        .act("block-client", "scraper")
                        .waits(1)
                        .state("scraper"))
                .isEqualTo("gone");
    }

    @Test
    void anActionMayAskForSomethingFirst() {
        var played = Played.of("clients", "scraper");
        assertThat(played.refused("restart", "till", Map.of()))
                .isEqualTo("The restart tool wants to know that somebody looked at the till's processors or memory.");

        played.ask("how busy is the till?", Dimension.CPU, TILL)
                .act("restart", "till")
                .waits(2);
        assertThat(played.reports())
                .singleElement()
                .asString()
                .matches("Restarted; till fails \\d+ % of its requests\\.");
    }

    @Test
    void theMenuIsTheSameWhicheverCauseIsTrue() {
        var scenario = Played.of("f16-automation", "deadlock").incident().scenario();

        assertThat(ActionMenu.of(scenario).items())
                .extracting(ActionMenu.Item::id)
                .contains("freeze-automation", "restart-host");
        assertThat(ActionMenu.of(Played.of("f15-ramped-action", "backlog")
                                .incident()
                                .scenario())
                        .items())
                .filteredOn(item -> item.id().equals("replay-queue"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.title()).isEqualTo("Replay the queue");
                    assertThat(item.blastWords()).isEqualTo("everybody who waits");
                    assertThat(item.arguments())
                            .containsExactly(new ActionMenu.Argument.Whole("percent", 0, 100, "25"));
                });
    }

    @Test
    void howOftenSomebodyLooksChangesNothing() {
        for (var feature :
                List.of("f02-chance", "f16-automation", "f18-other-costs", "f26-threshold-loop", "f11-together")) {
            var seldom = Played.live(feature).waits(25);
            var often = Played.live(feature);
            for (var i = 0; i < 25 * 6; i++) {
                often.observes(Duration.ofSeconds(10));
            }
            assertThat(often.incident().history()).isEqualTo(seldom.incident().history());
        }
    }

    @Test
    void whatWasRecordedFoldsToTheSame() {
        var played = Played.of("f16-automation", "deadlock")
                .waits(9)
                .act("freeze-automation", "healer")
                .waits(9);
        var replayed =
                Evolution.replay(played.incident().scenario(), played.incident().history());

        assertThat(replayed.world().passages())
                .isEqualTo(played.incident().world().passages());
        assertThat(replayed.world().others())
                .isEqualTo(played.incident().world().others());
        assertThat(replayed.world().trajectory().schedule())
                .isEqualTo(played.incident().world().trajectory().schedule());
    }

    @Test
    void anOldJournalNamesNoFault() {
        var played = Played.of("f14-irreversible", "purge");
        var old = played.incident().history().stream()
                .map(each -> each.event() instanceof Event.CauseAdvanced advanced
                        ? new Recorded(
                                each.sequence(), each.at(), new Event.CauseAdvanced(new CauseId(""), advanced.to()))
                        : each)
                .toList();

        assertThat(Evolution.replay(played.incident().scenario(), old).world().passages())
                .isEqualTo(played.incident().world().passages());
    }
}
