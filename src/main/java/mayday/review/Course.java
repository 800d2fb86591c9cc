package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mayday.debrief.CustomerImpact;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Elapsed;
import mayday.evidence.Interpretation;
import mayday.incident.Event;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.scenario.Dimension;

/**
 * The course of an ended incident, as those read it who look for what to ask about.
 *
 * @param acted the learner's actions, in order
 * @param asked the questions that were answered, in order of the answers
 */
record Course(Incident incident, Debrief debrief, List<Acted> acted, List<Asked> asked) {
    /** Dimensions that settle what was changed. */
    static final Set<Dimension> CHANGES = Set.of(Dimension.RECENT_DEPLOYS, Dimension.CONFIG_FLAG_CHANGES);

    Course {
        acted = List.copyOf(acted);
        asked = List.copyOf(asked);
    }

    /** An action of the learner's. */
    record Acted(Recorded recorded, Event.ActionStarted event) {
        Instant at() {
            return recorded.at();
        }

        String words() {
            return Say.done(event.action());
        }
    }

    /** A question with its answer's time. */
    record Asked(Recorded recorded, Event.QuestionAsked event, Instant answeredAt) {
        Instant at() {
            return recorded.at();
        }

        boolean isAbout(Set<Dimension> dimensions) {
            return event.understoodAs().interpretations().stream()
                    .map(Interpretation::dimension)
                    .anyMatch(dimensions::contains);
        }
    }

    static Course of(Incident incident, Debrief debrief) {
        var acted = incident.history().stream()
                .flatMap(each -> each.event() instanceof Event.ActionStarted started
                        ? Stream.of(new Acted(each, started))
                        : Stream.of())
                .toList();
        return new Course(incident, debrief, acted, asked(incident));
    }

    private static List<Asked> asked(Incident incident) {
        var open = new HashMap<QuestionId, Recorded>();
        incident.history().forEach(each -> {
            if (each.event() instanceof Event.QuestionAsked asked
                    && asked.understoodAs().outcome() == Outcome.ANSWERED) {
                open.put(asked.id(), each);
            }
        });
        var failed = new HashSet<QuestionId>();
        incident.history().forEach(each -> {
            if (each.event() instanceof Event.LookupFailed failure) {
                failed.add(failure.question());
            }
        });
        return incident.history().stream()
                .flatMap(each -> each.event() instanceof Event.QuestionAnswered answered
                                && open.containsKey(answered.id())
                                && !failed.contains(answered.id())
                        ? Stream.of(answered(open.get(answered.id()), each.at()))
                        : Stream.of())
                .toList();
    }

    private static Asked answered(Recorded question, Instant at) {
        return new Asked(question, (Event.QuestionAsked) question.event(), at);
    }

    Instant paged() {
        return incident.scenario().pagedAt();
    }

    Instant ended() {
        return incident.now();
    }

    /** When customers were first hurt. */
    Instant hurtFrom() {
        return debrief.time().detect() instanceof Elapsed.After(var length) ? paged().minus(length) : paged();
    }

    /** When customers were well again; the end, if they never were. */
    Instant hurtUntil() {
        if (incident.cause().isFalseAlarm()) {
            return paged();
        }
        return switch (incident.impact()) {
            case Impact.Ended(var since) -> since;
            case Impact.Ongoing() -> ended();
        };
    }

    boolean isStillHurt() {
        return wasHurt() && incident.impact() instanceof Impact.Ongoing;
    }

    /** Whether customers were hurt after the page. */
    boolean wasHurt() {
        return hurtUntil().isAfter(paged());
    }

    Duration sincePage(Instant at) {
        return at.isBefore(paged()) ? Duration.ZERO : Duration.between(paged(), at);
    }

    Optional<Acted> firstAction() {
        return acted.stream().findFirst();
    }

    List<Recorded> history(Class<? extends Event> type) {
        return incident.history().stream()
                .filter(each -> type.isInstance(each.event()))
                .toList();
    }

    /** How many requests failed from the beginning of the cause until {@code at}; at most until the end. */
    double failedUntil(Instant at) {
        return CustomerImpact.cost(incident, at.isAfter(ended()) ? ended() : at).failedRequests();
    }

    /** The facts that every question may quote. */
    Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        var actual = debrief.impact().actual();
        facts.put("paged", Say.clock(paged()));
        facts.put("ended", Say.clock(ended()));
        facts.put("lasted", Say.length(Duration.between(paged(), ended())));
        facts.put("hurt-from", Say.clock(hurtFrom()));
        facts.put("hurt-until", Say.clock(hurtUntil()));
        facts.put(
                "hurt",
                Say.length(
                        hurtUntil().isAfter(hurtFrom()) ? Duration.between(hurtFrom(), hurtUntil()) : Duration.ZERO));
        facts.put("failed", Say.count(actual.failedRequests()));
        facts.put("failed-doing-nothing", Say.count(debrief.impact().doNothing().failedRequests()));
        facts.put("budget", Say.percent(actual.budgetBurned()));
        facts.put("actions", acted.size() == 1 ? "1 action" : acted.size() + " actions");
        facts.put("questions", asked.size() == 1 ? "1 question" : asked.size() + " questions");
        facts.put("cause", debrief.truth().title());
        facts.put("fault", incident.cause().fault().faultClass().title());
        facts.put("target", debrief.truth().target());
        return facts;
    }
}
