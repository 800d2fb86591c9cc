package mayday.question;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mayday.scenario.AlertId;
import mayday.scenario.AlertRule;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Capacity;
import mayday.scenario.Condition;
import mayday.scenario.Level;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.SystemId;
import mayday.scenario.Team;
import mayday.scenario.TeamId;
import mayday.scenario.Traffic;
import mayday.scenario.Where;

/** A system made of the names in a {@link ForeignSet} or an {@link OwnSet}: enough of one to ask about. */
final class ForeignSystem {
    private static final RegionId REGION = new RegionId("eu-west");
    private static final TeamId TEAM = new TeamId("sre");

    private ForeignSystem() {}

    /** A service by its id, which sort it is of, and what else it is called. */
    record Part(String id, String sort, List<String> aliases) {}

    static Scenario scenario(String id, List<Part> parts, String pagedService, List<AuthoredQuestion> questions) {
        var services = parts.stream().map(ForeignSystem::service).toList();
        var paged = new ServiceId(pagedService);
        return new Scenario(
                new ScenarioId(id),
                new Revision("0"),
                id,
                "",
                Level.FOUNDATION,
                List.of(),
                system(id, services, paged),
                new AlertRule(new AlertId("page"), "errors", errors(paged, Condition.Comparison.ABOVE), TEAM),
                Storefront.PAGED_AT,
                Duration.ofHours(1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                questions,
                errors(paged, Condition.Comparison.BELOW),
                Map.of());
    }

    private static SimulatedSystem system(String id, List<Service> services, ServiceId entry) {
        return new SimulatedSystem(
                new SystemId(id),
                id,
                List.of(new Region(REGION, "Western Europe", List.of("eu", "europe"), 1)),
                services,
                List.of(),
                new Traffic(entry, 100, List.of(), 0),
                List.of(),
                List.of(),
                List.of(new Team(TEAM, "SRE", "Somebody", List.of(), 180)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Condition.Threshold errors(ServiceId service, Condition.Comparison comparison) {
        return new Condition.Threshold(
                service, Where.everywhere(), Signal.ERROR_RATIO, comparison, 0.02, Duration.ofMinutes(5));
    }

    private static Service service(Part part) {
        return new Service(
                new ServiceId(part.id()),
                part.id(),
                ServiceKind.valueOf(part.sort().toUpperCase(Locale.ROOT)),
                "Java 25",
                "1.0.0",
                TEAM,
                part.aliases(),
                List.of(REGION),
                new Capacity(6, 64, 4, 0.01, 0.02, 3, 0.0001, 1, 2, 0.3, 30),
                54);
    }
}
