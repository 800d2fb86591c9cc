package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;

/** Finds what of one system is named in a row of tokens: services, hosts, regions, teams, and things that it has not got. */
final class Recogniser {
    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_MISSPELT = 7;
    private static final Pattern MARK = Pattern.compile("[^a-z0-9]");
    private static final Pattern HOST = Pattern.compile("(.+)-(\\d{1,4})");
    /** A group of instances is called after its service and version. */
    private static final Pattern VERSIONED = Pattern.compile("(.+)-v\\d{1,6}");

    /** What is behind its service's name is drawn from consonants and digits: {@code ledger-archive} is no pod. */
    private static final Pattern POD =
            Pattern.compile("(.+?)-(?=[a-z]*\\d|[^aeiou]+(?:-|$))[a-z0-9]{5,10}(-[a-z0-9]{4,6})?");

    private static final Pattern CLOUD_REGION = Pattern.compile(
            "((?:us|eu|ap|sa|ca|me|af|cn|uk)-(?:gov-)?(?:north|south|east|west|central)(?:east|west)?)-?(\\d?[a-z]?)");
    private static final Set<String> GENERIC_NOUNS =
            Set.of("service", "services", "api", "application", "microservice", "backend");
    private static final Set<String> QUANTIFIERS = Set.of("any", "all", "every", "each");
    private static final Set<String> PLURALS = Set.of("databases", "caches", "dbs");
    private static final Set<String> BEFORE_US =
            Set.of("in", "the", "and", "from", "or", "of", "for", "only", "just", "about", "vs");
    private static final Set<String> AFTER_US = Set.of("region", "too", "users", "also");
    private static final Set<String> ASKING_FOR = Set.of("which", "what", "whose", "a", "any");
    private static final Set<String> BEFORE_TEAM = Set.of(
            "by", "in", "at", "from", "of", "for", "the", "to", "ask", "page", "ping", "call", "is", "does", "did",
            "has", "have", "and", "with", "team", "who", "or", "tell", "wake", "about", "on");

    private final Names names;
    private final Absences absences;
    private final Lexicon lexicon;
    private final Owned owned;

    Recogniser(Names names, Lexicon lexicon) {
        this.names = names;
        this.lexicon = lexicon;
        this.absences = new Absences(names, lexicon);
        this.owned = new Owned(names.system());
    }

    /** The pieces of an utterance. */
    List<Piece> pieces(List<String> tokens) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < tokens.size()) {
            at = MARK.matcher(tokens.get(at)).matches() ? mark(tokens, at, pieces) : name(tokens, at, pieces);
        }
        return Described.in(owned.in(pieces));
    }

    private static int mark(List<String> tokens, int at, List<Piece> pieces) {
        pieces.add(new Piece.Mark(tokens.get(at)));
        return at + 1;
    }

    /** Adds the longest name that begins here, else the word; answers where to go on. */
    private int name(List<String> tokens, int at, List<Piece> pieces) {
        for (var length = Math.min(LONGEST_NAME, tokens.size() - at); length >= 1; length--) {
            var window = tokens.subList(at, at + length);
            if (window.stream().anyMatch(token -> MARK.matcher(token).matches())) {
                continue;
            }
            var found = named(tokens, at, length);
            if (found.isPresent()) {
                var piece = found.get();
                pieces.add(piece);
                pieces.addAll(length == 1 ? regionsIn(tokens.get(at)) : List.of());
                return afterNoun(tokens, at + length, piece);
            }
        }
        var absent = absences.at(tokens, at);
        if (absent.isPresent()) {
            pieces.add(new Piece.Missing(absent.get().name(), absent.get().read()));
            return at + absent.get().length();
        }
        for (var part : tokens.get(at).split("[-._@:]")) {
            pieces.add(new Piece.Word(part));
        }
        return at + 1;
    }

    /** The regions that a name in DNS goes through: {@code orders-db-1.eu-west.shop.internal}. */
    private List<Piece> regionsIn(String domainName) {
        return Stream.of(domainName.split("\\."))
                .skip(1)
                .map(CLOUD_REGION::matcher)
                .filter(Matcher::matches)
                .map(this::cloudRegion)
                .toList();
    }

    private Piece cloudRegion(Matcher label) {
        var region = names.region(Names.key(label.group(1)));
        return region.isEmpty()
                ? new Piece.Missing(label.group(), "region")
                : new Piece.OfRegion(region.getFirst(), "region");
    }

    /** {@code checkout service} is checkout; in {@code checkout pods} the noun says what is asked. */
    private int afterNoun(List<String> tokens, int next, Piece piece) {
        var isService = piece instanceof Piece.OfService;
        return isService && next < tokens.size() && GENERIC_NOUNS.contains(tokens.get(next)) ? next + 1 : next;
    }

    private Optional<Piece> named(List<String> tokens, int at, int length) {
        var surface = String.join(" ", tokens.subList(at, at + length));
        var key = names.singularOfOnlyOne(Names.key(surface));
        var isNoName =
                length > 1 && !names.hasSeveralWords(key) && names.ofSort(key).isEmpty();
        if (key.isEmpty() || isNoName) {
            return Optional.empty();
        }
        if (length == 1) {
            var single = hostOrRegion(tokens.get(at));
            if (single.isPresent()) {
                return single;
            }
        }
        return region(tokens, at, length, key)
                .or(() -> team(tokens, at, length, key))
                .or(() -> service(tokens, at, length, key, surface))
                .or(() -> sort(at > 0 ? tokens.get(at - 1) : "", key, surface))
                .or(() -> misspelt(surface));
    }

    /** {@code session-tore}: a name in two words that is wrong by a letter; which of them is wrong does not matter. */
    private Optional<Piece> misspelt(String surface) {
        if (!surface.contains("-") || surface.length() < SHORTEST_MISSPELT) {
            return Optional.empty();
        }
        var key = Names.key(surface);
        return only(names.system().services().stream()
                        .filter(service -> service.id().value().contains("-")
                                && EditDistance.between(
                                                key, Names.key(service.id().value()), 1)
                                        == 1)
                        .toList())
                .map(service -> new Piece.OfService(service, noun(service.kind())));
    }

    private Optional<Piece> hostOrRegion(String token) {
        var cloud = CLOUD_REGION.matcher(token);
        if (cloud.matches()) {
            return Optional.of(cloudRegion(cloud));
        }
        var host = HOST.matcher(token);
        if (host.matches()) {
            return host(host.group(1), Integer.parseInt(host.group(2)), token);
        }
        if (token.indexOf('.') > 0 && names.services(Names.key(token)).isEmpty()) {
            return ownerOf(token);
        }
        if (token.matches("search-(?:domains?|path|list|suffix(?:es)?)")) {
            return Optional.empty();
        }
        var versioned = VERSIONED.matcher(token);
        if (versioned.matches() && names.services(Names.key(token)).isEmpty()) {
            return only(names.services(Names.key(versioned.group(1))))
                    .map(service -> new Piece.OfService(service, noun(service.kind())));
        }
        var pod = POD.matcher(token);
        if (pod.matches() && names.services(Names.key(token)).isEmpty()) {
            return only(names.services(Names.key(pod.group(1)))).map(service -> new Piece.OfService(service, "pod"));
        }
        return Optional.empty();
    }

    /**
     * A name in DNS begins with whose it is,
     * {@code checkout.internal}; one in a provider's domain is the provider's, {@code api.cardlink.example}.
     */
    private Optional<Piece> ownerOf(String domainName) {
        var labels = List.of(domainName.split("\\."));
        var host = HOST.matcher(labels.getFirst());
        if (host.matches()) {
            return host(host.group(1), Integer.parseInt(host.group(2)), domainName);
        }
        return labels.stream()
                .skip(1)
                .flatMap(label -> names.services(Names.key(label)).stream())
                .filter(service -> service.kind() == ServiceKind.THIRD_PARTY)
                .findFirst()
                .or(() -> only(names.services(Names.key(labels.getFirst()))))
                .map(service -> new Piece.OfService(service, noun(service.kind()) + " name"));
    }

    private Optional<Piece> host(String name, int number, String token) {
        return only(names.services(Names.key(name))).map(service -> {
            // Of a stateful set the first pod is number 0.
            if (number == 0) {
                return new Piece.OfService(service, "host");
            }
            return number <= service.capacity().replicas()
                    ? new Piece.OfHost(service, number, "host")
                    : new Piece.Missing(token, "host");
        });
    }

    private Optional<Piece> region(List<String> tokens, int at, int length, String key) {
        var region = names.region(key);
        // "tell us": a region only where a place can stand.
        var before = at > 0 ? tokens.get(at - 1) : "";
        var after = at + length < tokens.size() ? tokens.get(at + length) : "";
        var isPronoun = key.equals("us") && !BEFORE_US.contains(before) && !AFTER_US.contains(after);
        return region.isEmpty() || isPronoun
                ? Optional.empty()
                : Optional.of(new Piece.OfRegion(region.getFirst(), "region"));
    }

    private Optional<Piece> team(List<String> tokens, int at, int length, String key) {
        var team = names.team(key);
        var isCalledTeam = beside(tokens, at, length, Set.of("team", "folks", "people", "guys", "oncall", "crew"));
        var isSomethingElse = !names.services(key).isEmpty() || isOrdinary(key) || !standsAsATeam(tokens, at, length);
        var saysTeam = isCalledTeam || key.endsWith("team");
        return team.isEmpty() || ((isSomethingElse || !Names.isProper(key, team.getFirst())) && !saysTeam)
                ? Optional.empty()
                : Optional.of(new Piece.OfTeam(team.getFirst(), isCalledTeam ? "" : "team"));
    }

    /** "Heap growth" is not of a team called growth; "did growth ship", "by growth" is. */
    private static boolean standsAsATeam(List<String> tokens, int at, int length) {
        var isOfSomething =
                at + length < tokens.size() && tokens.get(at + length).equals("of");
        return !isOfSomething && (at == 0 || BEFORE_TEAM.contains(tokens.get(at - 1)));
    }

    private Optional<Piece> service(List<String> tokens, int at, int length, String key, String surface) {
        var services = names.services(length == 1 ? Possessives.owner(tokens, at, key, names) : key);
        if (services.isEmpty() || OrdinaryWords.isVerb(tokens, at, length, key)) {
            return Optional.empty();
        }
        var isSomebodysId = services.size() == 1
                && key.equals(Names.key(services.getFirst().id().value()));
        if (!isSomebodysId
                && isOrdinary(key)
                && !beside(tokens, at, length, lexicon.serviceNouns())
                && !OrdinaryWords.isSubject(tokens, at, length)) {
            return Optional.empty();
        }
        // "Which database does checkout use" is about checkout, "does the resolver know checkout" about both.
        var isAskedFor = at > 0 && ASKING_FOR.contains(tokens.get(at - 1));
        if (services.size() == 1
                && names.ofSort(key).equals(services)
                && (isAskedFor || (!isSomebodysId && !isResolver(services)))) {
            return sort("", key, surface);
        }
        var meant = Names.originals(services);
        return Optional.of(
                meant.size() == 1
                        ? new Piece.OfService(
                                meant.getFirst(), noun(meant.getFirst().kind()))
                        : new Piece.OneOf(meant, surface, noun(meant.getFirst().kind())));
    }

    private static boolean isResolver(List<Service> services) {
        return services.getFirst().kind() == ServiceKind.RESOLVER;
    }

    private Optional<Piece> sort(String before, String key, String surface) {
        if (QUANTIFIERS.contains(before) && PLURALS.contains(surface + "s")) {
            return sort("", key + "s", surface + "s");
        }
        var isPlural = PLURALS.contains(surface);
        var ofSort = isPlural ? names.ofSort(key.substring(0, key.length() - 1)) : Names.originals(names.ofSort(key));
        return ofSort.isEmpty()
                ? Optional.empty()
                : Optional.of(new Piece.OneOf(
                        ofSort,
                        surface,
                        isPlural ? surface : noun(ofSort.getFirst().kind())));
    }

    private boolean isOrdinary(String key) {
        return lexicon.ambiguousAliases().contains(key) || isSingularOfAnId(key);
    }

    private boolean isSingularOfAnId(String key) {
        return names.services(key).stream()
                .anyMatch(service -> service.id().value().equals(key + "s"));
    }

    private static boolean beside(List<String> tokens, int at, int length, Set<String> nouns) {
        var next = at + length;
        return (next < tokens.size() && nouns.contains(tokens.get(next)))
                || (at > 0 && tokens.get(at - 1).equals("team"));
    }

    /** The word that stands for a service in what the classifier reads: its sort, so that phrasings fit any system. */
    static String noun(ServiceKind kind) {
        return switch (kind) {
            case EDGE, SERVICE -> "service";
            case DATABASE -> "database";
            case CACHE -> "cache";
            case QUEUE -> "queue";
            case RESOLVER -> "resolver";
            case THIRD_PARTY -> "provider";
        };
    }

    private static Optional<Service> only(List<Service> services) {
        return services.size() == 1 ? Optional.of(services.getFirst()) : Optional.empty();
    }
}
