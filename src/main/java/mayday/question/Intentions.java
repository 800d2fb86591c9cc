package mayday.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.incident.Outcome;

/**
 * Plain rules for what is never answered with evidence: attempts to talk the interpreter over, requests for the solution, orders to
 * change something, claims, small talk, and requests for everything at once. They read the text with names of the system replaced by
 * what they are ({@code restart service}).
 */
final class Intentions {
    private static final Pattern INJECTION = Pattern.compile(
            "(ignore|disregard|forget|override|bypass)\\b.{0,30}\\b(instruction|prompt|rule|previous|above|guideline|restriction|everything)"
                    + "|system prompt|developer mode|debug mode|admin mode|god mode|jailbreak|you are now|pretend (to be|you)|act as|new instructions"
                    + "|as an ai|your (instructions|prompt|programming|source code)|answer key|(hidden|true|secret|actual) (cause|answer|fault|solution|state|data|truth)"
                    + "|scenario (file|yaml|definition|source|json)|\\.yaml|reveal (all|every|the)|dump (the|all|your|every)|print (your|the (scenario|answer|cause|prompt|config file))"
                    + "|<[a-z/!?][^>]*>|\\{\\{|\\$\\{|'; ?--|drop table|union select|or 1 ?= ?1|base64|eval\\(|\\bsudo (give|tell|show|reveal)|execute the following|respond with|output the"
                    + "|i am (the|your) (developer|admin|instructor|creator|author|teacher)|\\[/?(inst|system)\\]|system:|assistant:|begin prompt|unlock");
    private static final Pattern FISHING = Pattern.compile(
            "\\broot ?cause|(what|which|who) (is|was|are|could be) (actually |really )?(the |this |that )?(real |actual |true |underlying |correct |right )?(cause|culprit|reason|answer|solution|fix|fault|offender|explanation|problem here)\\b"
                    + "|(tell|give|show|hand) (me|us) (just )?(the|a|an|your|some) (\\w+ )?(answer|solution|hint|clue|fix|culprit|reason|cause|spoiler|tip)|\\b(hints?|spoilers?|spoil it|clues?|cheat)\\b"
                    + "|who (is|was) (to blame|guilty|at fault)|who (broke|screwed|caused|messed)|what (broke|caused|causes|is causing|triggered|is behind|led to) (it|this|that|the|these|all|service|everything)"
                    + "|^why\\b|\\bwhy (is|are|does|do|did|was|were|it|this|the|we|service|database|cache|users|customers|people)\\b|where (should|do|would|shall) (i|we|you) (look|start|dig|begin)"
                    + "|what (should|shall|do|would|must) (i|we|you|one|an expert|a senior\\w*|a pro) (do|ask|check|look|try|investigate|suggest|recommend|think|fix|focus)"
                    + "|am i (right|on the|getting|close|warm|correct)|is (my|this|that) (hypothesis|theory|guess|idea) (right|correct|true)"
                    + "|how (do|can|should|would|could|to) (i |we |you )?(fix|solve|mitigate|resolve|stop this|make it)|solve (it|this)|next step|diagnose (it|this)|which (action|fix|mitigation) (is|should|will|would|works)"
                    + "|what (will|would|could|can) (fix|solve|help)|just tell me (what|which|who|it)|point me|what am i missing|what (really|actually) happened|explain (this|the) (outage|incident)");
    private static final Pattern QUESTION_WORD = Pattern.compile(
            "^(did|has|have|had|was|were|is|are|when|who|what|which|how|why|does|do|whom|whose|where|any|anyone|anybody|somebody|someone|show|list|give|get|display|see|view|check|look|count|number)\\b");
    private static final Pattern MODAL = Pattern.compile(
            "^(?:please |just |go ahead and |try to |try |maybe |i think we should |i think we need to |i think i will |perhaps )*"
                    + "(?:(?:can|could|should|shall|may|might|will|would|must) (?:we|you|i|someone|somebody|anyone|they|service|team)(?: please| just| maybe| not)? "
                    + "|let us (?:just |try to |go ahead and |please )?|let me (?:just )?|i (?:want|need|would like|am going|will|wish|intend|plan|would|am about|have) (?:to |you to |us to )?|i (?:say|vote) we |we (?:should|need to|have to|must|could|can|want to|will|are going to|ought to) (?:just |probably |maybe |now |try to )?"
                    + "|(?:somebody|someone|you|they|one|team) (?:should|needs to|must|has to|could|can) |how about we |what if we |why not |why do not we |time to |go ahead and |is it ok (?:to|if i|if we) |what about (?=\\w+ing\\b)|how about (?=\\w+ing\\b))*"
                    + "(?:please |just |now |try to |try |quickly |immediately |also |then )*");
    private static final Pattern STRONG_ORDER = Pattern.compile(
            "^((?:stop|pause|cancel)(?! guessing| here| there)|roll(ing)? ?(it |this |that |them |everything |the \\w+ |service |version |\\w+ )?back|rollback|revert|undo|back (it |this )?out|restart(ing)?|reboot|bounc(e|ing)|recycle|kick|kill(ing)?|scal(e|ing) (up|down|out|in|service|it|the|to|database|cache|resolver|host|\\w+ (up|down|out|to))|add (more|another|some|\\d+|a|an|extra|two|three|five|ten|capacity|replicas|pods|instances|service)"
                    + "|drain(ing)?|fail(ing)? ?(it |over|database|service|the|back)|failover|promote|flush(ing)?|purge|wipe|empty|invalidate|disable|enable|turn(ing)? (it |the |that |this |off|on|\\w+ off|\\w+ on|down)|switch(ing)? (it|the|that|this|off|on|back|to|over|traffic|\\w+ off|\\w+ on)|toggle|flip (it|the|that|back|off|on)"
                    + "|increas(e|ing)|decreas(e|ing)|bump|shed(ding)?|throttl(e|ing)|rate ?limit (the|those|that|these|bots|service|them|clients)|escalate|renew|rotate|redeploy|deploy|rerun|free up|reroute|redirect|cordon|evict|quarantine|hotfix|spin up|shut (it |the |this )?(down|off)|take (it|service|host|region|the|that|this|database) (out|down|offline)|put (it|the|region|service|back|\\w+ back)"
                    + "|abort|halve|repair|re ?create|unblock|move (the |all |some |our )?(traffic|users|load)|evacuate|failback|make (it|service|database|cache|\\w+) (bigger|smaller|faster|restart)|bring (up|back|it|service|database)|open a ticket|declare|roll forward|ship (a|the)|push (a|the)|terminate|decommission|clean up|truncate|reload|reset)\\b");
    private static final Pattern WEAK_ORDER = Pattern.compile(
            "^(apply|notify|inform|wake|shift|pause|stop|double|cancel|reset|remove|delete|raise|lower|reduce|isolate|restore|repair|clear|block|ban|page|call|ping|tell|post|announce|close|install|release|start|run|clean|set|change|give|fix|patch|upgrade|warm|open|send|point|write|contact|phone|email|alert|resolve|mitigate|update|replace|swap|expand|grow|shrink|tune|vacuum|reindex|downgrade|use|limit|drop|allow|retry|retire|unpublish|publish)"
                    + " (the|a|an|it|that|this|all|those|these|them|our|my|some|more|another|service|team|region|host|database|cache|provider|resolver|up|back|someone|somebody|everyone|customers|on|off|to)\\b");
    private static final Pattern NOT_AN_ORDER = Pattern.compile(
            "^(\\w+ )?(history|status|count|counts|log|logs|rate|time|times|graph|events|notes|list|list\\w*|number|policy|script|frequency|candidates)\\b|^(start|run) (time|time\\w*|queue)|^(deploy|release|rollback|restart|failover|scaling|flush) (history|status|count|log|logs|events|list|times?|notes|activity|record|calendar)|^(tell|give) (me|us)\\b|^restarts|^deploys|^call (graph|tree|chain|stack)|^page load|^(open|run) (the )?(runbook|logs?|trace|dashboard|playbook|query|dig|top|ping)|^(run|start|open|use) (a |an |the )?(trace|query|dig|traceroute|thread|packet|look)|^pull\\b|^(stop|cancel|pause) and|^(call|send)s? (to|from)\\b|^start (of|with)");
    private static final Pattern CLAIM = Pattern.compile(
            "^(i (really |strongly |still |just )?(think|believe|suspect|guess|bet|reckon|feel|assume|suppose|am (pretty |quite |fairly |almost )?(sure|certain|convinced|confident|leaning|betting)|would (say|bet|guess)|have a (feeling|hunch|theory|suspicion)|say it|blame)|my (guess|bet|theory|hypothesis|hunch|money|suspicion|feeling|take|best guess|gut|working theory)|hypothesis|theory|guess|suspicion"
                    + "|(could|can|might|may|would) (it|this|that|these|they|the (problem|cause|issue|errors|root)) (all |just |also |possibly |maybe |simply )?be\\b|(could|might|may) (service|database|cache|resolver|provider|host|region)( \\w+)? (be|have)\\b|(maybe|perhaps|probably|possibly|presumably|most likely|likely|surely|obviously|clearly|definitely)\\b(?!.{0,40}\\bcan (we|i) )|(this |that |it |all this )?(sounds|looks|smells|seems|feels|appears) (to me )?(like|as if|to be|as though)"
                    + "|(it|this|that) (must|has to|has got to|might|could|may|should) (\\w+ )?be\\b|(it|this|that) is (probably|likely|definitely|surely|clearly|obviously|certainly|most likely|because|due to|caused by|gotta be|got to be|always|totally|a|an|the|dns|network|just|all)\\b|what if (it|the|this|that|service|database|cache|resolver|provider|someone|somebody)|is it (possible|likely|because|perhaps|maybe|just|the|a|an|dns)\\b.*(that|because|of|deploy|release|config|database|cache|network|dns|leak|pool|flag|certificate|surge|storm|provider|host|resolver|service|disk|memory|cpu)|do you think|could there be|is (service|database|cache|resolver|provider|region|host|this|that|it|the [\\w ]{3,20}) (to blame|the culprit|the problem|the issue|the bottleneck|responsible for this|causing|the cause|guilty)|\\b(caused by|due to|because of|(is|are|was) causing|behind (this|it|all this)|the culprit|to blame|at fault|fault of|is what broke|is why|explains (this|it|the)|responsible for (this|the (outage|errors|problem|incident)|it)|did it$|broke (it|this|everything)|written all over|screams)\\b|^(i am |we are )?(thinking|suspecting|betting|guessing)\\b|(right|is not it|no)$(?<=(it is|service|database|dns|deploy|release) (right|is not it|no))|if you ask me|no doubt|bet (it|the|you|service)|must be\\b|has to be\\b|gotta be|got to be|blame\\b|i am blaming|pretty sure)");
    private static final Pattern NOT_A_CLAIM = Pattern.compile(
            "\\bpossible to\\b|^(is it|is this|is that) (all|only|just|one|global|every|everywhere|getting|still|a single|a sudden|a step|a spike|a slow|a gradual|constant|the same|the whole|the entire|sudden|gradual|a known|known|a ddos|bots|slow|happening|possible to)|^(this|that|it|all this) is (only|a spike|getting)|can (we|i|you) (see|get|check|have|look)|i (think|guess|suppose|believe) (we|i) (should|need|want|must|could|would|ought)|i (think|guess|suppose) (i|we) (would|will) |^i would (say|guess) show|^could (it|this|that) be (seen|shown)");
    private static final Pattern DEFINITION = Pattern.compile(
            "^(what is|what are|what does|what do|what is meant by|explain|define|describe|how does|how do|what means|tell me about|teach me|can you explain|could you explain)(?: me)?(?: what)? (?:an? |the (?:term|concept|meaning|difference|definition)(?: of| between)? )?(.+?)(?: (?:mean|means|work|stand for|is|are|to me|please|for))*$");
    private static final Pattern ABBREVIATION =
            Pattern.compile("^what (does|do) [\\w ]{2,30} (stand for|mean)$|^what even is\\b");
    private static final Pattern DEFINES = Pattern.compile(
            "\\b(mean|means|stand for|difference between|definition of|concept of|explain (what|how|to me|me)|how does (dns|tls|tcp|http|kubernetes|a|an) .*work|what is an? )\\b");
    private static final Pattern VAGUE = Pattern.compile(
            "^(what is|what was|whats) (wrong|up|going on|happening|the (problem|matter|issue|deal|situation|story)|broken here|amiss|off)\\b(?!.*\\b(since|when|region|user)).*|^what is the status$|^(show|give|get|dump|list|send|pull|fetch|tell|check|i want|i need|display|let me see|can i see|can we see|can you show|could you show)( me| us)?( to see| please)? (all|everything|every thing|every metric|the lot|all of|any and all|absolutely everything|literally everything|whatever)\\b(?! (the )?(regions?|services|deploys|deployments|releases|changes|pods|instances|replicas|config\\w*|jobs|cron|certificates|dependencies|flags|feature|scheduled)\\b)(?!.*\\b(changed|deployed|released|region\\w*|restarted|of service|of database|from service|for service)\\b).*"
                    + "|^(all|every) (the )?(logs?|metrics|graphs|data|dashboards|charts|evidence|stats|info)$|^(status|help|info|metrics|data|graphs?|charts?|dashboards?|monitoring|more|details|what else|anything|everything|check|investigate|debug|troubleshoot|analy[sz]e|diagnostics|stats|something|news|updates?|overview|summary|problem|problems|issue|issues)$"
                    + "|^(check|look into|look at|investigate|analy[sz]e|debug|troubleshoot|inspect|examine|go through) (everything|it|this|that|things|the (system|platform|site|situation|problem|issue|incident|whole \\w+|stack|app)|all|stuff)\\b.*|^(is|are) (everything|things|anything|all|it all|stuff) (ok|fine|good|alright|all right|working|normal|healthy|broken|wrong|weird|up)$|^any(thing)? (ideas?|problems?|issues?|news|weird|odd|strange|unusual|interesting|suspicious|wrong|abnormal|anomal\\w+|updates?|thoughts)( here| there| today| at all)?$|^(it|this|that|nothing|the (site|system|app|thing|shop|website)) (is|does|do)? ?(not work\\w*|broken|down|bad|works|slow and broken|not ok)$|^(show|give)( me)? (the )?(logs|metrics|graphs|dashboards?|data|numbers|stats|info|information)( please)?$(?<!logs)|^help( me)?( out)?( please)?$");

    private Intentions() {}

    /** Whether {@code plain}, any part of it, tries to talk the interpreter over. */
    static boolean isInjection(String plain) {
        return INJECTION.matcher(plain).find();
    }

    /**
     * What {@code read} plainly is, if it is none of the questions.
     *
     * @param read the text, names replaced, courtesies taken off
     * @param glossary terms that may be asked to be defined
     */
    static Optional<Outcome> of(String read, Set<String> glossary) {
        var text = read.replaceAll("[?!.,;:]+", " ").replaceAll(" +", " ").strip();
        if (isOrder(text)) {
            return Optional.of(Outcome.ACTION);
        }
        if (isClaim(text)) {
            return Optional.of(Outcome.HYPOTHESIS);
        }
        if (isDefinition(text, glossary)) {
            return Optional.of(Outcome.OFF_TOPIC);
        }
        if (FISHING.matcher(text).find()) {
            return Optional.of(Outcome.NO_ANSWER_KEY);
        }
        return VAGUE.matcher(text).find() ? Optional.of(Outcome.TOO_VAGUE) : Optional.empty();
    }

    static boolean isOrder(String text) {
        var modal = MODAL.matcher(text);
        var order = modal.find() ? text.substring(modal.end()) : text;
        var isBareQuestion = order.equals(text) && QUESTION_WORD.matcher(text).find() && !text.startsWith("give");
        if (isBareQuestion || NOT_AN_ORDER.matcher(order).find()) {
            return false;
        }
        return STRONG_ORDER.matcher(order).find() || WEAK_ORDER.matcher(order).find();
    }

    static boolean isClaim(String text) {
        return CLAIM.matcher(text).find() && !NOT_A_CLAIM.matcher(text).find();
    }

    private static boolean isDefinition(String text, Set<String> glossary) {
        var matcher = DEFINITION.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        var term = matcher.group(2);
        return ABBREVIATION.matcher(text).find()
                || glossary.contains(term)
                || List.of("s", "es").stream()
                        .anyMatch(plural -> term.endsWith(plural)
                                && glossary.contains(term.substring(0, term.length() - plural.length())))
                || (DEFINES.matcher(text).find() && glossary.stream().anyMatch(term::contains));
    }
}
