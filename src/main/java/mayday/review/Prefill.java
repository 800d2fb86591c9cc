package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import mayday.incident.Incident;
import mayday.incident.Verdict;
import mayday.review.Facts.Hurt;

/**
 * The draft with which a post-mortem begins: times, figures, what was done and what was found. It judges nothing: what only people can
 * say stays blank.
 */
public final class Prefill {
    private Prefill() {}

    public static PostMortem of(Incident incident, Facts facts) {
        var texts = new EnumMap<Section, String>(Section.class);
        texts.put(Section.SUMMARY, summary(incident, facts));
        texts.put(Section.IMPACT, impact(facts));
        texts.put(Section.TIMELINE, Chronicle.text(incident, facts));
        texts.put(Section.ROOT_CAUSE, found(incident));
        texts.put(Section.DETECTION, detection(incident, facts));
        return new PostMortem(texts, List.of());
    }

    private static String summary(Incident incident, Facts facts) {
        var system = incident.scenario().system().title();
        return switch (facts.hurt()) {
            case Hurt.Nobody() ->
                "On " + Numbers.day(facts.paged()) + " at " + Numbers.at(facts.paged()) + " UTC a page came (" + system
                        + "). No customer was hurt.";
            case Hurt.Customers hurt ->
                "On " + Numbers.day(hurt.from()) + " from " + Numbers.at(hurt.from()) + " to "
                        + Numbers.at(hurt.until()) + " UTC, for " + Numbers.length(hurt.length())
                        + ", requests of customers failed (" + system + ")."
                        + (hurt.ended() ? "" : " It was not over when the incident ended.");
        };
    }

    private static String impact(Facts facts) {
        var lines = new ArrayList<String>();
        switch (facts.hurt()) {
            case Hurt.Nobody() -> lines.add("No customer was hurt.");
            case Hurt.Customers hurt -> {
                lines.add(Numbers.length(hurt.length()) + ", from " + Numbers.at(hurt.from()) + " to "
                        + Numbers.at(hurt.until()) + " UTC"
                        + (hurt.ended() ? "." : ", and not over when the incident ended."));
                lines.add(Numbers.count(facts.failedRequests()) + " requests failed, at worst "
                        + Numbers.percent(facts.worstRatio()) + " of all requests at a time.");
                lines.add(Numbers.percent(facts.budgetBurned()) + " of the error budget was burned (" + facts.slo()
                        + ").");
            }
        }
        facts.others().forEach(cost -> lines.add(cost + "."));
        return String.join("\n", lines);
    }

    /** What was confirmed during the incident, right or wrong; empty if nothing was. */
    private static String found(Incident incident) {
        return incident.board().hypotheses().stream()
                .filter(hypothesis -> hypothesis.verdict() == Verdict.CONFIRMED)
                .map(hypothesis -> "Confirmed during the incident: " + Inserts.words(hypothesis)
                        + because(hypothesis.because().stream()
                                .map(Object::toString)
                                .toList()))
                .collect(Collectors.joining("\n"));
    }

    private static String because(List<String> evidence) {
        return evidence.isEmpty() ? "." : ", by " + String.join(", ", evidence) + ".";
    }

    private static String detection(Incident incident, Facts facts) {
        var alert = "“" + incident.scenario().page().text() + "”";
        var paged = "The alert " + alert + " paged at " + Numbers.at(facts.paged()) + " UTC"
                + switch (facts.hurt()) {
                    case Hurt.Nobody() -> ".";
                    case Hurt.Customers(var from, var _, var _) ->
                        ", " + Numbers.length(later(from, facts)) + " after customers were first hurt.";
                };
        return paged
                + (incident.acknowledgedAt().isEmpty()
                        ? " Nobody acknowledged it."
                        : " It was acknowledged at "
                                + Numbers.at(incident.acknowledgedAt().getFirst()) + ".");
    }

    private static Duration later(Instant from, Facts facts) {
        return from.isAfter(facts.paged()) ? Duration.ZERO : Duration.between(from, facts.paged());
    }
}
