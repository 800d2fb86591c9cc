package mayday.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Evidence.Note;
import mayday.scenario.Job;
import mayday.scenario.Service;
import mayday.scenario.Slo;
import mayday.scenario.Team;

/** What is written down about the system: jobs, runbooks, past incidents, objectives, people; and what was tried. */
final class FactAnswers {
    private static final int MOST_ROWS = 40;

    private FactAnswers() {}

    static Reply jobs(Inquiry inquiry) {
        var named = inquiry.namedServices();
        var jobs = inquiry.system().jobs().stream()
                .filter(job -> named.isEmpty()
                        || named.stream().anyMatch(service -> service.id().equals(job.service())))
                .limit(MOST_ROWS)
                .toList();
        if (jobs.isEmpty()) {
            return Reply.words("No scheduled job"
                    + (named.isEmpty() ? "." : " of " + named.getFirst().id() + "."));
        }
        var now = inquiry.now();
        var rows = jobs.stream().map(job -> jobRow(job, now)).toList();
        var ran = jobs.stream()
                .filter(job -> CronSchedule.of(job.schedule()).last(now).isAfter(now.minus(Duration.ofHours(2))))
                .map(job -> job.name() + " of " + job.service() + " at "
                        + Figures.when(CronSchedule.of(job.schedule()).last(now), now))
                .toList();
        return Reply.showing(
                Figures.counted(jobs.size(), "scheduled job") + ". "
                        + (ran.isEmpty()
                                ? "None was due in the last 2 hours."
                                : "Due in the last 2 hours: " + Figures.list(ran) + "."),
                new Exhibit(
                        "Scheduled jobs",
                        "kubectl get cronjobs",
                        ScopeAnswers.table(
                                List.of("Job", "Service", "Schedule (UTC)", "What", "Last due", "Next due"), rows)));
    }

    private static List<String> jobRow(Job job, Instant now) {
        var schedule = CronSchedule.of(job.schedule());
        var last = schedule.last(now);
        var next = schedule.next(now);
        return List.of(
                job.name(),
                job.service().value(),
                job.schedule(),
                job.what(),
                last.equals(Instant.MIN) ? "–" : Figures.when(last, now),
                next.equals(Instant.MAX) ? "–" : Figures.when(next, now));
    }

    static Reply runbooks(Inquiry inquiry) {
        var about = inquiry.namedServices().isEmpty() ? List.of(inquiry.paged()) : inquiry.namedServices();
        var reply = Reply.words("");
        var titles = new ArrayList<String>();
        for (var runbook : inquiry.system().runbooks()) {
            if (has(about, runbook.service().value())) {
                titles.add("\"" + runbook.title() + "\"");
                var steps = new ArrayList<String>();
                for (var step : runbook.steps()) {
                    steps.add((steps.size() + 1) + ". " + step);
                }
                reply = reply.and(new Exhibit(runbook.title(), "Runbook · " + runbook.service(), new Note(steps)));
            }
        }
        var past = new ArrayList<String>();
        for (var incident : inquiry.system().pastIncidents()) {
            if (has(about, incident.service().value())) {
                past.add("\"" + incident.title() + "\" " + Figures.duration(incident.ago()) + " ago");
                reply = reply.and(new Exhibit(
                        incident.title(),
                        "Post-mortem · "
                                + Figures.day(inquiry.scenario().pagedAt().minus(incident.ago())),
                        new Note(List.of(incident.summary()))));
            }
        }
        var name =
                Figures.list(about.stream().map(service -> service.id().value()).toList());
        return reply.adding(
                        titles.isEmpty()
                                ? "There is no runbook for " + name + "."
                                : "Runbook for " + name + ": " + Figures.list(titles) + ".")
                .adding(
                        past.isEmpty()
                                ? "No past incident of it is on file."
                                : "It has happened that: " + Figures.list(past) + ".");
    }

    private static boolean has(List<Service> services, String name) {
        return services.stream().anyMatch(service -> service.id().value().equals(name));
    }

    static Reply budget(Inquiry inquiry) {
        var about = inquiry.namedServices();
        var slos = inquiry.system().slos().stream()
                .filter(slo -> about.isEmpty() || has(about, slo.service().value()))
                .limit(MOST_ROWS)
                .toList();
        if (slos.isEmpty()) {
            return Reply.words(
                    about.isEmpty()
                            ? "No objective is written down."
                            : "No objective is written down for "
                                    + about.getFirst().id() + ".");
        }
        var rows = new ArrayList<List<String>>();
        var words = new ArrayList<String>();
        for (var slo : slos) {
            var budget = ErrorBudget.of(
                    inquiry.history(), inquiry.system(), slo, inquiry.scenario().origin(), inquiry.now());
            rows.add(budgetRow(slo, budget));
            words.add("%s: %s of the %d-day error budget is left, burning at %s× now."
                    .formatted(
                            slo.title(),
                            left(budget.left()),
                            slo.windowDays(),
                            Figures.fixed(budget.burnRate(), budget.burnRate() < 9.95 ? 1 : 0)));
        }
        return Reply.showing(
                String.join(" ", words),
                new Exhibit(
                        "Error budgets",
                        "SLO",
                        ScopeAnswers.table(
                                List.of(
                                        "Objective",
                                        "Service",
                                        "Promised",
                                        "Window",
                                        "Spent before",
                                        "Spent since "
                                                + Figures.clock(
                                                        inquiry.scenario().origin()),
                                        "Left",
                                        "Burn rate now"),
                                rows)));
    }

    private static List<String> budgetRow(Slo slo, ErrorBudget budget) {
        return List.of(
                slo.title(),
                slo.service().value(),
                promised(slo) + " %",
                slo.windowDays() + " days",
                Figures.percent(slo.spent()),
                Figures.percent(budget.burned()),
                left(budget.left()),
                Figures.fixed(budget.burnRate(), 1) + "×");
    }

    /** With all its nines: {@code 99.95}. */
    private static String promised(Slo slo) {
        return new BigDecimal(100 * slo.objective())
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String left(double share) {
        return share < 0 ? "nothing (overdrawn by " + Figures.percent(-share) + ")" : Figures.percent(share);
    }

    static Reply onCall(Inquiry inquiry) {
        var teams = new ArrayList<Team>();
        var named = inquiry.namedServices();
        for (var team : inquiry.system().teams()) {
            boolean asked = inquiry.interpretation().targets().isEmpty()
                    || inquiry.namedTeams().contains(team.id())
                    || named.stream().anyMatch(service -> service.owner().equals(team.id()));
            if (asked || (named.isEmpty() && inquiry.namedTeams().isEmpty())) {
                teams.add(team);
            }
        }
        var rows = teams.stream().map(team -> teamRow(inquiry, team)).toList();
        var words = teams.size() > 3
                ? "%d teams are on call; the list says who owns what.".formatted(teams.size())
                : Figures.list(teams.stream()
                                .map(team -> teamWords(inquiry, team))
                                .toList()) + ".";
        return Reply.showing(
                words,
                new Exhibit(
                        "On call",
                        "On-call schedule",
                        ScopeAnswers.table(List.of("Team", "On call", "Owns", "Usually answers within"), rows)));
    }

    private static String teamWords(Inquiry inquiry, Team team) {
        var hours = team.hours().covers(inquiry.now()) ? "" : "; it is outside their hours";
        return "%s is on call for %s%s and usually answers within %s%s"
                .formatted(onCall(inquiry, team), team.title(), until(inquiry, team), responds(inquiry, team), hours);
    }

    private static List<String> teamRow(Inquiry inquiry, Team team) {
        var owned = inquiry.system().services().stream()
                .filter(service -> service.owner().equals(team.id()))
                .map(service -> service.id().value())
                .toList();
        return List.of(
                team.title(),
                onCall(inquiry, team) + until(inquiry, team),
                String.join(", ", owned),
                responds(inquiry, team));
    }

    private static String onCall(Inquiry inquiry, Team team) {
        return team.onCall(inquiry.now()).name();
    }

    /** Until when the shift lasts, in UTC; nothing where there is but one. */
    private static String until(Inquiry inquiry, Team team) {
        return team.shiftEnds(inquiry.now(), Duration.ofDays(1))
                .map(end -> " until " + Figures.clock(end) + " UTC")
                .orElse("");
    }

    private static String responds(Inquiry inquiry, Team team) {
        return Figures.duration(Duration.ofSeconds(team.respondsSeconds(inquiry.now())));
    }

    static Reply tried(Inquiry inquiry) {
        var tried = inquiry.circumstances().triedSoFar();
        if (tried.isEmpty()) {
            return Reply.words("Nothing yet: nobody has changed anything since the page at "
                    + Figures.clock(inquiry.scenario().pagedAt()) + " UTC.");
        }
        var last = tried.subList(Math.max(0, tried.size() - MOST_ROWS), tried.size());
        return Reply.showing(
                Figures.counted(tried.size(), "step") + " so far; the latest: " + tried.getLast() + ".",
                new Exhibit("Tried so far", "Incident channel", new Note(last)));
    }
}
