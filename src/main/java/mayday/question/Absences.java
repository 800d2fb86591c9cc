package mayday.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.scenario.Platform;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;

/** Recognises names of things that a system has not got: products, services and places. */
final class Absences {
    private static final int LONGEST = 3;
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "in", "on", "for", "from", "at", "to", "with", "about", "behind");
    private static final Set<String> MEASURES = Set.of(
            "errors",
            "error",
            "latency",
            "logs",
            "log",
            "cpu",
            "memory",
            "disk",
            "traffic",
            "lag",
            "backlog",
            "queue",
            "pods",
            "health",
            "status",
            "p99",
            "p95",
            "5xx",
            "500s",
            "replicas",
            "rps",
            "down",
            "up",
            "slow",
            "failing",
            "healthy",
            "team",
            "deploys",
            "deploy",
            "connections",
            "trace",
            "traces",
            "broken",
            "ok");

    /** "The loyalty-points service". */
    private static final Pattern HYPHENATED = Pattern.compile("[a-z]{3,}-[a-z]{3,}");

    /** "Accounts-cache". */
    private static final Pattern PART = Pattern.compile("(.+)-(db|database|cache|queue)");

    private final Names names;
    private final Lexicon lexicon;
    private final OnDemand<Set<String>> ownWords;

    Absences(Names names, Lexicon lexicon) {
        this.names = names;
        this.lexicon = lexicon;
        this.ownWords = new OnDemand<>(() -> ownWords(names.system(), names.asks()));
    }

    /** All that is said about the system in its own file, and that its author asks of it: what it speaks of is there, whether or not it is one of its services. */
    private static Set<String> ownWords(SimulatedSystem system, List<String> asks) {
        var said = new ArrayList<String>();
        said.add(system.id() + " " + system.title());
        for (var part : List.of(
                system.services(),
                system.teams(),
                system.jobs(),
                system.runbooks(),
                system.pastIncidents(),
                system.changes(),
                system.journeys(),
                system.slos())) {
            said.add(part.toString());
        }
        said.add(words(system.platform()));
        said.addAll(asks);
        var words = List.of(String.join(" ", said).toLowerCase(Locale.ROOT).split("[^a-z0-9.+/-]+"));
        var stretches = new HashSet<String>();
        for (var first = 0; first < words.size(); first++) {
            var stretch = "";
            for (var word : words.subList(first, Math.min(words.size(), first + LONGEST))) {
                // What ends in a domain is spoken of without it, too.
                for (var dot = word.indexOf('.'); dot >= 0; dot = word.indexOf('.', dot + 1)) {
                    stretches.add(stretch + word.substring(0, dot));
                }
                stretches.add(stretch + word);
                stretch += word + " ";
            }
        }
        return stretches;
    }

    /** What belongs to the way in which a system is run. */
    private static String words(Platform platform) {
        var runsOn = switch (platform.runsOn()) {
            case KUBERNETES -> "kubernetes docker containerd helm";
            case EC2_AUTO_SCALING -> "aws ec2 s3";
            case BARE_HOSTS -> "";
        };
        var metrics = switch (platform.metrics()) {
            case PROMETHEUS -> "prometheus";
            case CLOUDWATCH -> "cloudwatch aws";
            case ATLAS -> "atlas";
        };
        return runsOn + " " + metrics;
    }

    private boolean isSpokenOf(String name) {
        return ownWords.get().contains(name);
    }

    /**
     * Something that is not there.
     *
     * @param length how many tokens name it
     * @param read what the classifier reads in its place
     */
    record Absence(String name, int length, String read) {}

    /** What is named at {@code at} and not part of the system. */
    Optional<Absence> at(List<String> tokens, int at) {
        for (var length = Math.min(LONGEST, tokens.size() - at); length >= 1; length--) {
            var surface = String.join(" ", tokens.subList(at, at + length));
            if (!names.services(Names.key(surface)).isEmpty()) {
                return Optional.empty();
            }
            if (isSpokenOf(surface)) {
                return Optional.empty();
            }
            if (lexicon.technologies().contains(surface) && !isTechnologyOfTheSystem(surface)) {
                return Optional.of(new Absence(surface, length, "service"));
            }
            if (lexicon.otherPlaces().contains(surface)) {
                return Optional.of(new Absence(surface, length, "region"));
            }
            if (lexicon.services().contains(surface) && standsAsAService(tokens, at, length)) {
                return Optional.of(new Absence(surface, length, "service"));
            }
        }
        return unknownService(tokens, at);
    }

    private boolean isTechnologyOfTheSystem(String technology) {
        return names.system().services().stream()
                .anyMatch(service -> Names.key(service.technology()).contains(Names.key(technology)));
    }

    private boolean standsAsAService(List<String> tokens, int at, int length) {
        var next = at + length < tokens.size() ? tokens.get(at + length) : "";
        var before = at > 0 ? tokens.get(at - 1) : "";
        if (lexicon.serviceNouns().contains(next) || MEASURES.contains(next)) {
            return true;
        }
        var ends = next.isEmpty() || next.equals("?") || next.equals(",") || next.equals("and") || next.equals("in");
        var article = before.equals("the") && at > 1 ? tokens.get(at - 2) : before;
        return ends && PREPOSITIONS.contains(article);
    }

    /** "the gizmo service", "gizmo-service", "gizmo-db": a name although nobody knows it. */
    private Optional<Absence> unknownService(List<String> tokens, int at) {
        var token = tokens.get(at);
        if (isSpokenOf(token)) {
            return Optional.empty();
        }
        if (token.matches("[a-z]+-(service|api|db|svc|cache|queue|worker|gateway|proxy)(-\\d+)?")
                && isName(token.replaceAll("-.*", ""))) {
            return Optional.of(new Absence(token, 1, "service"));
        }
        var part = PART.matcher(token);
        if (part.matches() && hasNone(part.group(1), kind(part.group(2)))) {
            return Optional.of(new Absence(token, 1, Recogniser.noun(kind(part.group(2)))));
        }
        var prefix = token.replaceAll("-.*", "");
        if (token.contains("-") && lexicon.technologies().contains(prefix) && !isSpokenOf(prefix)) {
            return Optional.of(new Absence(token, 1, "service"));
        }
        var next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
        var before = at > 0 ? tokens.get(at - 1) : "";
        var isCalledService = Set.of("service", "microservice", "api").contains(next);
        if (isCalledService && HYPHENATED.matcher(token).matches() && isNameOfParts(token)) {
            return Optional.of(new Absence(token + " " + next, 2, "service"));
        }
        return before.equals("the") && isCalledService && isName(token)
                ? Optional.of(new Absence(token + " " + next, 2, "service"))
                : Optional.empty();
    }

    private static ServiceKind kind(String word) {
        return switch (word) {
            case "cache" -> ServiceKind.CACHE;
            case "queue" -> ServiceKind.QUEUE;
            default -> ServiceKind.DATABASE;
        };
    }

    /** Whether a service is called that, which uses nothing of that kind. */
    private boolean hasNone(String service, ServiceKind kind) {
        var called = names.services(Names.key(service));
        var system = names.system();
        return !called.isEmpty()
                && called.stream()
                        .flatMap(each -> system.dependenciesOf(each.id()).stream())
                        .map(each -> system.service(each.to()))
                        .noneMatch(each -> each.kind() == kind);
    }

    private boolean isNameOfParts(String token) {
        return Arrays.stream(token.split("-")).allMatch(part -> isName(part) && !isSpokenOf(part));
    }

    private boolean isName(String word) {
        return !lexicon.notNames().contains(word) && names.services(word).isEmpty() && word.matches("[a-z][a-z0-9]+");
    }
}
