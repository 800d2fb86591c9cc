package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mayday.compiler.Token.Kind;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionPattern;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Input;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.StateId;
import mayday.scenario.VariableId;
import mayday.scenario.Where;
import mayday.scenario.Words;

/**
 * Reads what a formula looks at, from the words of a formula: {@code checkout@eu-west.latency-p99}, {@code calls("web ->
 * catalog").failure-ratio}, {@code var.lost-jobs}, {@code done("restart web")}, {@code severity}.
 */
final class InputReader {
    private static final List<String> CONSTANTS = List.of("hour", "minutes_since_page", "severity");
    private static final List<String> FUNCTIONS =
            List.of("calls", "done", "escalated", "in_state", "running", "seen", "stated", "told");
    private static final String CALLS = "calls";

    private final Topology topology;
    private final Vocabulary vocabulary;
    private final ActionReader actions;
    private final Optional<CauseId> cause;
    private final Problems problems;

    /** @param cause the cause whose states may be named without it; empty outside of causes */
    InputReader(
            Topology topology,
            Vocabulary vocabulary,
            ActionReader actions,
            Optional<CauseId> cause,
            Problems problems) {
        this.topology = topology;
        this.vocabulary = vocabulary;
        this.actions = actions;
        this.cause = cause;
        this.problems = problems;
    }

    /**
     * An input and where the words after it begin.
     *
     * @param input empty if it could not be read, which was reported
     */
    record Read(Optional<Input> input, int next) {}

    /** The input that begins at word {@code i}, which is a name. */
    Read read(Text text, List<Token> words, int i) {
        if (i + 1 < words.size() && words.get(i + 1).is("(")) {
            return function(text, words, i);
        }
        var at = i + 1 < words.size() && words.get(i + 1).is("@") && i + 2 < words.size();
        var dot = at ? i + 3 : i + 1;
        if (dot + 1 < words.size()
                && words.get(dot).is(".")
                && words.get(dot + 1).kind() == Kind.NAME) {
            return new Read(member(text, words, i, at, words.get(dot + 1)), dot + 2);
        }
        return new Read(constant(text, words.get(i)), i + 1);
    }

    private Optional<Input> member(Text text, List<Token> words, int i, boolean inRegion, Token member) {
        var owner = words.get(i);
        if (owner.text().equals("var")) {
            var name = Known.of("variable", vocabulary.variables()).check(text, member.text(), member.at(), problems);
            return Optional.of(new Input.OfVariable(new VariableId(name)));
        }
        var service = topology.service(text, owner.text(), owner.at());
        var where = Where.everywhere();
        if (inRegion) {
            var region = words.get(i + 2);
            where = Where.in(topology.regionOf(service, text, region.text(), region.at()));
        }
        var place = where;
        return signal(text, member, Signal.class).map(signal -> new Input.OfService(service, place, signal));
    }

    private <E extends Enum<E>> Optional<E> signal(Text text, Token word, Class<E> type) {
        var name = word.text().replace('_', '-');
        var signal = Words.parse(type, name);
        if (signal.isEmpty()) {
            Known.of(
                            "signal",
                            Stream.of(type.getEnumConstants()).map(Words::kebab).toList())
                    .check(text, name, word.at(), problems);
        }
        return signal;
    }

    private Optional<Input> constant(Text text, Token word) {
        return switch (word.text().replace('-', '_')) {
            case "hour" -> Optional.of(new Input.Hour());
            case "minutes_since_page" -> Optional.of(new Input.MinutesSincePage());
            case "severity" -> Optional.of(new Input.DeclaredSeverity());
            default -> {
                problems.error(
                        text.at(word.at()),
                        "unknown-name",
                        "`" + word.text() + "` is nothing that a condition can look at",
                        Suggestions.nearest(word.text(), names()));
                yield Optional.empty();
            }
        };
    }

    private static List<String> names() {
        return Stream.concat(
                        CONSTANTS.stream(),
                        Stream.concat(FUNCTIONS.stream().map(each -> each + "(...)"), Stream.of("service.signal")))
                .toList();
    }

    private Read function(Text text, List<Token> words, int i) {
        var name = words.get(i);
        var arguments = new ArrayList<Token>();
        var next = i + 2;
        while (next < words.size() && !words.get(next).is(")")) {
            if (words.get(next).kind() == Kind.QUOTED) {
                arguments.add(words.get(next));
            } else if (!words.get(next).is(",")) {
                problems.error(
                        text.at(words.get(next).at()),
                        "bad-condition",
                        "`" + name.text() + "(...)` takes names in quotes",
                        "write it like " + example(name.text()));
                return new Read(Optional.empty(), closing(words, next));
            }
            next++;
        }
        next = Math.min(next + 1, words.size());
        if (!FUNCTIONS.contains(name.text())) {
            problems.error(
                    text.at(name.at()),
                    "unknown-function",
                    "there is no function `" + name.text() + "`",
                    Suggestions.nearest(name.text(), FUNCTIONS));
            return new Read(Optional.empty(), next);
        }
        var most = name.text().equals("seen") || name.text().equals("stated") ? 2 : 1;
        if (arguments.isEmpty() || arguments.size() > most) {
            problems.error(
                    text.at(name.at()),
                    "bad-condition",
                    "`" + name.text() + "(...)` takes " + (most == 1 ? "one name" : "one or two names") + " in quotes",
                    "write it like " + example(name.text()));
            return new Read(Optional.empty(), next);
        }
        if (name.text().equals(CALLS)) {
            return calls(text, words, arguments.getFirst(), next);
        }
        return new Read(called(text, name.text(), arguments), next);
    }

    private static int closing(List<Token> words, int from) {
        var next = from;
        while (next < words.size() && !words.get(next).is(")")) {
            next++;
        }
        return Math.min(next + 1, words.size());
    }

    private static String example(String function) {
        return switch (function) {
            case CALLS -> "`calls(\"web -> catalog\").failure-ratio`";
            case "done", "running" -> "`" + function + "(\"restart web\")`";
            case "escalated" -> "`escalated(\"payments\")`";
            case "in_state" -> "`in_state(\"bad-release/failing\")`";
            case "seen" -> "`seen(\"db-health\", \"orders-db\")`";
            case "stated" -> "`stated(\"bad-release\", \"checkout\")`";
            case "told" -> "`told(\"status-page\")`";
            default -> "`done(\"restart web\")`";
        };
    }

    private Optional<Input> called(Text text, String function, List<Token> arguments) {
        var first = arguments.getFirst();
        return switch (function) {
            case "done" -> action(text, first).map(Input.Done::new);
            case "running" -> action(text, first).map(Input.Running::new);
            case "escalated" -> Optional.of(new Input.Escalated(topology.team(part(text, first))));
            case "in_state" -> state(text, first);
            case "seen" ->
                word(text, first, Dimension.class, "dimension")
                        .map(dimension -> new Input.Seen(dimension, services(text, arguments)));
            case "stated" ->
                word(text, first, FaultClass.class, "fault class")
                        .map(faultClass -> new Input.Stated(faultClass, target(text, arguments)));
            default -> word(text, first, Audience.class, "audience").map(Input.Told::new);
        };
    }

    private Optional<ActionPattern> action(Text text, Token words) {
        return actions.read(part(text, words));
    }

    private static Text part(Text text, Token words) {
        return new Text(text.at(words.inside()), words.text(), Text.Style.PLAIN);
    }

    private List<ServiceId> services(Text text, List<Token> arguments) {
        return arguments.stream()
                .skip(1)
                .map(each -> topology.service(text, each.text(), each.inside()))
                .toList();
    }

    private String target(Text text, List<Token> arguments) {
        if (arguments.size() == 1) {
            return "";
        }
        var target = arguments.get(1);
        return topology.isRegion(target.text())
                ? target.text()
                : topology.service(text, target.text(), target.inside()).value();
    }

    private <E extends Enum<E>> Optional<E> word(Text text, Token token, Class<E> type, String noun) {
        var word = token.text().toLowerCase(Locale.ROOT);
        var found = Words.parse(type, word);
        if (found.isEmpty()) {
            Known.of(noun, Stream.of(type.getEnumConstants()).map(Words::kebab).toList())
                    .check(text, token.text(), token.inside(), problems);
        }
        return found;
    }

    private Optional<Input> state(Text text, Token token) {
        var slash = token.text().indexOf('/');
        if (slash < 0 && cause.isEmpty()) {
            problems.error(
                    text.at(token.inside()),
                    "state-without-cause",
                    "outside of a cause a state is named with its cause",
                    "write it like `in_state(\"cause/" + token.text() + "\")`");
            return Optional.empty();
        }
        var causeName = slash < 0 ? cause.get().value() : token.text().substring(0, slash);
        var known = Known.of("cause", vocabulary.states().keySet());
        known.check(text, causeName, token.inside(), problems);
        var states = vocabulary.states().get(causeName);
        if (states == null) {
            return Optional.empty();
        }
        var stateName = token.text().substring(slash + 1);
        Known.of("state", states).check(text, stateName, token.inside() + slash + 1, problems);
        return Optional.of(new Input.InState(new CauseId(causeName), new StateId(stateName)));
    }

    /** {@code calls("web@eu-west -> catalog").failure-ratio}. */
    private Read calls(Text text, List<Token> words, Token ends, int next) {
        if (next + 1 >= words.size()
                || !words.get(next).is(".")
                || words.get(next + 1).kind() != Kind.NAME) {
            problems.error(
                    text.at(ends.inside()),
                    "bad-condition",
                    "`calls(...)` is followed by a signal",
                    "write it like " + example(CALLS));
            return new Read(Optional.empty(), next);
        }
        var at = ends.text().indexOf('@');
        var arrow = ends.text().indexOf("->");
        Supplier<Where> where = Where::everywhere;
        var plain = ends.text();
        if (at >= 0 && arrow > at) {
            var region = ends.text().substring(at + 1, arrow).strip();
            plain = ends.text().substring(0, at) + " " + ends.text().substring(arrow);
            var caller = new ServiceId(ends.text().substring(0, at).strip());
            where = () -> Where.in(topology.regionOf(caller, text, region, ends.inside() + at + 1));
        }
        var dependency = topology.dependency(new Text(text.at(ends.inside()), plain, Text.Style.PLAIN));
        var place = where.get();
        var signal = signal(text, words.get(next + 1), DependencySignal.class);
        return new Read(
                signal.map(each -> new Input.OfCalls(dependency.from(), dependency.to(), place, each)), next + 2);
    }
}
