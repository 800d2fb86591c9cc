package mayday.incident;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mayday.incident.Terms.Coaching;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.scenario.Words;

/**
 * What a form, the API or a terminal says about the incident that is to be opened, in their words.
 *
 * @param scenario a scenario's id
 * @param clock {@code practice} or {@code live}
 * @param seed a whole number of 64 bits; empty to have one drawn
 * @param cause the id of the true cause; empty to have it drawn by the seed
 * @param rubric the id of the rubric that judges it; empty for the default one
 * @param help which help is wanted
 */
public record OpeningRequest(String scenario, String clock, String seed, String cause, String rubric, Help help) {
    private static final int LONG_BITS = 63;

    /** Judged by the default rubric, with the help that there is if none is named. */
    public OpeningRequest(String scenario, String clock, String seed, String cause) {
        this(scenario, clock, seed, cause, "", Help.USUAL);
    }

    /**
     * Which help is wanted, in their words.
     *
     * @param hints {@code true} or {@code false}; empty for what is usual: on a practice clock they may be taken, on a live one not
     * @param coach {@code off}, {@code sparse}, {@code usual}, {@code close} or {@code guide}; empty for {@code off}
     * @param byFacilitator whether a facilitator asks: only they allow help on a live clock
     */
    public record Help(String hints, String coach, boolean byFacilitator) {
        public static final Help USUAL = new Help("", "", false);
    }

    /**
     * An incident that suits somebody's first minutes.
     *
     * @param scenario a scenario's id
     */
    public record First(String scenario, long seed) {}

    /** With what {@code first} says in place of what is left out, if a guide is wanted and no scenario is named; else as it is. */
    public OpeningRequest orFirst(First first) {
        return !help.coach().equals(Words.kebab(Coaching.GUIDE)) || !scenario.isEmpty()
                ? this
                : new OpeningRequest(
                        first.scenario(),
                        clock.isEmpty() ? Words.kebab(ClockMode.PRACTICE) : clock,
                        seed.isEmpty() ? Long.toString(first.seed()) : seed,
                        cause,
                        rubric,
                        help);
    }

    /** What became of the words. */
    public sealed interface Reading {}

    /** They say what to open. */
    public record Parsed(Scenario scenario, long seed, CauseId cause, ClockMode mode, Terms terms) implements Reading {}

    /** They do not: every mistake in them, at least one. */
    public record Rejected(List<Mistake> mistakes) implements Reading {
        public Rejected {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param where the name of the component above
     * @param said what it was; empty if it was left out
     * @param detail what it should be, such as {@code must be one of practice, live}
     */
    public record Mistake(String where, String said, String detail) {}

    /**
     * Reads the words. Pure.
     *
     * @param playable the scenarios to choose from
     * @param rubrics the ids of the rubrics to choose from
     * @param drawn the seed if none is said
     */
    public Reading read(Collection<Scenario> playable, List<String> rubrics, long drawn) {
        var mistakes = new ArrayList<Mistake>();
        var chosen = oneOf(
                "scenario", scenario, List.copyOf(playable), each -> each.id().value(), mistakes);
        var mode = oneOf("clock", clock, Arrays.asList(ClockMode.values()), Words::kebab, mistakes);
        var number = seed.isEmpty() ? Optional.of(drawn) : number(seed);
        if (number.isEmpty()) {
            mistakes.add(new Mistake("seed", seed, "must be a whole number of 64 bits"));
        }
        var truth =
                chosen.flatMap(each -> cause.isEmpty() ? number.map(by -> Decider.drawCause(each, by)) : cause(each));
        if (chosen.isPresent() && number.isPresent() && truth.isEmpty()) {
            // The others are not listed: who plays should not read what it might be.
            mistakes.add(new Mistake("cause", cause, "must be a cause of this scenario"));
        }
        var judgedBy = oneOf(
                "rubric", rubric.isEmpty() ? Terms.DEFAULT_RUBRIC : rubric, rubrics, Function.identity(), mistakes);
        var coach = help.coach().isEmpty()
                ? Optional.of(Coaching.OFF)
                : oneOf("coach", help.coach(), Arrays.asList(Coaching.values()), Words::kebab, mistakes);
        var hints = help.hints().isEmpty()
                ? Optional.of(mode.equals(Optional.of(ClockMode.PRACTICE)))
                : oneOf("hints", help.hints(), List.of(true, false), String::valueOf, mistakes);
        if (mode.equals(Optional.of(ClockMode.LIVE)) && !help.byFacilitator()) {
            onlyInPractice("hints", help.hints(), "false", hints.equals(Optional.of(true)), mistakes);
            onlyInPractice(
                    "coach",
                    help.coach(),
                    "off",
                    coach.filter(Coaching.OFF::equals).isEmpty(),
                    mistakes);
        }
        return mistakes.isEmpty()
                ? new Parsed(
                        chosen.orElseThrow(),
                        number.orElseThrow(),
                        truth.orElseThrow(),
                        mode.orElseThrow(),
                        new Terms(judgedBy.orElseThrow(), hints.orElseThrow(), coach.orElseThrow()))
                : new Rejected(mistakes);
    }

    private static void onlyInPractice(String where, String said, String none, boolean wanted, List<Mistake> mistakes) {
        var known = mistakes.stream().anyMatch(each -> each.where().equals(where));
        if (wanted && !known) {
            mistakes.add(new Mistake(
                    where,
                    said,
                    "must be " + none + " on a live clock (help is for practice, unless a facilitator allows it)"));
        }
    }

    private static <T> Optional<T> oneOf(
            String where, String said, List<T> choices, Function<T, String> word, List<Mistake> mistakes) {
        var chosen =
                choices.stream().filter(each -> word.apply(each).equals(said)).findFirst();
        if (chosen.isEmpty()) {
            var known = "must be one of "
                    + String.join(", ", choices.stream().map(word).toList());
            mistakes.add(new Mistake(where, said, said.isEmpty() ? "is missing; it " + known : known));
        }
        return chosen;
    }

    private Optional<CauseId> cause(Scenario chosen) {
        return chosen.causes().stream()
                .map(Cause::id)
                .filter(each -> each.value().equals(cause))
                .findFirst();
    }

    private static Optional<Long> number(String seed) {
        if (!seed.matches("-?[0-9]{1,19}")) {
            return Optional.empty();
        }
        var number = new BigInteger(seed);
        return number.bitLength() <= LONG_BITS ? Optional.of(number.longValueExact()) : Optional.empty();
    }
}
