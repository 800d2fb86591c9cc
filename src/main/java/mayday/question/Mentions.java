package mayday.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import mayday.evidence.Target;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;

/**
 * What of the system is named in a stretch of text.
 *
 * @param oneOf names that fit several services
 */
record Mentions(
        List<Service> services,
        List<Piece.OfHost> hosts,
        List<RegionId> regions,
        List<Piece.OfTeam> teams,
        List<Piece.OneOf> oneOf) {
    private static final Set<String> PLURALS = Set.of("databases", "dbs", "caches");
    private static final Set<String> SETTING_ASIDE = Set.of(
            "other than",
            "instead of",
            "rather than",
            "apart from",
            "except for",
            "not the",
            "not about",
            "not of",
            "not for");

    /** Behind these "not" sets nothing aside: "whether or not checkout is slow", "is checkout not". */
    private static final Set<String> OPEN =
            Set.of("or", "whether", "why", "is", "are", "does", "do", "did", "can", "could", "has", "have");

    static final Mentions NONE = new Mentions(List.of(), List.of(), List.of(), List.of(), List.of());

    Mentions {
        services = services.stream().distinct().toList();
        hosts = hosts.stream().distinct().toList();
        regions = regions.stream().distinct().toList();
        teams = teams.stream().distinct().toList();
        oneOf = oneOf.stream().distinct().toList();
    }

    static Mentions of(Service service) {
        return new Mentions(List.of(service), List.of(), List.of(), List.of(), List.of());
    }

    /** What {@code pieces} name; what they set aside ("not web: the log of accounts") only if nothing else is named. */
    static Mentions in(List<Piece> pieces) {
        var kept = withoutSetAside(pieces);
        var mentions = named(kept);
        return kept.size() == pieces.size() || mentions.namesAService() || !mentions.oneOf.isEmpty()
                ? mentions
                : named(pieces);
    }

    private static List<Piece> withoutSetAside(List<Piece> pieces) {
        var kept = new ArrayList<Piece>();
        for (var i = 0; i < pieces.size(); i++) {
            if (!isSetAside(pieces, i)) {
                kept.add(pieces.get(i));
            }
        }
        return kept;
    }

    /** "Not web", "other than web", "instead of web"; "or not web" asks of it. */
    private static boolean isSetAside(List<Piece> pieces, int at) {
        if (at == 0 || pieces.get(at) instanceof Piece.Word || pieces.get(at) instanceof Piece.Mark) {
            return false;
        }
        var before = pieces.get(at - 1).read();
        var earlier = at > 1 ? pieces.get(at - 2).read() : "";
        return (before.equals("not") && !OPEN.contains(earlier)) || SETTING_ASIDE.contains(earlier + " " + before);
    }

    private static Mentions named(List<Piece> pieces) {
        var services = new ArrayList<Service>();
        var hosts = new ArrayList<Piece.OfHost>();
        var regions = new ArrayList<RegionId>();
        var teams = new ArrayList<Piece.OfTeam>();
        var oneOf = new ArrayList<Piece.OneOf>();
        var byNoun = new ArrayList<Service>();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.OfService(var service, var _) -> services.add(service);
                case Piece.OfHost host -> hosts.add(host);
                case Piece.OfRegion(var region, var _) -> regions.add(region);
                case Piece.OfTeam team -> teams.add(team);
                case Piece.OneOf several -> addSeveral(several, services, byNoun, oneOf);
                case Piece.Word _, Piece.Mark _, Piece.Missing _ -> {}
            }
        }
        // "Is the database of checkout slow" is about checkout; without a name, about the database.
        if (services.isEmpty() && hosts.isEmpty()) {
            services.addAll(byNoun);
        }
        return new Mentions(services, hosts, regions, teams, oneOf);
    }

    /** A noun that fits one service names it, and a plural names all that it fits. */
    private static void addSeveral(
            Piece.OneOf several, List<Service> services, List<Service> byNoun, List<Piece.OneOf> oneOf) {
        if (several.services().size() == 1) {
            byNoun.addAll(several.services());
        } else if (PLURALS.contains(several.noun())) {
            services.addAll(several.services());
        } else {
            oneOf.add(several);
        }
    }

    boolean isEmpty() {
        return services.isEmpty() && hosts.isEmpty() && regions.isEmpty() && teams.isEmpty() && oneOf.isEmpty();
    }

    boolean namesAService() {
        return !services.isEmpty() || !hosts.isEmpty();
    }

    /** Whether one of {@code ids} is named, or a host of it. */
    boolean isAboutAny(Collection<ServiceId> ids) {
        return services.stream().anyMatch(service -> ids.contains(service.id()))
                || hosts.stream().anyMatch(host -> ids.contains(host.service().id()));
    }

    Mentions and(Mentions more) {
        return new Mentions(
                joined(services, more.services),
                joined(hosts, more.hosts),
                joined(regions, more.regions),
                joined(teams, more.teams),
                joined(oneOf, more.oneOf));
    }

    /** "Do packets to orders-db get lost, and is the database up": a noun means the only one that it fits of those named in {@code all}. */
    Mentions theOneOf(Mentions all) {
        if (namesAService() || oneOf.isEmpty()) {
            return this;
        }
        var meant = all.services.stream()
                .filter(oneOf.getFirst().services()::contains)
                .toList();
        return meant.size() == 1 ? and(of(meant.getFirst())) : this;
    }

    /** These, with what they lack taken from {@code others}. */
    Mentions orElse(Mentions others) {
        var takesServices = !namesAService() && oneOf.isEmpty();
        return new Mentions(
                takesServices ? others.services : services,
                takesServices ? others.hosts : hosts,
                regions.isEmpty() ? others.regions : regions,
                teams,
                takesServices ? others.oneOf : oneOf);
    }

    /** What a question is about that names these. */
    List<Target> targets() {
        var targets = new ArrayList<Target>();
        for (var host : hosts) {
            var region = regions.isEmpty() ? host.service().primaryRegion() : regions.getFirst();
            targets.add(new Target.OfHost(host.service().id(), region, host.number()));
        }
        for (var service : services) {
            if (regions.isEmpty()) {
                targets.add(new Target.OfService(service.id()));
            }
            regions.forEach(region -> targets.add(new Target.OfNode(service.id(), region)));
        }
        if (targets.isEmpty()) {
            regions.forEach(region -> targets.add(new Target.OfRegion(region)));
        }
        if (targets.isEmpty()) {
            teams.forEach(team -> targets.add(new Target.OfTeam(team.team().id())));
        }
        return targets;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
