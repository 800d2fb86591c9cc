package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Team;

/**
 * What people call the parts of one system. A name is kept without blanks and hyphens, so that {@code orders-db}, {@code orders db} and
 * {@code ordersdb} are one.
 */
final class Names {
    private static final int SHORTEST_SINGULAR = 4;

    /** Says of which sort a service is, in the singular. */
    private static final Map<String, ServiceKind> KIND_NOUNS = Map.ofEntries(
            Map.entry("database", ServiceKind.DATABASE),
            Map.entry("db", ServiceKind.DATABASE),
            Map.entry("cache", ServiceKind.CACHE),
            Map.entry("loadbalancer", ServiceKind.EDGE),
            Map.entry("cdn", ServiceKind.EDGE),
            Map.entry("resolver", ServiceKind.RESOLVER),
            Map.entry("nameserver", ServiceKind.RESOLVER),
            Map.entry("dnsserver", ServiceKind.RESOLVER),
            Map.entry("coredns", ServiceKind.RESOLVER),
            Map.entry("provider", ServiceKind.THIRD_PARTY),
            Map.entry("vendor", ServiceKind.THIRD_PARTY),
            Map.entry("thirdparty", ServiceKind.THIRD_PARTY));

    private static final String REPLICA = "replica";

    private final SimulatedSystem system;
    private final List<String> asks;
    private final Map<String, Set<Service>> services = new HashMap<>();
    private final Map<String, Set<Service>> nouns = new HashMap<>();
    private final Map<String, RegionId> regions = new HashMap<>();
    private final Map<String, Team> teams = new HashMap<>();
    private final Set<String> severalWords = new LinkedHashSet<>();

    Names(SimulatedSystem system, Lexicon lexicon) {
        this(system, lexicon, List.of());
    }

    /** @param asks what a scenario's author asks of the system: what it speaks of is there, and its words are right as they are */
    Names(SimulatedSystem system, Lexicon lexicon, List<String> asks) {
        this.system = system;
        this.asks = List.copyOf(asks);
        // Ids first and titles second: who is called so takes precedence over who is also called so.
        system.services().forEach(service -> claim(service.id().value(), service));
        system.services().forEach(service -> claimIfFree(service.title(), service));
        system.services().forEach(service -> service.aliases().forEach(alias -> share(alias, service)));
        system.services().stream()
                .filter(service -> !lexicon.languages().contains(key(technology(service))))
                .forEach(service -> share(technology(service), service));
        system.services().forEach(this::claimSingular);
        KIND_NOUNS.forEach((noun, kind) -> nounFor(noun, kind));
        system.regions().forEach(this::nameRegion);
        lexicon.places().forEach(this::namePlace);
        system.teams().forEach(this::nameTeam);
    }

    List<String> asks() {
        return asks;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The services called so; several when a name is shared; none when nobody is. */
    List<Service> services(String key) {
        return List.copyOf(services.getOrDefault(key, Set.of()));
    }

    /** "Postgres" and "the database" are the one that others are copies of, where there is one: all that are no replicas, or all. */
    static List<Service> originals(List<Service> services) {
        var originals = services.stream()
                .filter(service -> !service.technology().contains(REPLICA)
                        && !service.title().contains(REPLICA))
                .toList();
        return originals.isEmpty() ? services : originals;
    }

    /** The only service that runs {@code product}; a language that one is written in is none. */
    Optional<Service> running(String product) {
        var called = services(key(product));
        return called.size() == 1 && key(technology(called.getFirst())).equals(key(product))
                ? Optional.of(called.getFirst())
                : Optional.empty();
    }

    /** The services of the sort that the noun names. */
    List<Service> ofSort(String key) {
        return List.copyOf(nouns.getOrDefault(key, Set.of()));
    }

    /**
     * {@code resolver} for {@code resolvers} where one service is all of that sort, {@code zuul} for {@code zuuls}: its instances are
     * meant. Other keys as they are.
     */
    String singularOfOnlyOne(String key) {
        var singular = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
        var isInstances = ofSort(singular).size() == 1 || (singular.length() >= SHORTEST_SINGULAR && isId(singular));
        return services.containsKey(key) || !isInstances ? key : singular;
    }

    private boolean isId(String key) {
        return services(key).stream()
                .anyMatch(service -> key(service.id().value()).equals(key));
    }

    List<RegionId> region(String key) {
        var region = regions.get(key);
        return region == null ? List.of() : List.of(region);
    }

    List<Team> team(String key) {
        var team = teams.get(key);
        return team == null ? List.of() : List.of(team);
    }

    /** Whether this is what the team is called first, not one of its other names. */
    static boolean isProper(String key, Team team) {
        return key.equals(key(team.id().value())) || key.equals(key(team.title()));
    }

    /** Whether some name that is written in several words has this key. */
    boolean hasSeveralWords(String key) {
        return severalWords.contains(key);
    }

    SimulatedSystem system() {
        return system;
    }

    /** Names without blanks, and the words in them: right as they are, and worth mending towards. */
    Set<String> words() {
        var words = new LinkedHashSet<String>();
        var names = new ArrayList<String>();
        system.services().forEach(service -> {
            names.add(service.id().value());
            names.add(service.title());
            names.add(technology(service));
            names.addAll(service.aliases());
        });
        system.regions().forEach(region -> {
            names.add(region.id().value());
            names.add(region.title());
            names.addAll(region.aliases());
        });
        system.teams().forEach(team -> {
            names.add(team.id().value());
            names.add(team.title());
            names.addAll(team.aliases());
        });
        for (var name : names) {
            words.add(key(name));
            for (var word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
                words.add(word);
            }
        }
        words.remove("");
        return words;
    }

    /** The product's name without its version: {@code postgresql} of {@code PostgreSQL 16}. */
    private static String technology(Service service) {
        return service.technology().split(" ")[0];
    }

    private void claim(String name, Service service) {
        services.put(key(name), new LinkedHashSet<>(Set.of(service)));
        note(name);
    }

    private void claimIfFree(String name, Service service) {
        if (!services.containsKey(key(name))) {
            claim(name, service);
        }
    }

    /** Several may go by the same alias, unless it is somebody's id or title. */
    private void share(String name, Service service) {
        var key = key(name);
        if (key.isEmpty()) {
            return;
        }
        var known = services.getOrDefault(key, Set.of());
        var isTaken = known.stream()
                .anyMatch(each ->
                        key(each.id().value()).equals(key) || key(each.title()).equals(key));
        if (!isTaken) {
            services.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(service);
            note(name);
        }
        if (key.startsWith("postgres") && !key.equals("postgres")) {
            share("postgres", service);
        }
    }

    /** {@code payment} for {@code payments}; the recogniser wants a noun such as {@code service} beside it. */
    private void claimSingular(Service service) {
        var id = key(service.id().value());
        if (id.endsWith("s") && id.length() > SHORTEST_SINGULAR) {
            claimIfFree(id.substring(0, id.length() - 1), service);
        }
    }

    private void nounFor(String noun, ServiceKind kind) {
        var ofKind = system.services().stream()
                .filter(service -> service.kind() == kind)
                .toList();
        if (!ofKind.isEmpty()) {
            nouns.put(noun, new LinkedHashSet<>(ofKind));
        }
    }

    private void note(String name) {
        if (name.strip().matches(".*[ -].*")) {
            severalWords.add(key(name));
        }
    }

    private void nameRegion(Region region) {
        regions.put(key(region.id().value()), region.id());
        note(region.id().value());
        regions.putIfAbsent(key(region.title()), region.id());
        note(region.title());
        region.aliases().forEach(alias -> {
            regions.putIfAbsent(key(alias), region.id());
            note(alias);
        });
    }

    /** A country or continent means a region when only one begins so; where none does, the only one on its continent. */
    private void namePlace(String place, String beginning) {
        var meant = regionsOn(beginning);
        if (meant.isEmpty()) {
            meant = regionsOn(beginning.split("-", 2)[0]);
        }
        if (meant.size() == 1) {
            regions.putIfAbsent(key(place), meant.getFirst().id());
            regions.putIfAbsent(beginning, meant.getFirst().id());
        }
    }

    private List<Region> regionsOn(String beginning) {
        return system.regions().stream()
                .filter(region -> (region.id().value() + "-").startsWith(beginning + "-"))
                .toList();
    }

    private void nameTeam(Team team) {
        teams.putIfAbsent(key(team.id().value()), team);
        teams.putIfAbsent(key(team.title()), team);
        team.aliases().forEach(alias -> {
            teams.putIfAbsent(key(alias), team);
            note(alias);
        });
    }
}
