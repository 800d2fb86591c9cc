package mayday.compiler;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.ActionKind;

/** The ways to say a generic action; longer ones first, since one may begin another. */
enum ActionPhrase {
    UNFREEZE_AUTOMATION("unfreeze automation", ActionKind.UNFREEZE_AUTOMATION, Target.AUTOMATION),
    FREEZE_AUTOMATION("freeze automation", ActionKind.FREEZE_AUTOMATION, Target.AUTOMATION),
    RENEW_CERTIFICATE("renew certificate", ActionKind.RENEW_CERTIFICATE, Target.OWN_SERVICE),
    UNBLOCK_CLIENT("unblock client", ActionKind.UNBLOCK_CLIENT, Target.CLIENT),
    REVERT_CONFIG("revert config", ActionKind.REVERT_CONFIG, Target.OWN_SERVICE),
    TAKE_OUT_HOST("take out host", ActionKind.TAKE_OUT_HOST, Target.HOST),
    BLOCK_CLIENT("block client", ActionKind.BLOCK_CLIENT, Target.CLIENT),
    RESTART_HOST("restart host", ActionKind.RESTART_HOST, Target.HOST),
    USE_RESOLVER("use resolver", ActionKind.USE_RESOLVER, Target.OWN_SERVICE),
    FLUSH_CACHE("flush cache", ActionKind.FLUSH_CACHE, Target.CACHE),
    RETURN_HOST("return host", ActionKind.RETURN_HOST, Target.HOST),
    KILL_QUERY("kill query", ActionKind.KILL_QUERY, Target.DATABASE),
    FLUSH_DNS("flush dns", ActionKind.FLUSH_DNS, Target.NONE),
    ROLL_BACK("roll back", ActionKind.ROLL_BACK, Target.OWN_SERVICE),
    SHED_LOAD("shed load", ActionKind.SHED_LOAD, Target.NONE),
    FAIL_OVER("fail over", ActionKind.FAIL_OVER, Target.DATABASE),
    STOP_JOB("stop job", ActionKind.STOP_JOB, Target.JOB),
    FLAG_OFF("flag off", ActionKind.SET_FLAG, Target.FLAG),
    FLAG_ON("flag on", ActionKind.SET_FLAG, Target.FLAG),
    UNFREEZE("unfreeze", ActionKind.UNFREEZE_AUTOMATION, Target.AUTOMATION),
    RESTART("restart", ActionKind.RESTART, Target.OWN_SERVICE),
    FREEZE("freeze", ActionKind.FREEZE_AUTOMATION, Target.AUTOMATION),
    RETURN("return", ActionKind.RETURN_REGION, Target.REGION),
    SCALE("scale", ActionKind.SCALE, Target.OWN_SERVICE),
    DRAIN("drain", ActionKind.DRAIN_REGION, Target.REGION);

    /** What an action is done to. */
    enum Target {
        OWN_SERVICE("<service>"),
        DATABASE("<database>"),
        CACHE("<cache>"),
        REGION("<region>"),
        FLAG("<flag>"),
        JOB("<job>"),
        CLIENT("<client>"),
        AUTOMATION("<automation>"),
        HOST("<number> of <service>"),
        NONE("");

        private final String written;

        Target(String written) {
            this.written = written;
        }
    }

    private final String words;
    private final ActionKind kind;
    private final Target target;

    ActionPhrase(String words, ActionKind kind, Target target) {
        this.words = words;
        this.kind = kind;
        this.target = target;
    }

    ActionKind kind() {
        return kind;
    }

    Target target() {
        return target;
    }

    /** As it is written with what it is done to: {@code restart <service>}. */
    String example() {
        return (words + " " + target.written).strip();
    }

    static List<String> examples() {
        return Arrays.stream(values()).map(ActionPhrase::example).toList();
    }

    /** How much of {@code text} it is, written with spaces or with hyphens; 0: it is another. */
    int lengthIn(String text) {
        return Stream.of(words, words.replace(' ', '-'))
                        .anyMatch(each -> text.equals(each) || text.startsWith(each + " "))
                ? words.length()
                : 0;
    }
}
