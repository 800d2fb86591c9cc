package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Elapsed;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.scenario.Journey;
import mayday.scenario.Team;

/**
 * What is known about an ended incident, for a post-mortem to be held against.
 *
 * @param title of the scenario
 * @param paged when the page came
 * @param ended when the incident was closed or its time ran out
 * @param lengths further lengths of time that somebody may speak of, such as that from the page to the end
 * @param failedRequests from the beginning of the cause to the end
 * @param budgetBurned share of the error budget that they took, 0 and above
 * @param worstRatio the highest share of requests that failed at any moment, 0 to 1
 * @param slo the objective whose budget it is
 * @param others costs that are not availability, in words
 * @param truth what was wrong
 * @param journeys what customers come to do
 * @param people whose names have no place in a post-mortem
 * @param teams who can own an action, by title
 */
public record Facts(
        String title,
        Instant paged,
        Instant ended,
        Hurt hurt,
        List<Duration> lengths,
        double failedRequests,
        double budgetBurned,
        double worstRatio,
        String slo,
        List<String> others,
        Truth truth,
        List<Journey> journeys,
        List<String> people,
        List<String> teams) {
    public Facts {
        lengths = List.copyOf(lengths);
        others = List.copyOf(others);
        journeys = List.copyOf(journeys);
        people = List.copyOf(people);
        teams = List.copyOf(teams);
    }

    /** Whether and when customers were hurt. */
    public sealed interface Hurt {
        /** Nobody was. */
        record Nobody() implements Hurt {}

        /**
         * They were.
         *
         * @param until when it ended, or when the incident did
         * @param ended whether it ended before the incident did
         */
        record Customers(Instant from, Instant until, boolean ended) implements Hurt {
            public Duration length() {
                return Duration.between(from, until);
            }
        }
    }

    /** The facts of {@code incident}, which is over. */
    public static Facts of(Incident incident, Debrief debrief) {
        var scenario = incident.scenario();
        var system = scenario.system();
        var hurt = hurt(incident, debrief);
        return new Facts(
                scenario.title(),
                scenario.pagedAt(),
                incident.now(),
                hurt,
                lengths(incident, debrief, hurt),
                debrief.impact().actual().failedRequests(),
                debrief.impact().actual().budgetBurned(),
                debrief.curves().actual().highest(),
                debrief.impact().sloTitle(),
                debrief.impact().others().stream().map(Facts::words).toList(),
                Truth.of(scenario, incident.cause(), debrief.truth().beganAt()),
                system.journeys(),
                Names.of(incident),
                system.teams().stream().map(Team::title).toList());
    }

    private static String words(Debrief.OtherCost cost) {
        return cost.title() + ": " + Numbers.count(cost.actual()) + (cost.unit().isEmpty() ? "" : " " + cost.unit());
    }

    private static Hurt hurt(Incident incident, Debrief debrief) {
        if (incident.cause().isFalseAlarm() || !(debrief.time().detect() instanceof Elapsed.After(var beforePage))) {
            return new Hurt.Nobody();
        }
        var from = incident.scenario().pagedAt().minus(beforePage);
        return switch (incident.impact()) {
            case Impact.Ended(var since) when since.isAfter(from) -> new Hurt.Customers(from, since, true);
            case Impact.Ended _ -> new Hurt.Nobody();
            case Impact.Ongoing() -> new Hurt.Customers(from, incident.now(), false);
        };
    }

    private static List<Duration> lengths(Incident incident, Debrief debrief, Hurt hurt) {
        var paged = incident.scenario().pagedAt();
        var began = debrief.truth().beganAt();
        var until = hurt instanceof Hurt.Customers customers ? customers.until() : incident.now();
        var lengths = new ArrayList<>(List.of(
                Duration.between(began, paged),
                Duration.between(began, until),
                Duration.between(paged, until),
                Duration.between(began, incident.now()),
                Duration.between(paged, incident.now())));
        if (debrief.time().acknowledge() instanceof Elapsed.After(var length)) {
            lengths.add(length);
        }
        if (hurt instanceof Hurt.Customers customers) {
            lengths.add(customers.length());
            lengths.add(Duration.between(customers.from(), paged));
            incident.acknowledgedAt().forEach(at -> lengths.add(Duration.between(customers.from(), at)));
        }
        return lengths.stream()
                .filter(length -> !length.isNegative())
                .distinct()
                .toList();
    }
}
