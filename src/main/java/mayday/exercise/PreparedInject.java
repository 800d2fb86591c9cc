package mayday.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.incident.Inject;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Person;
import mayday.scenario.Scenario;
import mayday.scenario.Tool;

/**
 * Something that can be thrown into a scenario's incidents as it is.
 *
 * @param id such as {@code fault-expired-cert}
 * @param note what it does, in a few words
 */
public record PreparedInject(String id, String title, String note, Inject inject) {
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    private static final Duration OUTAGE = Duration.ofMinutes(5);
    private static final int MOST_PEOPLE = 2;

    /** Those that a scenario suggests: somebody who wants to hear, tools that fail, and each other cause as a further fault. */
    public static List<PreparedInject> of(Scenario scenario, CauseId truth) {
        var prepared = new ArrayList<PreparedInject>();
        var people = scenario.organisation().people().stream()
                .map(Person::title)
                .limit(MOST_PEOPLE)
                .toList();
        (people.isEmpty() ? List.of("Kim (director)") : people).forEach(title -> prepared.add(asks(title)));
        prepared.add(outage(Tool.METRICS, "Charts stop"));
        prepared.add(outage(Tool.LOGS, "Logs cannot be searched"));
        var cause = scenario.cause(truth);
        scenario.causes().stream()
                .filter(each -> !each.isFalseAlarm() && !overlaps(each, cause))
                .map(PreparedInject::fault)
                .forEach(prepared::add);
        return prepared;
    }

    public static Optional<PreparedInject> named(Scenario scenario, CauseId truth, String id) {
        return of(scenario, truth).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static boolean overlaps(Cause one, Cause other) {
        return one.faults().stream().anyMatch(each -> other.isOrHas(each.id())) || other.isOrHas(one.id());
    }

    private static PreparedInject asks(String title) {
        return new PreparedInject(
                "message-" + title.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT),
                title + " wants to hear how it stands",
                "needs an answer within " + ANSWER_WITHIN.toMinutes() + " min",
                new Inject.Message(
                        title,
                        "I am being asked about this from all sides. How does it stand, and when will it be over?",
                        List.of(ANSWER_WITHIN)));
    }

    private static PreparedInject outage(Tool tool, String title) {
        return new PreparedInject(
                "outage-" + mayday.scenario.Words.kebab(tool),
                title,
                tool.title() + " are down for " + OUTAGE.toMinutes() + " min",
                new Inject.ToolOutage(tool, OUTAGE));
    }

    private static PreparedInject fault(Cause cause) {
        return new PreparedInject(
                "fault-" + cause.id(), cause.title(), "adds a second fault", new Inject.Fault(cause.id()));
    }
}
