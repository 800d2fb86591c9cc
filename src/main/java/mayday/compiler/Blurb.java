package mayday.compiler;

import java.time.Duration;
import java.util.List;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * What everybody may know of a scenario before they play it: what the catalogue says.
 *
 * @param system the title of the system that it is about
 * @param page the alert with which it opens
 */
public record Blurb(
        ScenarioId id,
        String title,
        Level level,
        String system,
        String summary,
        List<String> tags,
        String page,
        Duration limit) {
    public Blurb {
        tags = List.copyOf(tags);
    }

    public static Blurb of(Scenario scenario) {
        return new Blurb(
                scenario.id(),
                scenario.title(),
                scenario.level(),
                scenario.system().title(),
                scenario.summary(),
                scenario.tags(),
                scenario.page().text(),
                scenario.limit());
    }
}
