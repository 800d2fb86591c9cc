package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.evidence.Interpretation;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.QuestionId;
import mayday.scenario.Dimension;

/**
 * What could be known after each answer by somebody who knows the candidate causes: the belief, step by step. The bits of all steps
 * together are the fall of the entropy from the first belief to the last.
 */
public record Deductions(Knowledge before, List<Step> steps) {
    public Deductions {
        steps = List.copyOf(steps);
    }

    /**
     * An answer and what it told.
     *
     * @param sequence of the question
     * @param at when the answer came
     * @param took how long it took to look up
     * @param interpretations what was answered
     * @param known with this answer
     * @param isScope whether all of it settled a part of the scope that had not been asked for before
     */
    public record Step(
            long sequence,
            String words,
            Instant at,
            Duration took,
            List<Interpretation> interpretations,
            boolean isScope,
            Knowledge known,
            Belief before,
            Belief after) {
        public Step {
            interpretations = List.copyOf(interpretations);
        }

        /** How much less is unknown; below 0 if the answer made a cause unlikely that had been thought nearly certain. */
        public double bits() {
            return before.bits() - after.bits();
        }
    }

    public static Deductions of(Incident incident, Suppositions suppositions) {
        var told = suppositions.told(asked(incident));
        var nothing = Likelihoods.of(incident.scenario().causes().size(), _ -> 1);
        return new Walk(incident, (read, at) -> told.getOrDefault(new Suppositions.Asked(read, at), nothing)).walked();
    }

    /**
     * What can be concluded without telling apart what the answers do not: the same for all true causes whose answers so far are alike.
     * For what is told while an incident is open.
     */
    public static Deductions guarded(Incident incident, Suppositions suppositions) {
        return new Walk(incident, suppositions::guardedLikelihoods).walked();
    }

    /** What a walk through the answers will ask, found by a walk that learns nothing. */
    private static List<Suppositions.Asked> asked(Incident incident) {
        var asked = new ArrayList<Suppositions.Asked>();
        var nothing = Likelihoods.of(incident.scenario().causes().size(), _ -> 1);
        new Walk(incident, (read, at) -> {
                    asked.add(new Suppositions.Asked(read, at));
                    return nothing;
                })
                .walked();
        return asked;
    }

    /** How likely the answer that came is under each cause. */
    private interface Reading {
        Likelihoods of(Interpretation read, Instant at);
    }

    /** What is known after the last answer. */
    public Knowledge known() {
        return steps.isEmpty() ? before : steps.getLast().known();
    }

    /** Goes through the answers in order. */
    private static final class Walk {
        private final Incident incident;
        private final Reading reading;
        private final Map<QuestionId, Asked> asked = new HashMap<>();
        private final Set<Dimension> scoped = new HashSet<>();

        /** The very same question again is looking, not asking: it tells nothing that counts. */
        private final Set<Interpretation> heard = new HashSet<>();

        private final List<Step> steps = new ArrayList<>();
        private Knowledge known;

        private record Asked(long sequence, Instant at, Event.QuestionAsked event) {}

        Walk(Incident incident, Reading reading) {
            this.incident = incident;
            this.reading = reading;
            this.known = Knowledge.before(Belief.before(incident.scenario()));
        }

        Deductions walked() {
            var before = known;
            var unanswered = unanswered();
            for (var recorded : incident.history()) {
                if (recorded.event() instanceof Event.QuestionAsked event) {
                    asked.put(event.id(), new Asked(recorded.sequence(), recorded.at(), event));
                } else if (recorded.event() instanceof Event.QuestionAnswered answered) {
                    var question = asked.get(answered.id());
                    if (question != null) {
                        step(question, recorded.at(), unanswered.getOrDefault(answered.id(), Set.of()));
                    }
                }
            }
            return new Deductions(before, steps);
        }

        private Map<QuestionId, Set<Interpretation>> unanswered() {
            var unanswered = new HashMap<QuestionId, Set<Interpretation>>();
            incident.history().forEach(recorded -> {
                if (recorded.event() instanceof Event.LookupFailed failed) {
                    unanswered.put(failed.question(), Set.copyOf(failed.unanswered()));
                }
            });
            return unanswered;
        }

        private void step(Asked question, Instant at, Set<Interpretation> unanswered) {
            var answered = question.event().understoodAs().interpretations().stream()
                    .filter(read -> !unanswered.contains(read))
                    .toList();
            if (answered.isEmpty()) {
                return;
            }
            var before = known.belief();
            for (var read : answered) {
                if (heard.add(read)) {
                    known = known.with(read, reading.of(read, at));
                }
            }
            var isScope = answered.stream()
                    .allMatch(read -> ScopeFirst.settles(read.dimension()) && scoped.add(read.dimension()));
            steps.add(new Step(
                    question.sequence(),
                    question.event().words(),
                    at,
                    Duration.between(question.at(), at),
                    answered,
                    isScope,
                    known,
                    before,
                    known.belief()));
        }
    }
}
