package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.compiler.ActionPhrase.Target;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.ActionPattern.Bound;
import mayday.scenario.ActionPattern.Relation;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Words;

/**
 * Reads an action as people say it: {@code roll back checkout}, {@code flag off inline-recs}, {@code shed load >= 40 %}, {@code
 * restart host 2 of web in eu-west}, or one of the scenario's own by its name, {@code replay-queue >= 50}.
 */
final class ActionReader {
    private static final Pattern BOUND = Pattern.compile(
            "(?<action>.*?)(?:\\s+(?<argument>[a-z][a-z0-9-]*))??\\s*(?<relation>[<>]=?|=)\\s*(?<value>\\d{1,6})\\s*%?");
    private static final Pattern IN = Pattern.compile("(?<action>.*\\S)\\s+in\\s+(?<region>\\S+)");
    private static final Pattern HOST = Pattern.compile("(?<number>\\d{1,3})\\s+of\\s+(?<service>\\S+)");

    private final Topology topology;
    private final Vocabulary vocabulary;
    private final Known flags;
    private final Problems problems;

    /** @param flags the flags that changes of the system and the scenario set */
    ActionReader(Topology topology, Vocabulary vocabulary, Set<String> flags, Problems problems) {
        this.topology = topology;
        this.vocabulary = vocabulary;
        this.flags = Known.of("flag", flags);
        this.problems = problems;
    }

    /** What is said after the action itself. */
    private record Saying(Text whole, String action, List<RegionId> in, Optional<Said> bound) {}

    /** A bound before it is known which argument it is about. */
    private record Said(String argument, Relation relation, int value, int at) {}

    /** The actions that {@code text} means; empty, with a problem, if it is none. */
    Optional<ActionPattern> read(Text text) {
        if (Scalars.isUnusable(text)) {
            return Optional.empty();
        }
        var saying = saying(text);
        var first = saying.action.split("\\s+", 2)[0];
        if (vocabulary.actions().containsKey(first)) {
            return own(first, saying);
        }
        for (var phrase : ActionPhrase.values()) {
            var length = phrase.lengthIn(saying.action);
            if (length > 0) {
                return pattern(phrase, length, saying);
            }
        }
        var known = Stream.concat(ActionPhrase.examples().stream(), vocabulary.actions().keySet().stream())
                .toList();
        problems.error(
                text.place(),
                "unknown-action",
                "`" + text.text() + "` is no action",
                Suggestions.nearestOrOneOf(text.text(), first, known));
        return Optional.empty();
    }

    private Saying saying(Text text) {
        var action = text.text();
        Optional<Said> bound = Optional.empty();
        var bounded = BOUND.matcher(action);
        if (bounded.matches()) {
            action = bounded.group("action");
            var argument = bounded.group("argument");
            var isArgument = argument != null
                    && vocabulary.actions().values().stream()
                            .anyMatch(own -> own.arguments().contains(argument));
            if (argument != null && !isArgument) {
                action = action + " " + argument;
            }
            bound = Optional.of(new Said(
                    isArgument ? argument : "",
                    relation(bounded.group("relation")),
                    Integer.parseInt(bounded.group("value")),
                    bounded.start("relation")));
        }
        var in = new ArrayList<RegionId>();
        var inside = IN.matcher(action);
        if (inside.matches()) {
            action = inside.group("action");
            in.add(topology.region(text, inside.group("region"), inside.start("region")));
        }
        return new Saying(text, action, in, bound);
    }

    private static Relation relation(String sign) {
        return Stream.of(Relation.values())
                .filter(relation -> relation.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private Optional<ActionPattern> pattern(ActionPhrase phrase, int length, Saying saying) {
        var rest = saying.action.substring(length);
        var name = rest.strip();
        var offset = saying.action.length() - rest.stripLeading().length();
        var host = HOST.matcher(name);
        var isHost = phrase.target() == Target.HOST;
        var wrong = isHost ? !host.matches() : name.isEmpty() != (phrase.target() == Target.NONE) || name.contains(" ");
        if (wrong) {
            problems.error(saying.whole.place(), "bad-action", "this action is written `" + phrase.example() + "`");
            return Optional.empty();
        }
        var bounds = new ArrayList<Bound>();
        if (isHost) {
            bounds.add(new Bound("host", Relation.EXACTLY, Integer.parseInt(host.group("number"))));
            service(saying.whole, host.group("service"), offset + host.start("service"));
            name = host.group("service");
        } else {
            target(phrase.target(), saying.whole, name, offset);
        }
        bounds(phrase.kind(), saying).forEach(bounds::add);
        var flagged = phrase.target() == Target.FLAG ? name + (phrase == ActionPhrase.FLAG_ON ? " on" : " off") : name;
        return Optional.of(new ActionPattern(phrase.kind(), "", flagged, saying.in, bounds));
    }

    private Stream<Bound> bounds(ActionKind kind, Saying saying) {
        var figure = kind.figure().filter(name -> !name.equals("host"));
        return saying.bound.stream().flatMap(said -> {
            if (figure.isEmpty()) {
                problems.error(
                        saying.whole.at(said.at),
                        "bad-action",
                        "this action has no figure to compare",
                        "`shed load >= 40 %` and `scale web >= 6` have one, and some of the scenario's own");
            }
            return figure.stream().map(name -> new Bound(name, said.relation, said.value));
        });
    }

    private void target(Target target, Text text, String name, int offset) {
        switch (target) {
            case OWN_SERVICE, HOST -> service(text, name, offset);
            case DATABASE -> service(text, name, offset, ServiceKind.DATABASE);
            case CACHE -> service(text, name, offset, ServiceKind.CACHE);
            case REGION -> topology.region(text, name, offset);
            case FLAG -> flags.check(text, name, offset, problems);
            case JOB -> Known.of("job", vocabulary.jobs()).check(text, name, offset, problems);
            case CLIENT -> Known.of("client", vocabulary.clients()).check(text, name, offset, problems);
            case AUTOMATION -> Known.of("automation", vocabulary.automations()).check(text, name, offset, problems);
            case NONE -> {}
        }
    }

    private Optional<ActionPattern> own(String id, Saying saying) {
        var own = vocabulary.actions().get(id);
        var target = saying.action.substring(id.length()).strip();
        if (own == null) {
            return Optional.empty();
        }
        if (!target.isEmpty()) {
            Known.of("target", own.targets())
                    .check(saying.whole, target, saying.action.length() - target.length(), problems);
        }
        var bounds = new ArrayList<Bound>();
        for (var said : saying.bound.stream().toList()) {
            var named = !said.argument.isEmpty();
            if (own.arguments().size() == 1 || (named && own.arguments().contains(said.argument))) {
                var argument =
                        named ? said.argument : own.arguments().iterator().next();
                bounds.add(new Bound(argument, said.relation, said.value));
            } else {
                problems.error(
                        saying.whole.at(said.at),
                        "bad-action",
                        own.arguments().isEmpty()
                                ? "`" + id + "` has no argument"
                                : "`" + id + "` has several arguments, and this does not say which",
                        own.arguments().isEmpty()
                                ? ""
                                : "name it before the figure: " + Suggestions.oneOf(own.arguments()));
            }
        }
        return Optional.of(new ActionPattern(ActionKind.OWN, id, target, saying.in, bounds));
    }

    private void service(Text text, String name, int offset) {
        var service = topology.find(topology.service(text, name, offset));
        if (service.filter(there -> there.kind() == ServiceKind.THIRD_PARTY).isPresent()) {
            problems.error(
                    text.at(offset),
                    "not-ours",
                    "`" + name + "` is somebody else's service: nobody here can act on it");
        }
    }

    private void service(Text text, String name, int offset, ServiceKind kind) {
        ServiceId id = topology.service(text, name, offset);
        var service = topology.find(id);
        if (service.filter(there -> there.kind() != kind).isPresent()) {
            problems.error(
                    text.at(offset),
                    "wrong-kind",
                    "`" + name + "` is not a service of kind `" + Words.kebab(kind) + "`");
        }
    }
}
