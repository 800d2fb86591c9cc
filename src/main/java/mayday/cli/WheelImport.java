package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.cli.ImportCommand.Refused;
import mayday.compiler.Compilation;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Skeleton;
import mayday.compiler.Sketch;
import mayday.compiler.Sources;
import mayday.compiler.Suspect;
import mayday.compiler.Systems;
import mayday.scenario.FaultClass;
import mayday.scenario.Level;
import mayday.scenario.Service;
import mayday.scenario.SimulatedSystem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The incidents of a Wheel of Misfortune (github.com/dastergon/wheel-of-misfortune) on their way into the folder of all scenarios: a JSON
 * list of {@code {"ID": "1", "title": "...", "scenario": "..."}}, or as older versions have it, with {@code label}, {@code description} and
 * {@code difficulty}.
 */
final class WheelImport {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_CARDS = 200;

    private final Surroundings surroundings;
    private final Path scenarios;
    private final String system;

    WheelImport(Surroundings surroundings, Path scenarios, String system) {
        this.surroundings = surroundings;
        this.scenarios = scenarios;
        this.system = system;
    }

    int of(List<Path> files) throws Refused {
        if (files.size() != 1) {
            throw new Refused("--wheel takes one file.");
        }
        var cards = cards(files.getFirst());
        var systems = Systems.in(scenarios);
        if (systems.names().isEmpty()) {
            throw new Refused("There are no systems in " + scenarios.resolve("systems")
                    + ". Name the folder of all scenarios with --into.");
        }
        var name = system.isEmpty() ? systems.names().getFirst() : system;
        var on = systems.find(name)
                .orElseThrow(() -> new Refused("There is no system " + name + " without errors. There is "
                        + String.join(", ", systems.names()) + "."));
        surroundings.out().println("Trying out causes to stand in on " + on.id() + " ...");
        surroundings.out().flush();
        var drawn = drawn(on, systems);
        return write(skeletons(cards), drawn);
    }

    private static List<JsonNode> cards(Path file) throws Refused {
        if (Files.isSymbolicLink(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused("There is no file " + file + ", or it is a link.");
        }
        try (var bytes = Files.newInputStream(file)) {
            var read = bytes.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw new Refused(FAILED, file + " is larger than 1 MiB.");
            }
            var cards = JsonMapper.shared().readTree(read);
            if (!cards.isArray() || cards.isEmpty() || !cards.valueStream().allMatch(WheelImport::isCard)) {
                throw new Refused(
                        FAILED,
                        file
                                + " has no incidents of a Wheel of Misfortune: a list of objects with `title` and `scenario` is expected.");
            }
            if (cards.size() > MOST_CARDS) {
                throw new Refused(FAILED, file + " has more than " + MOST_CARDS + " incidents.");
            }
            return cards.valueStream().toList();
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw new Refused(
                    FAILED,
                    "%s, line %d: this is no JSON: %s."
                            .formatted(
                                    file,
                                    at == null ? 1 : at.getLineNr(),
                                    broken.getOriginalMessage()
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
        } catch (IOException unreadable) {
            throw new Refused(FAILED, file + " cannot be read.");
        }
    }

    private static boolean isCard(JsonNode card) {
        return card.isObject() && !(text(card, "title", "label") + text(card, "scenario", "description")).isBlank();
    }

    private static String text(JsonNode card, String key, String older) {
        return card.path(key).isMissingNode()
                ? card.path(older).asString("")
                : card.path(key).asString("");
    }

    private static List<Skeleton> skeletons(List<JsonNode> cards) {
        var ids = new HashSet<String>();
        var skeletons = new ArrayList<Skeleton>();
        for (var card : cards) {
            var skeleton = Skeleton.of(
                    skeletons.size() + 1,
                    text(card, "title", "label"),
                    text(card, "scenario", "description"),
                    difficulty(card),
                    ids);
            ids.add(skeleton.id());
            skeletons.add(skeleton);
        }
        return skeletons;
    }

    private static int difficulty(JsonNode card) {
        var written = card.path("difficulty").asString("");
        return written.matches("[1-5]") ? Integer.parseInt(written) : 0;
    }

    /** A scenario that can be played, of two causes that customers feel on this system. */
    private static Sketch.Complete drawn(SimulatedSystem on, Systems systems) throws Refused {
        var entry = on.traffic().entry();
        var services = on.services().stream()
                .map(Service::id)
                .filter(id -> !id.equals(entry))
                .map(Object::toString)
                .toList();
        var found = new ArrayList<Suspect>();
        for (var fault : List.of(FaultClass.BAD_RELEASE, FaultClass.CONFIG_CHANGE, FaultClass.FALSE_ALARM)) {
            Stream.concat(services.stream(), Stream.of(entry.toString()))
                    .flatMap(service -> Sketch.suspect(on, fault, service).stream())
                    .filter(suspect -> suspect.flaw().isEmpty())
                    .sorted(Comparator.comparing(suspect -> isSuspected(suspect, found)))
                    .filter(suspect -> sketch(on, List.of(suspect, suspect))
                                    .drawn(systems.text(on.id().value()))
                            instanceof Sketch.Complete)
                    .findFirst()
                    .ifPresent(found::add);
        }
        if (found.size() >= Sketch.FEWEST_SUSPECTS
                && sketch(on, found).drawn(systems.text(on.id().value())) instanceof Sketch.Complete complete) {
            return complete;
        }
        throw new Refused(
                FAILED,
                "On the system " + on.id() + " no causes were found to begin with. Name another with --system.");
    }

    /** Another service makes a better guess, if there is one. */
    private static boolean isSuspected(Suspect suspect, List<Suspect> found) {
        return found.stream().anyMatch(other -> other.service().equals(suspect.service()));
    }

    private static Sketch sketch(SimulatedSystem on, List<Suspect> suspects) {
        return new Sketch(
                "skeleton",
                "A skeleton",
                Level.FOUNDATION,
                on,
                suspects.stream().distinct().toList());
    }

    private int write(List<Skeleton> skeletons, Sketch.Complete drawn) throws Refused {
        var texts = new LinkedHashMap<String, String>();
        for (var skeleton : skeletons) {
            var main = skeleton.id() + "/scenario.yaml";
            var text = skeleton.text(drawn);
            var wrong = wrong(main, text, drawn);
            if (wrong.isPresent()) {
                throw new Refused(
                        FAILED,
                        skeleton.title() + " cannot be made a draft: " + wrong.get() + ". Nothing was written.");
            }
            if (Files.exists(scenarios.resolve(skeleton.id()), LinkOption.NOFOLLOW_LINKS)) {
                surroundings
                        .out()
                        .println(scenarios.resolve(skeleton.id()) + " is there already, and was left as it is.");
            } else {
                texts.put(main, text);
            }
        }
        try {
            new FreshFiles(scenarios)
                    .writeAll(texts)
                    .forEach(file -> surroundings.out().println("Written: " + file));
        } catch (FreshFiles.NotWritten unable) {
            throw new Refused(FAILED, unable.getMessage() + " Nothing was written.");
        }
        surroundings
                .out()
                .println(
                        "These are drafts: they compile, and a few causes stand in for yours. What is missing is marked TODO in each: the"
                                + " service that pages, the causes, what was seen, the post-mortem, playthroughs.");
        surroundings.out().println("Next: mayday check " + scenarios);
        return GOOD;
    }

    private static Optional<String> wrong(String main, String text, Sketch.Complete drawn) {
        var files = new LinkedHashMap<>(drawn.sources().files());
        files.remove(drawn.sources().main());
        files.put(main, text);
        return ScenarioCompiler.compile(new Sources(main, files)) instanceof Compilation.Failed(var problems)
                ? Optional.of(problems.getFirst().message())
                : Optional.empty();
    }
}
