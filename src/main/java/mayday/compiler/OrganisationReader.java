package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.AccessLoss;
import mayday.scenario.Approval;
import mayday.scenario.Organisation;
import mayday.scenario.ServiceKind;
import mayday.scenario.StatusPage;
import mayday.scenario.TeamId;
import mayday.scenario.Tool;
import mayday.scenario.Vendor;
import mayday.scenario.Words;

/** Reads the people and tools around the system: who consents, who writes, and what does not work for a while. */
final class OrganisationReader {
    /** What `access` may be lost to, beside tools. */
    private static final String ACTIONS = "actions";

    private static final Range ANSWERS = Range.seconds(1, 3_600);
    private static final Range AFTER = Range.seconds(1, 8 * 3_600);

    private final Topology topology;
    private final OccasionReader occasions;
    private final ConditionReader conditions;
    private final ActionReader actions;
    private final Problems problems;

    OrganisationReader(
            Topology topology,
            OccasionReader occasions,
            ConditionReader conditions,
            ActionReader actions,
            Problems problems) {
        this.topology = topology;
        this.occasions = occasions;
        this.conditions = conditions;
        this.actions = actions;
        this.problems = problems;
    }

    Organisation read(Fields scenario) {
        return new Organisation(
                approvals(scenario),
                new PersonReader(occasions, conditions, problems).read(scenario),
                statusPage(scenario),
                vendors(scenario),
                access(scenario),
                new ToolReader(occasions, problems).read(scenario));
    }

    private List<Approval> approvals(Fields scenario) {
        var approvals = new ArrayList<Approval>();
        for (var value : scenario.items("approvals")) {
            var fields = Fields.of(value, "approval", problems);
            var action = actions.read(fields.name("action"));
            var team = topology.team(fields.name("of"));
            var answers = fields.has("answers")
                    ? List.of(new TakesReader(ANSWERS, "an answer", problems).read(fields.name("answers")))
                    : List.<mayday.scenario.ActionKind.Takes>of();
            var needs = occasions.condition(fields, "needs");
            var grants = fields.prose("grants");
            var refuses = refusal(fields, !needs.isEmpty());
            fields.end();
            action.ifPresent(pattern -> approvals.add(new Approval(pattern, team, answers, needs, grants, refuses)));
        }
        return approvals;
    }

    private String refusal(Fields fields, boolean mayRefuse) {
        if (mayRefuse) {
            return fields.prose("refuses");
        }
        if (fields.has("refuses")) {
            problems.error(
                    fields.placeOf("refuses"),
                    "refusal-without-needs",
                    "nothing is needed here, so nobody ever refuses",
                    "say at `needs` what must be known, or leave `refuses` out");
        }
        return "";
    }

    private StatusPage statusPage(Fields scenario) {
        var value = scenario.find("status-page");
        if (value.isEmpty()) {
            return StatusPage.WELL;
        }
        var fields = Fields.of(value.get(), "the status page", problems);
        var page = new StatusPage(List.of(occasions.spell(fields, "down-while")), fields.prose("says"));
        fields.end();
        return page;
    }

    private List<Vendor> vendors(Fields scenario) {
        var vendors = new ArrayList<Vendor>();
        for (var entry : scenario.entries("vendors")) {
            var service = topology.service(entry.key());
            topology.find(service)
                    .filter(found -> found.kind() != ServiceKind.THIRD_PARTY)
                    .ifPresent(_ -> problems.error(
                            entry.key().place(),
                            "wrong-kind",
                            "`" + service
                                    + "` is not a service of kind `third-party`: it has no status page of its own"));
            var fields = Fields.of(entry, "vendor", problems);
            var notices = new ArrayList<Vendor.Notice>();
            for (var value : fields.items("status")) {
                var notice = Fields.of(value, "status", problems);
                notices.add(new Vendor.Notice(occasions.read(notice), notice.line("says")));
                notice.end();
            }
            fields.need("status");
            fields.end();
            vendors.add(new Vendor(service, notices));
        }
        return vendors;
    }

    private List<AccessLoss> access(Fields scenario) {
        var value = scenario.find("access");
        if (value.isEmpty()) {
            return List.of();
        }
        var fields = Fields.of(value.get(), "access", problems);
        var lost = occasions.spell(fields, "lost-when");
        var to = fields.someLines("to");
        var choices = new ArrayList<>(ToolReader.words());
        choices.add(ACTIONS);
        to.forEach(text -> Known.of("tool", choices).check(text, problems));
        var after = fields.durationOr("regained-after", AFTER, Duration.ZERO);
        var loss = new AccessLoss(
                lost,
                to.stream().anyMatch(text -> text.text().equals(ACTIONS)),
                to.stream()
                        .flatMap(text -> Words.parse(Tool.class, text.text()).stream())
                        .toList(),
                fields.prose("text"),
                fields.has("regained-by") ? List.of(topology.team(fields.name("regained-by"))) : List.<TeamId>of(),
                after.isZero() ? List.of() : List.of(after),
                fields.find("regained")
                        .map(text ->
                                new Scalars(problems).prose(text, "regained").text())
                        .orElse("Your access is back."));
        fields.end();
        return List.of(loss);
    }
}
