package mayday.web.view;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mayday.compiler.Outline;
import mayday.compiler.Suspect;
import mayday.compiler.Systems;
import mayday.scenario.Level;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Words;

/**
 * The form for a new scenario, with what was typed into it.
 *
 * @param services those that can be at fault, by system
 * @param causes of the form's rows, as they were chosen
 */
public record NewScenarioView(
        String id,
        String title,
        String level,
        String system,
        List<Choice> levels,
        List<String> systems,
        List<Choice> faults,
        List<OfSystem> services,
        List<Cause> causes) {
    /** Rows of the form; more causes are written in the editor. */
    public static final int ROWS = 4;

    public NewScenarioView {
        levels = List.copyOf(levels);
        systems = List.copyOf(systems);
        faults = List.copyOf(faults);
        services = List.copyOf(services);
        causes = List.copyOf(causes);
    }

    /** The services of a system. */
    public record OfSystem(String system, List<String> services) {
        public OfSystem {
            services = List.copyOf(services);
        }

        static Stream<OfSystem> of(SimulatedSystem system) {
            var services = system.services().stream()
                    .filter(service -> Suspect.FAULTS.stream()
                            .anyMatch(
                                    fault -> new Suspect(fault, service).flaw().isEmpty()))
                    .map(service -> service.id().value())
                    .toList();
            return services.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new OfSystem(system.id().value(), services));
        }
    }

    /** A row: both are empty where nothing was chosen. */
    public record Cause(int number, String fault, String service) {}

    /**
     * The form.
     *
     * @param fields as it sends them
     */
    public static NewScenarioView of(Systems systems, Map<String, String> fields) {
        var levels = Stream.of(Level.values())
                .map(each -> new Choice(Words.kebab(each), Words.kebab(each)))
                .toList();
        var faults = Suspect.FAULTS.stream()
                .map(each -> new Choice(Words.kebab(each), Words.kebab(each).replace('-', ' ')))
                .toList();
        var services = systems.names().stream()
                .flatMap(name -> systems.find(name).stream())
                .flatMap(OfSystem::of)
                .toList();
        return new NewScenarioView(
                fields.getOrDefault("id", ""),
                fields.getOrDefault("title", ""),
                fields.getOrDefault("level", ""),
                fields.getOrDefault("system", ""),
                levels,
                services.stream().map(OfSystem::system).toList(),
                faults,
                services,
                causes(fields));
    }

    private static List<Cause> causes(Map<String, String> fields) {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> new Cause(
                        number, fields.getOrDefault("fault" + number, ""), fields.getOrDefault("service" + number, "")))
                .toList();
    }

    /** What the form says; a row that was left as it is says nothing. */
    public static Outline outline(Map<String, String> fields) {
        return new Outline(
                fields.getOrDefault("id", "").strip(),
                fields.getOrDefault("title", "").strip(),
                fields.getOrDefault("level", ""),
                fields.getOrDefault("system", ""),
                causes(fields).stream()
                        .filter(each ->
                                !each.fault().isEmpty() || !each.service().isEmpty())
                        .map(each -> each.fault() + ":" + each.service())
                        .toList());
    }
}
