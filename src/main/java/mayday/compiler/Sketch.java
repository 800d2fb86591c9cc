package mayday.compiler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Status;
import mayday.playthrough.Script;
import mayday.scenario.FaultClass;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Words;

/**
 * A scenario to begin with: a few suspects on a system that there is. Each is made as strong as it has to be for customers to feel it
 * where the system is entered, and is tried out: the pager goes off, and what should end it does.
 *
 * @param suspects at least two, each another
 */
public record Sketch(String id, String title, Level level, SimulatedSystem system, List<Suspect> suspects) {
    public static final int FEWEST_SUSPECTS = 2;
    public static final int MOST_SUSPECTS = 8;

    private static final long SEED = 1;

    public Sketch {
        suspects = List.copyOf(suspects);
    }

    /** What became of it. */
    public sealed interface Drawn {}

    /**
     * A scenario without problems.
     *
     * @param playthroughs texts by the name of the file, without its ending
     */
    public record Complete(Scenario scenario, Sources sources, Map<String, String> playthroughs) implements Drawn {
        public Complete {
            playthroughs = Map.copyOf(playthroughs);
        }
    }

    /** It cannot be played; {@code why} is a sentence for its author. */
    public record Unplayable(String why) implements Drawn {}

    /**
     * Draws it. Pure.
     *
     * @param systems texts of the system's file by its path
     */
    public Drawn drawn(Map<String, String> systems) {
        var causes = new LinkedHashMap<Suspect, String>();
        for (var suspect : suspects) {
            var strength = suspect.strengths().stream()
                    .filter(each -> isFelt(suspect, each, systems))
                    .findFirst();
            if (strength.isEmpty()) {
                return new Unplayable("Customers at " + system.traffic().entry() + " do not feel " + suspect.words()
                        + ", or it cannot be ended there. Choose another fault or service.");
            }
            causes.put(suspect, strength.get());
        }
        return switch (ScenarioCompiler.compile(sources(causes, systems))) {
            case Compilation.Failed(var problems) ->
                new Unplayable("It would have a problem: " + problems.getFirst().message() + ".");
            case Compilation.Compiled(var scenario, var problems)
            when !problems.isEmpty() ->
                new Unplayable("It would have a problem: " + problems.getFirst().message() + ".");
            case Compilation.Compiled(var scenario, var _) ->
                new Complete(scenario, sources(causes, systems), playthroughs(scenario));
        };
    }

    private Sources sources(Map<Suspect, String> causes, Map<String, String> systems) {
        var main = id + "/scenario.yaml";
        var files = new TreeMap<>(systems);
        files.put(main, text(causes));
        return new Sources(main, files);
    }

    private String text(Map<Suspect, String> causes) {
        var changes = new StringBuilder();
        var written = new StringBuilder();
        causes.forEach((suspect, strength) -> {
            changes.append(suspect.changeText());
            written.append(suspect.causeText(strength)).append('\n');
        });
        var entry = system.traffic().entry();
        return """
                # yaml-language-server: $schema=../../docs/schema/scenario.json
                id: %s
                title: %s
                summary: The pager says that requests fail at %s. Find out who is hurt and why, and stop it.
                level: %s
                system: %s
                page: { alert: "%s: errors > 2 %% for 2 min", when: %s.error-ratio > 2 %% for 2m, at: "14:06" }
                mitigated: %s.error-ratio < 0.5 %% for 2m
                %s
                # Which of these is true is drawn by seed. docs/scenario-format.md says what else there is.
                causes:
                %s""".formatted(
                        id,
                        YamlText.scalar(title),
                        entry,
                        Words.kebab(level),
                        system.id(),
                        entry,
                        entry,
                        entry,
                        changes.isEmpty()
                                ? ""
                                : "\n# All of these are made whichever cause is true, so the list of changes alone decides nothing.\nchanges:\n"
                                        + changes,
                        written.toString().stripTrailing() + "\n");
    }

    /** Whether the pager goes off because of it, it stays until it is mended, and is over when it was. */
    private boolean isFelt(Suspect suspect, String strength, Map<String, String> systems) {
        var compiled = ScenarioCompiler.compile(sources(Map.of(suspect, strength), systems));
        if (!(compiled instanceof Compilation.Compiled(var scenario, var _))) {
            return false;
        }
        var paged = Decider.open(
                        scenario, SEED, scenario.causes().getFirst().id(), ClockMode.LIVE, Instant.EPOCH, Script.PLAYER)
                .after();
        if (!paged.holds(scenario.page().condition(), scenario.pagedAt())) {
            return false;
        }
        var left = after(paged);
        return suspect.remedy()
                .map(action -> left.status() == Status.OPEN
                        && after(decided(paged, new Command.Act(Script.PLAYER, action, ""), paged.now()))
                                        .status()
                                == Status.MITIGATED)
                .orElse(left.status() == Status.MITIGATED);
    }

    private static Incident after(Incident incident) {
        return decided(incident, new Command.Observe(), incident.now().plus(Suspect.RECOVERY));
    }

    private static Incident decided(Incident incident, Command command, Instant now) {
        return Decider.decide(incident.scenario(), incident, command, now).after();
    }

    /** One that ends well, and one that takes what would have ended another cause, where that does not help. */
    private Map<String, String> playthroughs(Scenario scenario) {
        var first = suspects.getFirst();
        var playthroughs = new TreeMap<String, String>();
        playthroughs.put("right", right(first));
        suspects.stream()
                .skip(1)
                .filter(other -> other.remedy().isPresent() && first.remedy().isPresent())
                .filter(other -> doesNotHelp(scenario, first, other))
                .findFirst()
                .ifPresent(other -> playthroughs.put("wrong", wrong(first, other)));
        return playthroughs;
    }

    private static boolean doesNotHelp(Scenario scenario, Suspect truth, Suspect other) {
        var cause = scenario.causes().stream()
                .filter(each -> each.id().value().equals(truth.id()))
                .findFirst()
                .orElseThrow();
        var paged = Decider.open(scenario, SEED, cause.id(), ClockMode.LIVE, Instant.EPOCH, Script.PLAYER)
                .after();
        var act = new Command.Act(Script.PLAYER, other.remedy().orElseThrow(), "");
        return after(decided(paged, act, paged.now())).status() == Status.OPEN;
    }

    private static String head(String title, Suspect truth) {
        return """
                # yaml-language-server: $schema=../../../docs/schema/playthrough.json
                title: %s
                cause: %s
                seed: 1
                steps:
                  - acknowledge
                """.formatted(YamlText.scalar(title), truth.id());
    }

    private String right(Suspect truth) {
        var text = new StringBuilder(head("It is looked at, mended and closed", truth)).append("""
                  - ask: which services are failing?
                    then: { understood-as: service-scope, reveals: table }
                  - ask: since when?
                    then: { understood-as: start-time }
                  - ask: what do customers notice?
                    then: { understood-as: customer-impact }
                  - severity: SEV2
                  - ask: any recent deployments?
                    then: { understood-as: recent-deploys }
                """);
        text.append("  - hypothesis: { class: ")
                .append(Words.kebab(truth.fault()))
                .append(", target: ");
        text.append(truth.service().id()).append(", confidence: 70 }\n");
        truth.remedy()
                .ifPresent(action ->
                        text.append("  - act: ").append(ActionText.of(action)).append('\n'));
        return text.append("""
                  - wait-until: %s.error-ratio < 0.5 %% for 2m
                    most: 20m
                    then: { status: mitigated }
                  - close: %s
                end: { status: closed }
                """.formatted(system.traffic().entry(), YamlText.scalar("It was " + truth.words() + ".")))
                .toString();
    }

    private String wrong(Suspect truth, Suspect other) {
        return head("What would have mended " + other.words() + " does not help", truth)
                + """
                  - act: %s
                  - wait: 12m
                    then: { status: open, fails: %s.error-ratio < 0.5 %% }
                  - close: I do not know what it was.
                end: { status: closed, mitigated-after: never }
                """.formatted(
                                ActionText.of(other.remedy().orElseThrow()),
                                system.traffic().entry());
    }

    /** What is wrong with it, in sentences; none if it can be drawn. */
    public List<String> flaws() {
        var flaws = new ArrayList<String>();
        flawOfId(id).ifPresent(flaws::add);
        flawOfTitle(title).ifPresent(flaws::add);
        if (suspects.size() < FEWEST_SUSPECTS || suspects.size() > MOST_SUSPECTS) {
            flaws.add("It takes " + FEWEST_SUSPECTS + " to " + MOST_SUSPECTS
                    + " causes; there is nothing to find out about one alone.");
        }
        suspects.forEach(each -> flawOf(each).ifPresent(flaws::add));
        if (suspects.stream().map(Suspect::id).distinct().count() < suspects.size()) {
            flaws.add("Two causes are the same.");
        }
        return flaws;
    }

    /** What is wrong with an id, in a sentence. */
    public static Optional<String> flawOfId(String id) {
        return Scalars.isId(id)
                ? Optional.empty()
                : Optional.of("The id is a name of small letters, digits and single hyphens, at most 60 of them, not \""
                        + id + "\".");
    }

    /** What is wrong with a title, in a sentence. */
    public static Optional<String> flawOfTitle(String title) {
        var isGood = !title.isBlank()
                && title.length() <= Scalars.LINE_CHARS
                && title.lines().count() == 1;
        return isGood
                ? Optional.empty()
                : Optional.of("The title is one line of at most " + Scalars.LINE_CHARS + " characters.");
    }

    /** Why something cannot be behind it, in a sentence. */
    public static Optional<String> flawOf(Suspect suspect) {
        var flaw = suspect.flaw();
        return flaw.isEmpty()
                ? Optional.empty()
                : Optional.of(Character.toUpperCase(flaw.charAt(0)) + flaw.substring(1) + ".");
    }

    /** The suspect of {@code fault} at {@code service}; empty if the system has no such service. */
    public static Optional<Suspect> suspect(SimulatedSystem system, FaultClass fault, String service) {
        return system.find(new ServiceId(service)).map(found -> new Suspect(fault, found));
    }
}
