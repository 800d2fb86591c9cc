package mayday.compiler;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import mayday.compiler.Value.Text;
import mayday.scenario.AlertId;
import mayday.scenario.AlertRule;
import mayday.scenario.Condition;
import mayday.scenario.Service;
import mayday.scenario.TeamId;

/** Reads the page with its moment, and the other alerts of a scenario. */
final class AlertReader {

    /** The day of the page unless the author names one: an ordinary Tuesday, far from holidays. */
    static final LocalDate USUAL_DATE = LocalDate.of(2026, 3, 10);

    /** Names the page among the alerts when it is written in full rather than chosen from them. */
    private static final String PAGE = "page";

    private final Topology topology;
    private final ConditionReader conditions;
    private final Problems problems;

    AlertReader(Topology topology, ConditionReader conditions, Problems problems) {
        this.topology = topology;
        this.conditions = conditions;
        this.problems = problems;
    }

    /**
     * What a scenario says about alerts.
     *
     * @param others alerts that may fire beside the page
     */
    record Alerts(AlertRule page, Instant pagedAt, List<AlertRule> others) {}

    Alerts read(Fields scenario) {
        var date = date(scenario);
        var alerts = new ArrayList<AlertRule>();
        for (var entry : scenario.named("alerts")) {
            var fields = Fields.of(entry, "alert", problems);
            alerts.add(rule(fields, new AlertId(entry.key().text()), fields.line("text")));
            fields.end();
        }
        var value = scenario.need("page");
        if (value.isEmpty()) {
            return new Alerts(nothing(), instant(date, LocalTime.NOON), alerts);
        }
        var fields = Fields.of(value.get(), "the page", problems);
        var page = page(fields, alerts);
        var pagedAt = instant(date, time(fields));
        fields.end();
        alerts.removeIf(alert -> alert.id().equals(page.id()));
        return new Alerts(page, pagedAt, alerts);
    }

    /** The page is an alert of its own, with its condition, or one of the scenario's alerts by name. */
    private AlertRule page(Fields fields, List<AlertRule> alerts) {
        var alert = fields.name("alert");
        if (fields.has("when")) {
            return rule(fields, new AlertId(PAGE), alert.text());
        }
        var known =
                Known.of("alert", alerts.stream().map(each -> each.id().value()).toList());
        if (alerts.isEmpty()) {
            fields.need("when");
        } else {
            known.check(alert, problems);
        }
        return alerts.stream()
                .filter(each -> each.id().value().equals(alert.text()))
                .findFirst()
                .orElseGet(AlertReader::nothing);
    }

    private AlertRule rule(Fields fields, AlertId id, String text) {
        var condition = conditions.readOfService(fields.formula("when"), "an alert");
        var team = fields.has("pages")
                ? topology.team(fields.name("pages"))
                : topology.find(condition.service()).map(Service::owner).orElse(new TeamId(""));
        return new AlertRule(id, text, condition, team);
    }

    private static AlertRule nothing() {
        Condition condition = ConditionReader.nothing();
        return new AlertRule(new AlertId(PAGE), "", condition, new TeamId(""));
    }

    private LocalDate date(Fields scenario) {
        if (!scenario.has("date")) {
            return USUAL_DATE;
        }
        Text text = scenario.name("date");
        var date = Moments.date(text.text());
        if (date.isEmpty() && !Scalars.isUnusable(text)) {
            problems.error(
                    text.place(), "bad-moment", "`" + text.text() + "` is no date", "write it like `2026-03-10`");
        }
        return date.orElse(USUAL_DATE);
    }

    private LocalTime time(Fields fields) {
        var text = fields.name("at");
        var time = Moments.time(text.text());
        if (time.isEmpty() && !Scalars.isUnusable(text)) {
            problems.error(
                    text.place(),
                    "bad-moment",
                    "`" + text.text() + "` is no time of the day",
                    "write it like `14:06` (UTC)");
        }
        return time.orElse(LocalTime.NOON);
    }

    private static Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(ZoneOffset.UTC);
    }
}
