package mayday.compiler;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.ServiceKind;
import mayday.scenario.Words;

/** Reads an action as people say it: {@code roll back checkout}, {@code flag off inline-recs}, {@code shed load}. */
final class ActionReader {

    /** What an action is done to. */
    private enum Target {
        OWN_SERVICE("service"),
        DATABASE("database"),
        CACHE("cache"),
        REGION("region"),
        FLAG("flag"),
        NONE("");

        private final String noun;

        Target(String noun) {
            this.noun = noun;
        }
    }

    /** The ways to say an action; longer ones first, since one may begin another. */
    private enum Phrase {
        RENEW_CERTIFICATE("renew certificate", ActionKind.RENEW_CERTIFICATE, Target.OWN_SERVICE),
        REVERT_CONFIG("revert config", ActionKind.REVERT_CONFIG, Target.OWN_SERVICE),
        FLUSH_CACHE("flush cache", ActionKind.FLUSH_CACHE, Target.CACHE),
        FLUSH_DNS("flush dns", ActionKind.FLUSH_DNS, Target.NONE),
        ROLL_BACK("roll back", ActionKind.ROLL_BACK, Target.OWN_SERVICE),
        SHED_LOAD("shed load", ActionKind.SHED_LOAD, Target.NONE),
        FAIL_OVER("fail over", ActionKind.FAIL_OVER, Target.DATABASE),
        FLAG_OFF("flag off", ActionKind.SET_FLAG, Target.FLAG),
        FLAG_ON("flag on", ActionKind.SET_FLAG, Target.FLAG),
        RESTART("restart", ActionKind.RESTART, Target.OWN_SERVICE),
        RETURN("return", ActionKind.RETURN_REGION, Target.REGION),
        SCALE("scale", ActionKind.SCALE, Target.OWN_SERVICE),
        DRAIN("drain", ActionKind.DRAIN_REGION, Target.REGION);

        private final String words;
        private final ActionKind kind;
        private final Target target;

        Phrase(String words, ActionKind kind, Target target) {
            this.words = words;
            this.kind = kind;
            this.target = target;
        }

        String example() {
            return target == Target.NONE ? words : words + " <" + target.noun + ">";
        }
    }

    private static final List<String> EXAMPLES =
            Arrays.stream(Phrase.values()).map(Phrase::example).toList();

    private final Topology topology;
    private final Known flags;
    private final Problems problems;

    /** @param flags the flags that changes of the system and the scenario set */
    ActionReader(Topology topology, Set<String> flags, Problems problems) {
        this.topology = topology;
        this.flags = Known.of("flag", flags);
        this.problems = problems;
    }

    /** The actions that {@code text} means; empty, with a problem, if it is none. */
    Optional<ActionPattern> read(Text text) {
        if (Scalars.isUnusable(text)) {
            return Optional.empty();
        }
        for (var phrase : Phrase.values()) {
            if (text.text().equals(phrase.words) || text.text().startsWith(phrase.words + " ")) {
                return pattern(phrase, text);
            }
        }
        problems.error(
                text.place(),
                "unknown-action",
                "`" + text.text() + "` is no action",
                "write one of " + Suggestions.oneOf(EXAMPLES));
        return Optional.empty();
    }

    private Optional<ActionPattern> pattern(Phrase phrase, Text text) {
        var rest = text.text().substring(phrase.words.length());
        var name = rest.strip();
        var offset = text.text().length() - rest.stripLeading().length();
        if (name.isEmpty() != (phrase.target == Target.NONE) || name.contains(" ")) {
            problems.error(text.place(), "bad-action", "this action is written `" + phrase.example() + "`");
            return Optional.empty();
        }
        switch (phrase.target) {
            case OWN_SERVICE -> service(text, name, offset);
            case DATABASE -> service(text, name, offset, ServiceKind.DATABASE);
            case CACHE -> service(text, name, offset, ServiceKind.CACHE);
            case REGION -> topology.region(text, name, offset);
            case FLAG -> flags.check(text, name, offset, problems);
            case NONE -> {}
        }
        return Optional.of(
                phrase.target == Target.FLAG
                        ? ActionPattern.ofFlag(name, phrase == Phrase.FLAG_ON)
                        : new ActionPattern(phrase.kind, name));
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
        var service = topology.find(topology.service(text, name, offset));
        if (service.filter(there -> there.kind() != kind).isPresent()) {
            problems.error(
                    text.at(offset),
                    "wrong-kind",
                    "`" + name + "` is not a service of kind `" + Words.kebab(kind) + "`");
        }
    }
}
