package mayday.recording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces what must not get out of the house: addresses, names and secrets that can be told by their form. The same thing becomes the
 * same stand-in everywhere, in the order in which things are met, so that two runs over the same recordings give the same. Stand-ins
 * are what is set aside for documentation (RFC 5737, RFC 3849, RFC 2606) or plainly no secret, and are left alone when they are met.
 */
public final class Scrubber {

    /** What is looked for, in the order in which it is: a token may have an address in it. */
    public enum Kind {
        TOKEN("tokens"),
        PASSWORD("passwords"),
        EMAIL("e-mail addresses"),
        HOST("host names"),
        IPV6("IPv6 addresses"),
        IPV4("IPv4 addresses"),
        UUID("UUIDs");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In words, several of them. */
        public String words() {
            return words;
        }
    }

    /**
     * What was replaced of a kind.
     *
     * @param count how often
     * @param distinct how many different things
     * @param examples at most three
     */
    public record Found(Kind kind, long count, int distinct, List<Example> examples) {
        public Found {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A thing and what stands for it.
     *
     * @param masked enough of it to recognise it for who knows it
     */
    public record Example(String masked, String standIn) {}

    private static final int MOST_EXAMPLES = 3;

    /** In JSON a line break is two characters, and the second is a letter. */
    private static final String BEFORE = "(?:(?<![\\w.])|(?<=\\\\[nrt]))";

    private static final Pattern TOKEN = Pattern.compile(
            BEFORE + "(?:eyJ[\\w-]{5,4000}\\.[\\w-]{5,4000}\\.[\\w-]{0,4000}"
                    + "|(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}(?![A-Z0-9])"
                    + "|gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\\w{22,255}|glpat-[\\w-]{20,255}"
                    + "|xox[abeprs]-[A-Za-z0-9-]{10,250}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,250}|AIza[\\w-]{35}"
                    + "|(?i:(?<=bearer )|(?<=basic )|(?<=bearer\\+))(?=[A-Za-z._~+/-]{0,400}\\d)[\\w.~+/-]{12,4000}={0,2})");
    private static final Pattern PASSWORD =
            Pattern.compile("(?<=://[^\\s/:@\"']{0,100}:)(?!\\[secret-)[^\\s/@\"']{1,200}(?=@)"
                    + "|(?i:(?<=(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token|refresh[_-]?token|auth[_-]?token)"
                    + "(?:=|=\"|\":\"|\": \"|\\\\\":\\\\\")))(?![\\[*])[^\\s\"'&,;}\\\\]{1,200}");
    private static final Pattern EMAIL = Pattern.compile(
            "(?:(?<![\\w.+%-])|(?<=\\\\[nrt]))[\\w.+%-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}(?![\\w-])");
    private static final Pattern OUR_EMAIL =
            Pattern.compile(".*@(?:.*\\.)?example\\.(?:com|net|org)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV6 = Pattern.compile(
            "(?:(?<![\\w:.])|(?<=\\\\[nrt]))(?=[0-9A-Fa-f:.]{0,45}\\d)(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\\w:])");
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(
            BEFORE + "(?:" + BYTE + "\\.){3}" + BYTE + "(?!\\.?\\w)|(?<![\\w.])ip(?:-" + BYTE + "){4}(?![\\w-])");
    private static final Pattern OUR_IPV4 = Pattern.compile(
            "(?:192\\.0\\.2|198\\.51\\.100|203\\.0\\.113|127\\.\\d+\\.\\d+|198\\.1[89]\\.\\d+)\\.\\d+|0\\.0\\.0\\.0|255\\.255\\.255\\.\\d+");
    private static final Pattern UUID =
            Pattern.compile("(?<![\\w-])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\\w-])");
    private static final String OUR_UUID = "00000000-0000-4000-8000-";

    private final List<Pattern> hosts;

    /** Domains the other way round, as the names of classes in stack traces begin. */
    private final List<Pattern> packages;

    private final boolean uuids;
    private final Map<Kind, Map<String, String>> standIns = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    /**
     * One that has met nothing yet.
     *
     * @param domains whose hosts are replaced, such as {@code acme.com}; they themselves are, too
     * @param uuids whether UUIDs are replaced: they are rarely secret, and they say which lines belong together
     */
    public Scrubber(List<String> domains, boolean uuids) {
        this.hosts = domains.stream()
                .map(domain -> Pattern.compile(
                        "(?:(?<![\\w.-])|(?<=\\\\[nrt]))(?:[A-Za-z0-9_-]{1,63}\\.){0,8}" + Pattern.quote(domain)
                                + "(?![\\w-]|\\.\\w)",
                        Pattern.CASE_INSENSITIVE))
                .toList();
        this.packages = domains.stream()
                .map(domain -> String.join(".", List.of(domain.split("\\.")).reversed()))
                .map(root -> Pattern.compile("(?<![\\w.-])" + Pattern.quote(root) + "(?![\\w-])"))
                .toList();
        this.uuids = uuids;
    }

    /** The text with stand-ins in it. */
    public String scrub(String text) {
        var scrubbed = replaced(text, Kind.TOKEN, TOKEN, _ -> "[token-" + next(Kind.TOKEN) + "]");
        scrubbed = replaced(scrubbed, Kind.PASSWORD, PASSWORD, _ -> "[secret-" + next(Kind.PASSWORD) + "]");
        if (scrubbed.indexOf('@') >= 0) {
            scrubbed = replaced(
                    scrubbed,
                    Kind.EMAIL,
                    EMAIL,
                    found -> OUR_EMAIL.matcher(found).matches() ? found : "user-" + next(Kind.EMAIL) + "@example.com");
        }
        for (var host : hosts) {
            scrubbed = replaced(scrubbed, Kind.HOST, host, _ -> "host-" + next(Kind.HOST) + ".example.com");
        }
        for (var root : packages) {
            scrubbed = replaced(scrubbed, Kind.HOST, root, _ -> "com.example");
        }
        scrubbed = replaced(scrubbed, Kind.IPV6, IPV6, this::ofIpv6);
        scrubbed = addresses(scrubbed);
        return uuids
                ? replaced(
                        scrubbed,
                        Kind.UUID,
                        UUID,
                        found -> found.startsWith(OUR_UUID) ? found : OUR_UUID + "%012d".formatted(next(Kind.UUID)))
                : scrubbed;
    }

    private int next(Kind kind) {
        return 1 + standIns.getOrDefault(kind, Map.of()).size();
    }

    /** @param standIn of a thing that was not met before; the thing itself where it may stay */
    private String replaced(String text, Kind kind, Pattern pattern, UnaryOperator<String> standIn) {
        var matcher = pattern.matcher(text);
        return matcher.find()
                ? matcher.replaceAll(found -> Matcher.quoteReplacement(standIn(kind, found.group(), standIn)))
                : text;
    }

    private String standIn(Kind kind, String found, UnaryOperator<String> standIn) {
        var known = standIns.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
        var key = kind == Kind.TOKEN || kind == Kind.PASSWORD ? found : found.toLowerCase(Locale.ROOT);
        var before = known.get(key);
        var stands = before == null ? standIn.apply(found) : before;
        if (stands.equals(found)) {
            return found;
        }
        known.putIfAbsent(key, stands);
        counts.merge(kind, 1L, Long::sum);
        return stands;
    }

    private String ofIpv6(String found) {
        var groups = found.split(":", -1);
        var shortened = found.contains("::");
        var isAddress = shortened ? found.indexOf("::") == found.lastIndexOf("::") : groups.length == 8;
        var isOurs = found.toLowerCase(Locale.ROOT).startsWith("2001:db8:") || found.equals("::1");
        return !isAddress || isOurs ? found : "2001:db8::" + Integer.toHexString(next(Kind.IPV6));
    }

    /** Addresses, and the names that a cloud makes of them: {@code ip-10-0-0-1}. */
    private String addresses(String text) {
        var matcher = IPV4.matcher(text);
        return matcher.find() ? matcher.replaceAll(this::ofIpv4) : text;
    }

    private String ofIpv4(MatchResult match) {
        var found = match.group();
        if (!found.startsWith("ip-")) {
            return standIn(Kind.IPV4, found, this::documented);
        }
        var address = found.substring("ip-".length()).replace('-', '.');
        return "ip-" + standIn(Kind.IPV4, address, this::documented).replace('.', '-');
    }

    /** One of the 762 addresses for documentation, then one of those for benchmarks. */
    private String documented(String found) {
        if (OUR_IPV4.matcher(found).matches()) {
            return found;
        }
        var number = next(Kind.IPV4) - 1;
        var last = number % 254 + 1;
        return switch (number / 254) {
            case 0 -> "192.0.2." + last;
            case 1 -> "198.51.100." + last;
            case 2 -> "203.0.113." + last;
            default -> "198.18." + (number / 254 - 3) % 256 + "." + last;
        };
    }

    /** What was replaced so far, by kind. */
    public List<Found> found() {
        var found = new ArrayList<Found>();
        counts.forEach((kind, count) -> {
            var known = standIns.getOrDefault(kind, Map.of());
            found.add(new Found(
                    kind,
                    count,
                    known.size(),
                    known.entrySet().stream()
                            .limit(MOST_EXAMPLES)
                            .map(each -> new Example(masked(each.getKey()), each.getValue()))
                            .collect(Collectors.toList())));
        });
        return found;
    }

    /** Forgets what it replaced; what is scrubbed after that may get a stand-in that stands for something else already. */
    public void forget() {
        standIns.clear();
        counts.clear();
    }

    private static String masked(String text) {
        return text.length() < 6 ? "•••" : text.substring(0, 2) + "•••" + text.substring(text.length() - 2);
    }
}
