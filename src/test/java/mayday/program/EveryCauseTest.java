package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mayday.Turns;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.ActionRequest;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.scenario.Words;
import mayday.simulation.Trajectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Causes of every scenario that we ship, by turns ({@link Turns}), as each ends when nothing is done, when the right thing is done, when
 * something is done that was worth a thought, and when something is done that hurts. The table is {@code stories/every-cause.yaml}.
 */
class EveryCauseTest {
    private static final Library LIBRARY = Shipped.library();
    private static final Map<String, Map<String, Stories>> TABLE = table();
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final long SEED = 7;

    /** Incidents at the page, which all stories of a cause begin with. */
    private static final Map<String, Incident> PAGED = new HashMap<>();

    /** How far a measured figure may be from the table's, in per cent: figures are for reading, not for the last request. */
    private static final double CLOSE = 2;

    private static final Duration CLOSE_IN_TIME = Duration.ofSeconds(30);

    /** Two ends are told apart by so many failed requests. */
    private static final double NOTICEABLE = 100;

    /** The stories of one cause by name: nothing, right, plausible, harmful, and more. */
    static final class Stories {
        final Map<String, Story> byName = new LinkedHashMap<>();

        @JsonAnySetter
        void add(String name, Story story) {
            byName.put(name, story);
        }

        Story named(String name) {
            var story = byName.get(name);
            if (story == null) {
                throw new AssertionError("no story `" + name + "`");
            }
            return story;
        }
    }

    /**
     * What somebody does, and how it ends.
     *
     * @param moves such as {@code 6m roll-back checkout} or {@code 5m ask region-scope zuul}, counted from the page; none by default
     * @param mitigated when customers were well again, counted from the page, such as {@code 11m}; never by default
     * @param failed thousands of requests that fail from the beginning of the cause to the end of the time
     * @param why a word about it, for the reader
     */
    record Story(
            @Nullable List<String> moves,
            @Nullable String mitigated,
            double failed,
            @Nullable String why) {
        List<String> deeds() {
            return moves == null ? List.of() : moves;
        }
    }

    /** How it ended. */
    record End(boolean mitigated, Duration after, double failed) {
        boolean isAsBadAs(End other) {
            return mitigated == other.mitigated && Math.abs(failed - other.failed) < NOTICEABLE;
        }
    }

    /** A cause with its stories. */
    record Told(Scenario scenario, CauseId cause, Stories stories) {
        /** Whether the best thing to do is nothing. */
        boolean isFalseAlarm() {
            return stories.named("right").deeds().isEmpty();
        }

        @Override
        public String toString() {
            return scenario.id() + " / " + cause;
        }
    }

    /** One of three, or all. */
    static Stream<Told> causes() {
        var all = LIBRARY.scenarios().stream()
                .flatMap(scenario -> scenario.causes().stream()
                        .map(cause -> new Told(
                                scenario,
                                cause.id(),
                                storiesOf(scenario.id().value(), cause.id().value()))))
                .toList();
        return Turns.one(3, all);
    }

    @Test
    void theTableTellsOfEveryCauseAndOfNothingElse() {
        var shipped = new LinkedHashMap<String, List<String>>();
        LIBRARY.scenarios()
                .forEach(scenario -> shipped.put(
                        scenario.id().value(),
                        scenario.causes().stream()
                                .map(cause -> cause.id().value())
                                .toList()));
        var told = new LinkedHashMap<String, List<String>>();
        TABLE.forEach((scenario, causes) -> told.put(scenario, List.copyOf(causes.keySet())));

        assertThat(told).containsExactlyInAnyOrderEntriesOf(shipped);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void itEndsAsTold(Told told) {
        var ends = new HashMap<String, End>();
        told.stories().byName.forEach((name, story) -> {
            var end = play(told, story);
            ends.put(name, end);
            var measured = "%s of %s: %s, %.1f thousand requests failed"
                    .formatted(
                            name,
                            told,
                            end.mitigated() ? "mitigated after " + end.after() : "open",
                            end.failed() / 1000);
            assertThat(end.mitigated()).as(measured).isEqualTo(story.mitigated() != null);
            if (story.mitigated() != null) {
                assertThat(end.after()).as(measured).isCloseTo(after(story.mitigated()), CLOSE_IN_TIME);
            }
            assertThat(end.failed() / 1000).as(measured).isCloseTo(story.failed(), withinPercentage(CLOSE));
        });
        compare(told, ends);
    }

    /** What makes them stories worth telling. */
    private static void compare(Told told, Map<String, End> ends) {
        var nothing = end(ends, "nothing");
        var right = end(ends, "right");
        var plausible = end(ends, "plausible");
        var harmful = end(ends, "harmful");

        assertThat(right.mitigated()).as("the right thing mitigates").isTrue();
        assertThat(harmful.failed())
                .as("harm is worse than doing nothing")
                .isGreaterThan(nothing.failed() + NOTICEABLE);
        assertThat(plausible.isAsBadAs(harmful)).as("plausible ends as harmful").isFalse();
        if (told.isFalseAlarm()) {
            assertThat(right).as("nothing is the right thing").isEqualTo(nothing);
            assertThat(plausible.failed()).as("nobody gains by it").isGreaterThanOrEqualTo(nothing.failed());
        } else {
            assertThat(nothing.mitigated()).as("it goes away by itself").isFalse();
            assertThat(right.failed()).as("the right thing helps").isLessThan(nothing.failed());
            assertThat(plausible.mitigated()).as("the plausible thing mends it").isFalse();
            assertThat(plausible.isAsBadAs(nothing))
                    .as("plausible ends as nothing")
                    .isFalse();
        }
    }

    private static End end(Map<String, End> ends, String name) {
        var end = ends.get(name);
        if (end == null) {
            throw new AssertionError("no story `" + name + "`");
        }
        return end;
    }

    private static End play(Told told, Story story) {
        var scenario = told.scenario();
        var incident = PAGED.computeIfAbsent(told.toString(), _ -> paged(told));
        for (var move : story.deeds()) {
            var words = move.split(" ", 2);
            var at = scenario.pagedAt().plus(after(words[0]));
            incident = words[1].startsWith("ask ") ? asking(incident, at, words[1]) : acting(incident, at, words[1]);
        }
        var over = Decider.decide(scenario, incident, new Command.Observe(), scenario.endsAt())
                .after();
        var failed = failed(over);
        return switch (over.impact()) {
            case Impact.Ended(var since) -> new End(true, Duration.between(scenario.pagedAt(), since), failed);
            case Impact.Ongoing() -> new End(false, Duration.ZERO, failed);
        };
    }

    private static Incident paged(Told told) {
        return Decider.open(told.scenario(), SEED, told.cause(), ClockMode.LIVE, Instant.EPOCH, SAM)
                .after();
    }

    /** At the entry, from the beginning of the cause; as the debrief counts them, without replaying what nobody did. */
    private static double failed(Incident over) {
        var slo = over.scenario().system().slos().getFirst();
        var from = over.scenario().pagedAt().minus(over.cause().beginsAgo());
        var trajectory = over.world().trajectory();
        var until = over.scenario().endsAt();
        var rates = trajectory.series(Signal.REQUEST_RATE, slo.service(), Where.everywhere(), from, until);
        var ratios = trajectory.series(Signal.ERROR_RATIO, slo.service(), Where.everywhere(), from, until);
        var failed = 0.0;
        for (var i = 0; i < rates.size(); i++) {
            failed += rates.value(i) * ratios.value(i) * Trajectory.SAMPLE.toSeconds();
        }
        return failed;
    }

    private static Incident acting(Incident incident, Instant at, String words) {
        var decision =
                Decider.decide(incident.scenario(), incident, new Command.Act(SAM, action(incident, words), ""), at);
        assertThat(decision).as(words).isInstanceOf(Decision.Accepted.class);
        return decision.after();
    }

    /** A dimension and, where one is named, a service; {@code ask region-scope zuul}. */
    private static Incident asking(Incident incident, Instant at, String words) {
        var parts = List.of(words.split(" "));
        var dimension = Words.parse(Dimension.class, parts.get(1)).orElseThrow();
        var targets = parts.subList(2, parts.size()).stream()
                .map(service -> (Target) new Target.OfService(new ServiceId(service)))
                .toList();
        var understood = new Interpretation(dimension, targets, new Window.Usual(), 1, "");
        var ask = new Command.Ask(SAM, words, Understanding.answered(List.of(understood)));
        var decision = Decider.decide(incident.scenario(), incident, ask, at);
        assertThat(decision).as(words).isInstanceOf(Decision.Accepted.class);
        return decision.after();
    }

    /** As typed behind {@code /do} in a terminal. */
    private static Action action(Incident incident, String words) {
        var target = new StringBuilder();
        var arguments = new HashMap<String, String>();
        var parts = words.split(" ");
        for (var part : List.of(parts).subList(1, parts.length)) {
            var pair = part.split("=", 2);
            if (pair.length == 2) {
                arguments.put(pair[0], pair[1]);
            } else {
                target.append(target.isEmpty() ? "" : " ").append(part);
            }
        }
        return switch (ActionRequest.parse(incident.scenario(), parts[0], target.toString(), arguments)) {
            case ActionRequest.Parsed(var action) -> action;
            case ActionRequest.Rejected(var where, var refusal) ->
                throw new AssertionError(words + ": " + where + ", " + refusal.reason());
        };
    }

    /** {@code 11m}, {@code 11m30s} or {@code -3m} from the page. */
    private static Duration after(String words) {
        var iso = words.toUpperCase(java.util.Locale.ROOT);
        return iso.startsWith("-") ? Duration.parse("-PT" + iso.substring(1)) : Duration.parse("PT" + iso);
    }

    private static Stories storiesOf(String scenario, String cause) {
        return TABLE.getOrDefault(scenario, Map.of()).getOrDefault(cause, new Stories());
    }

    private static Map<String, Map<String, Stories>> table() {
        var mapper = YAMLMapper.builder().build();
        try (var file = EveryCauseTest.class.getResourceAsStream("/stories/every-cause.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the test resources lack /stories/every-cause.yaml");
            }
            return mapper.readValue(file, new tools.jackson.core.type.TypeReference<>() {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
