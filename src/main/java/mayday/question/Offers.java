package mayday.question;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mayday.incident.Understanding.Offer;
import mayday.scenario.ActionKind;

/** Guesses which action an order means and which class of fault a claim names, to be confirmed by the learner. */
final class Offers {
    private record Sign(Pattern words, ActionKind kind) {}

    /** In order: the first that fits is offered. */
    private static final List<Sign> SIGNS = List.of(
            sign("certificate|tls|ssl", ActionKind.RENEW_CERTIFICATE),
            sign("(flush|clear|purge|wipe|empty|reset)\\b.*\\b(dns|resolvers?|name server)\\b", ActionKind.FLUSH_DNS),
            sign("flag|feature|toggle|experiment|kill switch", ActionKind.SET_FLAG),
            sign("config|setting|migration|rule\\b|parameter", ActionKind.REVERT_CONFIG),
            sign(
                    "roll\\w* (\\w+ ){0,4}back|rollback|\\b(revert|undo|back out|previous (version|build|release)|old (version|build|release)|downgrade|last good|known good)\\b",
                    ActionKind.ROLL_BACK),
            sign("fail\\w* ?(\\w+ ){0,2}over|failover|promote|standby", ActionKind.FAIL_OVER),
            sign(
                    "(flush|clear|purge|wipe|empty|invalidate|reset|nuke)\\b.*(cache|redis|memcached)|cache.*(flush|clear)",
                    ActionKind.FLUSH_CACHE),
            sign(
                    "(put|bring|send|return|restore|give)\\b.*\\bregion\\b.*(back|traffic)|(back|return).*\\bregion|undrain",
                    ActionKind.RETURN_REGION),
            sign(
                    "drain|evacuate|\\b(move|shift|route|reroute|redirect|steer|divert)\\b.*(traffic|users|load|region|away)|take region",
                    ActionKind.DRAIN_REGION),
            sign("shed|throttl|rate ?limit|block|ban\\b|turn .*away|drop .*traffic", ActionKind.SHED_LOAD),
            sign(
                    "scal(e|ing)|replica|instances|capacity|bigger|double|add (more )?(pods|hosts|nodes)|more (pods|hosts|nodes)|spin up|pods to",
                    ActionKind.SCALE),
            sign("restart|reboot|bounc|recycl|kick|kill|reset", ActionKind.RESTART));

    private Offers() {}

    /** The action that {@code read} seems to order, of what is mentioned first. */
    static Offer action(String read, Mentions mentions) {
        for (var sign : SIGNS) {
            if (sign.words().matcher(read).find()) {
                return new Offer(sign.kind().id(), "", target(mentions));
            }
        }
        return new Offer("", "", target(mentions));
    }

    static Offer action(String kind, String read, Mentions mentions) {
        return kind.isEmpty() ? action(read, mentions) : new Offer(kind, "", target(mentions));
    }

    /** The fault that {@code read} seems to claim. */
    static Offer claim(String read, Mentions mentions, Map<String, List<String>> faults) {
        var words = " " + read + " ";
        for (var fault : faults.entrySet()) {
            if (fault.getValue().stream().anyMatch(word -> words.contains(" " + word + " "))) {
                return new Offer("", fault.getKey(), target(mentions));
            }
        }
        return new Offer("", "", target(mentions));
    }

    private static String target(Mentions mentions) {
        if (!mentions.services().isEmpty()) {
            return mentions.services().getFirst().id().value();
        }
        if (!mentions.hosts().isEmpty()) {
            return mentions.hosts().getFirst().service().id().value();
        }
        return mentions.regions().isEmpty() ? "" : mentions.regions().getFirst().value();
    }

    private static Sign sign(String words, ActionKind kind) {
        return new Sign(Pattern.compile(words), kind);
    }
}
