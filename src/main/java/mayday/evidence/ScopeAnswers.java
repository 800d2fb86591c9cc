package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mayday.scenario.RegionId;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** Which services, which regions. */
final class ScopeAnswers {
    /** So many services are named in the text; the table has them all. */
    private static final int MOST_NAMED = 5;

    private ScopeAnswers() {}

    private record Row(Subject subject, double now, double usual, double rate) {}

    static Reply services(Inquiry inquiry) {
        var asked = inquiry.subjects(inquiry.system().services());
        var where = inquiry.where();
        var period =
                Period.of(inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Sight.NOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered -> {
                var rows = asked.stream()
                        .filter(subject -> runsWithin(subject))
                        .map(subject -> row(inquiry.sight(), subject, covered.until()))
                        .sorted(Comparator.comparingDouble(Row::now).reversed())
                        .toList();
                yield rows.isEmpty()
                        ? Reply.words("Nothing of that runs in " + where.words() + ".")
                        : serviceTable(inquiry, rows, where, covered);
            }
        };
    }

    private static Reply serviceTable(Inquiry inquiry, List<Row> rows, Where where, Period.Covered period) {
        var columns = List.of("Service", "Errors now", "Around " + usualClock(inquiry, period), "Requests");
        var cells = rows.stream()
                .map(row -> List.of(
                        row.subject().isThirdParty() ? row.subject().id() + " (as callers see it)" : name(row, where),
                        Figures.percent(row.now()),
                        Figures.percent(row.usual()),
                        Figures.rate(row.rate())))
                .toList();
        var seen = rows.stream()
                .filter(row -> !row.subject().isThirdParty())
                .map(row -> Judgement.byErrors(row.subject(), row.now(), period.until()))
                .toList();
        return Reply.showing(
                        serviceWords(rows),
                        new Exhibit("Errors by service", "Metrics · " + where.words(), table(columns, cells)))
                .observing(oncePerService(seen))
                .adding(period.remark());
    }

    private static String name(Row row, Where where) {
        return row.subject().where().equals(where)
                ? row.subject().id().value()
                : row.subject().words();
    }

    private static String serviceWords(List<Row> rows) {
        if (rows.size() == 1) {
            var only = rows.getFirst();
            return "%s fails %s of its requests now, at %s."
                    .formatted(only.subject().words(), Figures.percent(only.now()), Figures.rate(only.rate()));
        }
        var over = rows.stream()
                .filter(row -> row.now() >= Judgement.DEGRADED_ERRORS)
                .toList();
        if (over.isEmpty()) {
            return "None of the %d services fails 1 %% of its requests or more; the highest is %s with %s."
                    .formatted(
                            rows.size(),
                            rows.getFirst().subject().id(),
                            Figures.percent(rows.getFirst().now()));
        }
        var named = new ArrayList<String>();
        over.stream()
                .limit(MOST_NAMED)
                .forEach(row -> named.add(row.subject().id() + " " + Figures.percent(row.now())));
        if (over.size() > MOST_NAMED) {
            named.add((over.size() - MOST_NAMED) + " more");
        }
        return "%d of %d services fail 1 %% of their requests or more: %s. The others are below that."
                .formatted(over.size(), rows.size(), Figures.list(named));
    }

    private static Row row(Sight sight, Subject subject, Instant until) {
        return new Row(
                subject,
                sight.lately(Signal.ERROR_RATIO, subject, until),
                sight.usual(Signal.ERROR_RATIO, subject, until),
                sight.lately(Signal.REQUEST_RATE, subject, until));
    }

    /**
     * One line a region of what was asked about, the paged service if nothing was: of the page's signal where it is
     * that service.
     */
    static Reply regions(Inquiry inquiry) {
        var services = inquiry.namedServices();
        var service = services.isEmpty() ? inquiry.paged() : services.getFirst();
        var page = inquiry.scenario().page().condition();
        var signal = page.service().equals(service.id()) ? page.signal() : Signal.ERROR_RATIO;
        var nodes = service.regions().stream()
                .map(region -> new Subject(service, Where.in(region), 0))
                .toList();
        var period = Period.of(
                inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Inquiry.USUAL_WINDOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered ->
                regionChart(inquiry, nodes, signal, covered).adding(covered.remark());
        };
    }

    private static Reply regionChart(Inquiry inquiry, List<Subject> nodes, Signal signal, Period.Covered period) {
        var service = nodes.getFirst().service();
        var sight = inquiry.sight();
        var lines = nodes.stream()
                .map(node -> Charts.line(node.where().words(), sight.samples(signal, node, period)))
                .toList();
        var words = nodes.stream()
                .map(node -> node.where().words() + " "
                        + Figures.in(signal.unit(), sight.lately(signal, node, period.until())))
                .toList();
        var chart = Charts.chart(signal.unit(), lines, Charts.pageThreshold(inquiry, signal, nodes));
        var everywhere = new Subject(service, Where.everywhere(), 0);
        var whole = sight.lately(Signal.ERROR_RATIO, everywhere, period.until());
        return Reply.showing(
                        "%s of %s now: %s. %s"
                                .formatted(
                                        capital(signal.title()),
                                        service.id(),
                                        Figures.list(words),
                                        spread(sight, nodes, signal, period)),
                        new Exhibit(service.id() + " " + signal.title() + " by region", "Metric · all regions", chart))
                .observing(
                        signal == Signal.ERROR_RATIO && !everywhere.isThirdParty()
                                ? List.of(Judgement.byErrors(everywhere, whole, period.until()))
                                : List.of());
    }

    private static String spread(Sight sight, List<Subject> nodes, Signal signal, Period.Covered period) {
        var away = new ArrayList<RegionId>();
        for (var node : nodes) {
            var samples = sight.samples(signal, node, sight.begin(), period.until());
            var departures = Departure.of(samples, Departure.Usual.of(samples, signal));
            if (!departures.isEmpty() && departures.getLast().lasts()) {
                away.add(node.service().regions().get(nodes.indexOf(node)));
            }
        }
        if (nodes.size() == 1) {
            return "It runs in this region only.";
        }
        if (away.isEmpty()) {
            return "No region is above its usual.";
        }
        return away.size() == nodes.size()
                ? "All of them are above their usual."
                : "Above the usual: "
                        + Figures.list(away.stream().map(RegionId::value).toList()) + "; not the "
                        + (nodes.size() - away.size() == 1 ? "other." : "others.");
    }

    static Evidence.Table table(List<String> columns, List<List<String>> rows) {
        return new Evidence.Table(columns, rows);
    }

    /** An observation is about a service; of several parts of it the worst is told. */
    static List<Observation> oncePerService(List<Observation> seen) {
        var kept = new ArrayList<Observation>();
        for (var each : seen) {
            var same = kept.stream()
                    .filter(other -> other.service().equals(each.service()))
                    .findFirst();
            if (same.isEmpty()) {
                kept.add(each);
            } else if (same.get().health().compareTo(each.health()) < 0) {
                kept.set(kept.indexOf(same.get()), each);
            }
        }
        return kept;
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String usualClock(Inquiry inquiry, Period.Covered period) {
        return Figures.clock(inquiry.sight().usualTime(period.until()));
    }

    private static boolean runsWithin(Subject subject) {
        return switch (subject.where()) {
            case Where.Everywhere() -> true;
            case Where.In(var region) -> subject.service().runsIn(region);
        };
    }
}
