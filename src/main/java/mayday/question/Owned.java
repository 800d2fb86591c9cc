package mayday.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Team;

/**
 * Finds what is named by who looks after it or by what it is written in: "Amara's service", "the growth team's thing", "the one written in
 * Go". If that fits several things, all of them are meant until something else tells which.
 */
final class Owned {
    /** What may stand behind a person, a team or a language for what is theirs. */
    private static final Set<String> THINGS = Set.of(
            ("service services thing things app application box boxes machine machines host hosts pod pods instance instances node nodes server "
                            + "servers fleet database db cache one code")
                    .split(" "));

    /** "The one" of a person is nothing certain, of a language it is. */
    private static final String ONE = "one";

    private static final Set<String> WRITTEN = Set.of("written", "coded", "programmed", "implemented");
    private static final Set<ServiceKind> WRITTEN_HERE = EnumSet.of(ServiceKind.SERVICE, ServiceKind.EDGE);

    private static final Map<String, Set<ServiceKind>> KINDS = Map.of(
            "database", EnumSet.of(ServiceKind.DATABASE),
            "db", EnumSet.of(ServiceKind.DATABASE),
            "cache", EnumSet.of(ServiceKind.CACHE),
            "service", WRITTEN_HERE,
            "services", WRITTEN_HERE,
            "app", WRITTEN_HERE,
            "application", WRITTEN_HERE,
            "code", WRITTEN_HERE);

    /** Names so short are words too often. */
    private static final int SHORTEST_NAME = 3;

    /** Of these a machine is one, whatever runs on it. */
    private static final Set<String> NO_LANGUAGES = Set.of("node", "managed", "amazon", "aws");

    /** "Ready to go box by box" speaks of no language. */
    private static final Set<String> BEFORE_A_VERB =
            Set.of("to", "will", "would", "can", "let", "did", "not", "we", "i");

    private final SimulatedSystem system;

    /** By a person's name, whatever part of it, the teams that the person is on call for. */
    private final Map<String, Set<Team>> people = new HashMap<>();

    private final Map<String, Set<Service>> languages = new TreeMap<>();

    Owned(SimulatedSystem system) {
        this.system = system;
        for (var team : system.teams()) {
            for (var shift : team.shifts()) {
                for (var name : PlainText.of(shift.name()).split("[ -]")) {
                    if (name.length() >= SHORTEST_NAME) {
                        people.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(team);
                    }
                }
            }
        }
        for (var service : system.services()) {
            if (WRITTEN_HERE.contains(service.kind())) {
                var language = PlainText.of(service.technology()).split("[ .]")[0];
                if (!NO_LANGUAGES.contains(language)) {
                    languages
                            .computeIfAbsent(language, _ -> new LinkedHashSet<>())
                            .add(service);
                }
            }
        }
    }

    /** {@code pieces} with what is so named in place of its words. */
    List<Piece> in(List<Piece> pieces) {
        var found = new ArrayList<Piece>();
        for (var at = 0; at < pieces.size(); at++) {
            var named = at + 1 < pieces.size() ? named(pieces, at) : Optional.<Piece>empty();
            found.add(named.orElse(pieces.get(at)));
            at += named.isPresent() ? 1 : 0;
        }
        return found;
    }

    private Optional<Piece> named(List<Piece> pieces, int at) {
        if (!(pieces.get(at + 1) instanceof Piece.Word(var thing))) {
            return Optional.empty();
        }
        var first = pieces.get(at);
        if (THINGS.contains(thing)) {
            if (first instanceof Piece.OfTeam(var team, var _) && !thing.equals(ONE)) {
                return piece(of(Set.of(team), thing), thing);
            }
            if (first instanceof Piece.Word(var word)) {
                var isVerb = at > 0 && BEFORE_A_VERB.contains(pieces.get(at - 1).read());
                return languages.containsKey(word) && !isVerb
                        ? piece(List.copyOf(languages.get(word)), thing)
                        : thing.equals(ONE)
                                ? Optional.empty()
                                : piece(of(people.getOrDefault(word, Set.of()), thing), thing);
            }
        }
        // "The one written in Go".
        var isWritten = at > 0
                && WRITTEN.contains(pieces.get(at - 1).read())
                && first.read().equals("in");
        return isWritten && languages.containsKey(thing)
                ? piece(List.copyOf(languages.get(thing)), thing)
                : Optional.empty();
    }

    /** What the teams own that may be called so: of services and databases a "service" is first of all one of the former. */
    private List<Service> of(Set<Team> teams, String thing) {
        var owned = system.services().stream()
                .filter(service -> teams.stream().anyMatch(team -> team.id().equals(service.owner())))
                .toList();
        var kinds = KINDS.getOrDefault(thing, EnumSet.allOf(ServiceKind.class));
        var fitting =
                owned.stream().filter(service -> kinds.contains(service.kind())).toList();
        return fitting.isEmpty() && kinds.equals(WRITTEN_HERE) ? owned : fitting;
    }

    private static Optional<Piece> piece(List<Service> services, String thing) {
        return switch (services.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new Piece.OfService(
                        services.getFirst(), Recogniser.noun(services.getFirst().kind())));
            default -> Optional.of(new Piece.OneOf(services, thing, "service"));
        };
    }
}
