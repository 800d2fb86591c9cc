package mayday.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.scenario.Journey;
import mayday.scenario.Region;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** Who is hurt: failed requests at the entry, journeys, and the customers of which regions. */
final class ImpactAnswers {
    private ImpactAnswers() {}

    /** How a journey fares; {@code slow} is how many times slower than usual it is. */
    private record Fare(Journey journey, double failing, double slow) {}

    static Reply customerImpact(Inquiry inquiry) {
        var period = Period.of(
                inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Inquiry.USUAL_WINDOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered -> impact(inquiry, covered).adding(covered.remark());
        };
    }

    private static Reply impact(Inquiry inquiry, Period.Covered period) {
        var system = inquiry.system();
        var sight = inquiry.sight();
        var entry = new Subject(system.service(system.traffic().entry()), inquiry.where(), 0);
        var spared = Spared.in(inquiry.circumstances());
        double measured = sight.lately(Signal.ERROR_RATIO, entry, period.until());
        double failing = spared.failing(period.until(), measured);
        double rate = spared.rate(period.until(), sight.lately(Signal.REQUEST_RATE, entry, period.until()));
        var journeys = journeys(inquiry);
        var fares = journeys.stream()
                .map(journey -> fare(inquiry, spared, journey, period))
                .sorted(Comparator.comparingDouble(Fare::failing).reversed())
                .toList();
        var words = "About %s of %s requests a minute fail for customers (%s). %s %s"
                .formatted(
                        Figures.count(60 * rate * failing),
                        Figures.count(60 * rate),
                        Figures.percent(failing),
                        journeyWords(fares, failing),
                        regionWords(inquiry, spared, entry, period));
        return Reply.showing(
                        words.strip(),
                        new Exhibit(
                                "Customer impact",
                                "Real users · " + inquiry.where().words(),
                                table(fares)))
                .observing(List.of(Judgement.byErrors(entry, measured, period.until())))
                .adding(soFar(sight, spared, entry, period))
                .adding(others(entry, failing, measured))
                .adding(String.join(" ", inquiry.circumstances().costs()));
    }

    private static List<Journey> journeys(Inquiry inquiry) {
        var named = inquiry.namedServices();
        var through = inquiry.system().journeys().stream()
                .filter(journey ->
                        named.stream().anyMatch(service -> service.id().equals(journey.through())))
                .toList();
        return through.isEmpty() ? inquiry.system().journeys() : through;
    }

    private static Fare fare(Inquiry inquiry, Spared spared, Journey journey, Period.Covered period) {
        var through = new Subject(inquiry.system().service(journey.through()), inquiry.where(), 0);
        double now = inquiry.sight().lately(Signal.LATENCY_P50, through, period.until());
        double usual = inquiry.sight().usual(Signal.LATENCY_P50, through, period.until());
        double failing = Way.to(journey.through(), inquiry.system()).failing(inquiry, inquiry.where(), period.until());
        return new Fare(journey, spared.failing(period.until(), failing), usual > 0 ? now / usual : 1);
    }

    private static Evidence.Table table(List<Fare> fares) {
        return ScopeAnswers.table(
                List.of("What customers do", "Share of customers", "Fails", "Takes"),
                fares.stream()
                        .map(fare -> List.of(
                                fare.journey().title(),
                                Figures.percent(fare.journey().share()),
                                Figures.percent(fare.failing()),
                                fare.slow() < Judgement.DEGRADED_SLOWDOWN
                                        ? "as long as usual"
                                        : Figures.fixed(fare.slow(), fare.slow() < 10 ? 1 : 0) + " × the usual"))
                        .toList());
    }

    private static String journeyWords(List<Fare> fares, double entryFailing) {
        var hurt = fares.stream()
                .filter(fare -> fare.failing() >= Judgement.DEGRADED_ERRORS)
                .map(fare -> fare.journey().title() + " " + Figures.percent(fare.failing()))
                .toList();
        if (fares.isEmpty()) {
            return "";
        }
        if (!hurt.isEmpty()) {
            return "Failing for them: " + Figures.list(hurt) + ".";
        }
        return entryFailing >= Judgement.DEGRADED_ERRORS
                ? "It is none of the known journeys that fails: ask who sends these requests, and for what."
                : "No journey fails for 1 % of its customers or more.";
    }

    private static String regionWords(Inquiry inquiry, Spared spared, Subject entry, Period.Covered period) {
        if (!entry.where().equals(Where.everywhere())) {
            return "";
        }
        var hurt = new ArrayList<String>();
        for (Region region : inquiry.system().regions()) {
            var there = new Subject(entry.service(), Where.in(region.id()), 0);
            double measured = inquiry.sight().lately(Signal.ERROR_RATIO, there, period.until());
            if (entry.service().runsIn(region.id())
                    && spared.failing(period.until(), measured) >= Judgement.DEGRADED_ERRORS) {
                hurt.add(region.id().value());
            }
        }
        if (hurt.isEmpty()) {
            return "";
        }
        return hurt.size() == inquiry.system().regions().size()
                ? "Customers of all regions are hit."
                : "Customers who come in through " + Figures.list(hurt) + " are hit.";
    }

    /** What the entry counts as failed although no customer sent it; empty where that is next to nothing. */
    private static String others(Subject entry, double failing, double measured) {
        return measured - failing < Judgement.DEGRADED_ERRORS
                ? ""
                : "At %s %s of all requests fail: not all of them are customers'."
                        .formatted(entry.service().id(), Figures.percent(measured));
    }

    /** How many of customers' requests failed beyond what usually does, since their error ratio left its usual. */
    private static String soFar(Sight sight, Spared spared, Subject entry, Period.Covered period) {
        var measured = sight.samples(Signal.ERROR_RATIO, entry, sight.begin(), period.until());
        var ratio = measured.mapAt(spared::failing);
        var departures = Departure.of(ratio, Departure.Usual.of(ratio, Signal.ERROR_RATIO));
        if (departures.isEmpty()) {
            return "";
        }
        var begin = departures.getLast().begin();
        var rate = sight.samples(Signal.REQUEST_RATE, entry, sight.begin(), period.until())
                .mapAt(spared::rate);
        var failed = ratio.with(rate, (share, perSecond) -> share * perSecond).since(begin);
        return "Since %s UTC about %s requests failed."
                .formatted(Figures.clock(begin), Figures.count(failed.sum() * failed.stepSeconds()));
    }
}
