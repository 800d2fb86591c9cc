package mayday.incident;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.Service;

/**
 * Recognises claims in plain words, a sentence at a time. It is strict: what is hedged, denied or asked is no claim, since a learner
 * must not be held to something that was not said. What it does not recognise can be chosen in the form.
 */
final class ClaimWords {
    private static final String ENDS = ".!?;";
    private static final String SPACES = " \t\n\u000B\f\r";

    private static final Phrase OVER = new Phrase(
            "\\b(?:fixed|resolved|mitigated|recovered|restored|back to normal|all clear|solved)\\b"
                    + "|\\b(?:is|are|it's|that's|was) (?:all |now )?over\\b(?! (?:the|to|by|\\d))"
                    + "|\\b(?:works?|working|answer\\w*|serv\\w+|healthy|available|up|fine|succeed\\w*) again\\b",
            "fixed",
            "resolved",
            "mitigated",
            "recovered",
            "restored",
            "back to normal",
            "all clear",
            "solved",
            "over",
            "again");
    private static final Pattern NOT_SAID = Pattern.compile(
            "\\?|\\b(?:not|no longer sure|isn't|aren't|n't|never|if|once|until|when|will|should|would|could|may|might|maybe|"
                    + "perhaps|probably|possibly|likely|suspects?|suspected|believe|think|expect\\w*|working(?! again)|trying|looking|"
                    + "investigat\\w+|unknown|unclear|unsure|eta|aim\\w*|hope\\w*|to be)\\b");
    private static final Phrase NO_IMPACT = new Phrase(
            "\\bno (?:customer |user )?impact\\b|\\b(?:no|none of the|none of our) (?:customers?|users?)\\b"
                    + "[^.]{0,20}\\b(?:affected|impacted|hurt)\\b|\\b(?:customers?|users?) (?:is|are) not\\b"
                    + "[^.]{0,10}\\b(?:affected|impacted|hurt)\\b|\\bnobody (?:is|was) (?:affected|impacted|hurt)\\b",
            "no");
    private static final Phrase IMPACT = new Phrase(
            "\\b(?:customers?|users?|shoppers?|viewers?|people|sales?|checkouts?|orders?|requests?|payments?|searches|log-?ins?)"
                    + "\\b[^.]{0,60}\\b(?:fail\\w*|get errors?|cannot|can't|affected|impacted|hurt|slow\\w*|unable)\\b",
            "fail",
            "get error",
            "cannot",
            "can't",
            "affected",
            "impacted",
            "hurt",
            "slow",
            "unable");
    private static final Phrase BECAUSE = new Phrase(
            "\\b(?:root cause|caused by|because of|due to|the cause is|culprit)\\b", "cause", "due to", "culprit");
    private static final Pattern FIGURE = Pattern.compile("[0-9]");
    private static final String TIME = "(?<clock>\\d{1,2}:\\d{2})";
    private static final String LENGTH = "(?:about |around |roughly )?(?<minutes>\\d{1,3}) ?(?:m|min|mins|minutes?)\\b";
    private static final String WHEN =
            "(?:(?:by|at|around|before|is|:) ?(?:about )?" + TIME + "|(?:in|within|is|:) ?" + LENGTH + ")";
    private static final Phrase NEXT = new Phrase(
            "\\b(?:next update|another update|update you|more news|news|more)\\b[^.]{0,20}?" + WHEN,
            "update",
            "news",
            "more");
    private static final Phrase ETA = new Phrase("\\beta\\b\\D{0,20}?(?:" + TIME + "|" + LENGTH + ")", "eta");
    private static final Phrase OVER_BY = new Phrase(
            "\\b(?:fix\\w*|resolv\\w+|mitigat\\w+|recover\\w*|restored?|over|back|done|normal)\\b[^.]{0,30}?" + WHEN,
            "fix",
            "resolv",
            "mitigat",
            "recover",
            "restore",
            "over",
            "back",
            "done",
            "normal");

    /**
     * What is looked for in a sentence. Most sentences hold nothing of the sort, and to find that out with the pattern takes longest.
     *
     * @param marks whatever the pattern matches holds one of them
     */
    private record Phrase(Pattern pattern, List<String> marks) {
        Phrase(String pattern, String... marks) {
            this(Pattern.compile(pattern), List.of(marks));
        }

        boolean isIn(String sentence) {
            return mayBeIn(sentence) && pattern.matcher(sentence).find();
        }

        boolean mayBeIn(String sentence) {
            for (var mark : marks) {
                if (sentence.contains(mark)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Words for kinds of faults, the more special ones first. */
    private static final List<Kind> KINDS = List.of(
            new Kind(FaultClass.CONNECTION_POOL, "connection pool", "pool"),
            new Kind(FaultClass.RETRY_STORM, "retry storm", "retries"),
            new Kind(FaultClass.RESOURCE_LEAK, "leak"),
            new Kind(FaultClass.BAD_RELEASE, "release", "deploy", "deployment", "rollout", "version"),
            new Kind(FaultClass.FLAG_CHANGE, "flag", "experiment"),
            new Kind(FaultClass.CONFIG_CHANGE, "config", "configuration", "setting"),
            new Kind(FaultClass.CERTIFICATE, "certificate", "cert"),
            new Kind(FaultClass.SCHEDULED_JOB, "cron", "job"),
            new Kind(FaultClass.TRAFFIC_SURGE, "surge", "spike"),
            new Kind(FaultClass.DNS, "dns", "resolver", "name resolution"),
            new Kind(FaultClass.NETWORK, "network", "packet loss"),
            new Kind(FaultClass.CACHE, "cache"),
            new Kind(FaultClass.DATABASE, "database", "db"),
            new Kind(FaultClass.HOST, "host", "noisy neighbour"),
            new Kind(FaultClass.THIRD_PARTY, "vendor", "provider", "third party", "third-party"),
            new Kind(FaultClass.CAPACITY, "capacity", "overload", "too few"));

    private record Kind(FaultClass faultClass, List<String> words) {
        Kind(FaultClass faultClass, String... words) {
            this(faultClass, List.of(words));
        }
    }

    private ClaimWords() {}

    /** The claims that {@code text} makes at {@code at}, at most one of each sort. */
    static List<Claim> in(String text, Scenario scenario, Instant at) {
        var claims = new LinkedHashMap<Class<?>, Claim>();
        for (var sentence : sentences(text.toLowerCase(Locale.ROOT).replace('’', '\''))) {
            for (var claim : sentence(sentence, scenario, at)) {
                claims.putIfAbsent(claim.getClass(), claim);
            }
        }
        return List.copyOf(claims.values());
    }

    /** They end at line breaks, and at a stop with space behind it. */
    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var begun = 0;
        var at = 0;
        while (at < text.length()) {
            var isStop = at > 0 && ENDS.indexOf(text.charAt(at - 1)) >= 0;
            var gap = isStop ? SPACES : "\n";
            var next = at;
            while (next < text.length() && gap.indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            if (next > at) {
                sentences.add(text.substring(begun, at));
                begun = next;
            }
            at = Math.max(next, at + 1);
        }
        sentences.add(text.substring(begun));
        return sentences;
    }

    private static List<Claim> sentence(String sentence, Scenario scenario, Instant at) {
        var claims = new ArrayList<Claim>();
        var next = moment(NEXT, sentence, at);
        if (next.isPresent()) {
            return List.of(new Claim.NextUpdate(next.get()));
        }
        if (NO_IMPACT.isIn(sentence)) {
            claims.add(new Claim.NoImpact());
        } else if (IMPACT.isIn(sentence) && !sentence.contains("?")) {
            claims.add(new Claim.CustomersHurt());
        }
        var eta = sentence.contains("?")
                ? Optional.<Instant>empty()
                : moment(ETA, sentence, at).or(() -> moment(OVER_BY, sentence, at));
        eta.map(Claim.Eta::new).ifPresent(claims::add);
        var isOver = eta.isEmpty() && OVER.isIn(sentence);
        var isBecause = BECAUSE.isIn(sentence);
        // Looked for last: most sentences claim neither, and there are many words for it.
        var isSaid = (isOver || isBecause) && !NOT_SAID.matcher(sentence).find();
        if (isOver && isSaid) {
            claims.add(new Claim.Fixed());
        }
        if (isBecause && isSaid) {
            rootCause(sentence, scenario).ifPresent(claims::add);
        }
        return claims;
    }

    private static Optional<Claim> rootCause(String sentence, Scenario scenario) {
        var faultClass = KINDS.stream()
                .filter(kind -> kind.words().stream().anyMatch(word -> hasWord(sentence, word)))
                .map(Kind::faultClass)
                .findFirst()
                .orElse(FaultClass.OTHER);
        var target = scenario.system().services().stream()
                .filter(service -> names(service).stream().anyMatch(name -> hasWord(sentence, name)))
                .map(service -> service.id().value())
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse("");
        return faultClass == FaultClass.OTHER && target.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim.RootCause(faultClass, target));
    }

    private static List<String> names(Service service) {
        var names = new ArrayList<>(service.aliases());
        names.add(service.id().value());
        names.add(service.title());
        return names;
    }

    private static boolean hasWord(String sentence, String word) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "(?![\\w-])")
                .matcher(sentence)
                .find();
    }

    private static Optional<Instant> moment(Phrase phrase, String sentence, Instant at) {
        // There is no moment without a figure.
        if (!phrase.mayBeIn(sentence) || !FIGURE.matcher(sentence).find()) {
            return Optional.empty();
        }
        var found = phrase.pattern().matcher(sentence);
        if (!found.find()) {
            return Optional.empty();
        }
        if (found.group("minutes") != null) {
            return Optional.of(at.plus(Duration.ofMinutes(Integer.parseInt(found.group("minutes")))));
        }
        return clock(found.group("clock"), at);
    }

    /** The next time that the clock (UTC) shows it. */
    private static Optional<Instant> clock(String words, Instant at) {
        try {
            var padded = words.length() == 4 ? "0" + words : words;
            var today =
                    at.atOffset(ZoneOffset.UTC).with(LocalTime.parse(padded)).toInstant();
            return Optional.of(today.isBefore(at) ? today.plus(Duration.ofDays(1)) : today);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
