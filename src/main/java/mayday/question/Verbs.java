package mayday.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.scenario.ActionKind;

/** By which words orders for the generic actions are known. */
final class Verbs {
    /** Things that verbs such as "stop" are about; the names of a scenario's own come on top. */
    static final Pattern JOB = Pattern.compile("\\b(?:jobs?|cron(?:job)?s?|batch|backup|scheduled task)\\b");

    static final Pattern CLIENT =
            Pattern.compile("\\b(?:clients?|scrapers?|bots?|crawlers?|partner|caller|abuser|customer)\\b");
    static final Pattern AUTOMATION = Pattern.compile(
            "\\b(?:automations?|auto ?-?scal(?:er|ing)|healer|robot|auto ?-?(?:heal|remediat|restart)\\w*)\\b");
    static final Pattern FLAG = Pattern.compile("\\b(?:flags?|features?|toggle|experiment|kill switch)\\b");
    static final Pattern ON =
            Pattern.compile("^(?:re-?)?enable\\b|\\b(?:turn|switch|flip|toggle|put|set)\\b.*\\bon\\b|\\bto true\\b");
    static final Pattern ON_OFF = Pattern.compile(
            "\\b(?:turn|switch|flip|toggle|set|put)\\b.*\\b(?:on|off)\\b|^(?:re-?)?(?:enable|disable|activate|deactivate)\\b");
    static final Pattern RESOLVER = Pattern.compile("\\b(?:resolvers?|name ?servers?)\\b");
    static final Pattern TRAFFIC = Pattern.compile("\\b(?:regions?|traffic|users|load)\\b");
    static final Pattern OTHER = Pattern.compile("\\b(?:other|another|second|backup|secondary|different)\\b");
    static final Pattern PERCENT = Pattern.compile("\\b(\\d{1,3}) ?(?:%|percent|per cent)");
    static final Pattern NUMBER = Pattern.compile("(?:\\bto |=|\\bwith |\\bat )(\\d{1,5})\\b");

    private Verbs() {}

    /**
     * Words of an order and the action that they mean.
     *
     * @param needsHost whether they mean it only if a host is named
     */
    record Sign(Pattern words, ActionKind kind, boolean needsHost) {}

    /** In order: the first that fits is meant. */
    static final List<Sign> SIGNS = List.of(
            sign("certificate|\\b(?:tls|ssl) cert", ActionKind.RENEW_CERTIFICATE),
            sign(
                    "(?:flush|clear|purge|wipe|empty|reset)\\b.*\\b(?:dns|resolvers?|name ?servers?)\\b",
                    ActionKind.FLUSH_DNS),
            sign(
                    "^(?:unblock|unban|let\\b.*\\b(?:back )?in\\b|allow\\b.*\\b(?:again|back)|stop blocking)",
                    ActionKind.UNBLOCK_CLIENT),
            sign(
                    "^(?:unfreeze|resume|unpause|re-?enable|thaw|release)\\b|^let\\b.*\\brun\\b",
                    ActionKind.UNFREEZE_AUTOMATION),
            sign(
                    "^(?:freeze|pause|stop|disable|suspend|hold|turn off|switch off|halt|turn\\b.*\\boff)\\b",
                    ActionKind.FREEZE_AUTOMATION),
            sign(
                    "^(?:kill|cancel|terminate|abort|stop|end)\\b.*\\b(?:quer(?:y|ies)|statements?|transactions?|backends?|pids?)\\b",
                    ActionKind.KILL_QUERY),
            sign("^(?:stop|kill|cancel|pause|abort|suspend|disable|end|halt|turn off)\\b", ActionKind.STOP_JOB),
            sign(
                    "^(?:block|ban|blacklist|deny|cut off|shut out|lock out|kick out|reject|throttle|rate ?limit|stop)\\b",
                    ActionKind.BLOCK_CLIENT),
            sign("^(?:use|switch|change|point|move|go)\\b", ActionKind.USE_RESOLVER),
            host(
                    "\\b(?:put|bring|return|add|restore|register|uncordon)\\b.*\\b(?:back|in|again)\\b|^uncordon",
                    ActionKind.RETURN_HOST),
            host("^(?:restart|reboot|bounce|recycle|power ?cycle)\\b", ActionKind.RESTART_HOST),
            host(
                    "^(?:take|pull|remove|drain|cordon|isolate|quarantine|evict|terminate|deregister|kill|retire|replace|detach)\\b",
                    ActionKind.TAKE_OUT_HOST),
            sign(
                    "^(?:turn|switch|flip|toggle|disable|enable|re-?enable|kill|set|roll ?back|revert|undo|deactivate|activate)\\b",
                    ActionKind.SET_FLAG),
            sign("config|setting|migration|rule\\b|parameter", ActionKind.REVERT_CONFIG),
            sign(
                    "roll\\w* (?:\\w+ ){0,4}back|rollback|\\b(?:revert|undo|back out|previous (?:version|build|release)|old (?:version|build|release)|downgrade|last good|known good)\\b",
                    ActionKind.ROLL_BACK),
            sign("fail\\w* ?(?:\\w+ ){0,2}over|failover|promote|standby", ActionKind.FAIL_OVER),
            sign(
                    "(?:flush|clear|purge|wipe|empty|invalidate|reset|nuke)\\b.*(?:cache|redis|memcached)|cache.*(?:flush|clear)",
                    ActionKind.FLUSH_CACHE),
            sign(
                    "^(?:put|bring|send|return|restore|give)\\b.*(?:back|traffic)|^return (?:the )?region|^undrain|^fail\\w* ?back",
                    ActionKind.RETURN_REGION),
            sign(
                    "drain|evacuate|\\b(?:move|shift|route|reroute|redirect|steer|divert|take)\\b.*(?:traffic|users|load|region|away|out)",
                    ActionKind.DRAIN_REGION),
            sign(
                    "^shed\\b|^(?:drop(?! in\\b| of\\b)|reject|turn away|refuse)\\b.*\\b(?:traffic|load|requests|users)\\b|^throttle\\b|^rate ?limit (?:the|those|that|these|them|all|bots|clients|users|everybody|everyone)\\b",
                    ActionKind.SHED_LOAD),
            sign(
                    "scal(?:e|ing)|replica|instances|capacity|bigger|double|add (?:more )?(?:pods|hosts|nodes)|more (?:pods|hosts|nodes)|spin up|pods to",
                    ActionKind.SCALE),
            sign("restart|reboot|bounc|recycl|kick|kill|reset", ActionKind.RESTART));

    /** With one of these even a text that was not known to be an order is one: their verbs ask nothing. */
    private static final Set<ActionKind> TELLING = EnumSet.of(
            ActionKind.FREEZE_AUTOMATION,
            ActionKind.UNFREEZE_AUTOMATION,
            ActionKind.BLOCK_CLIENT,
            ActionKind.UNBLOCK_CLIENT,
            ActionKind.KILL_QUERY,
            ActionKind.STOP_JOB,
            ActionKind.SET_FLAG,
            ActionKind.SHED_LOAD,
            ActionKind.RETURN_REGION);

    static boolean isTelling(ActionKind kind) {
        return TELLING.contains(kind);
    }

    private static Sign sign(String words, ActionKind kind) {
        return new Sign(Pattern.compile(words), kind, false);
    }

    private static Sign host(String words, ActionKind kind) {
        return new Sign(Pattern.compile(words), kind, true);
    }
}
