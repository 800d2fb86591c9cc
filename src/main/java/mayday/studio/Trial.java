package mayday.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Limits;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.question.Interpreter;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;

/**
 * A wording tried as a learner would ask it: how it is understood, and what is answered.
 *
 * @param at incident time of asking
 * @param cost until the answer comes; nothing if there is none
 * @param answer what is said; empty if nothing is looked up
 * @param evidence titles of what is revealed
 */
public record Trial(
        String words, Instant at, Understanding understood, Duration cost, String answer, List<String> evidence) {
    /** So long after the page a learner has looked around and asks. */
    static final Duration AFTER_PAGE = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long SEED = 1;
    private static final Participant AUTHOR = new Participant("author", "Author");

    public Trial {
        evidence = List.copyOf(evidence);
    }

    /**
     * Asks {@code words} in an incident of {@code cause}.
     *
     * @param words at most {@link Limits#QUESTION_CHARACTERS} characters, not blank
     */
    public static Trial of(Scenario scenario, Cause cause, Interpreter interpreter, String words) {
        var at = scenario.pagedAt().plus(AFTER_PAGE);
        var opened = Decider.open(scenario, SEED, cause.id(), ClockMode.LIVE, scenario.pagedAt(), AUTHOR)
                .after();
        var incident =
                Decider.decide(scenario, opened, new Command.Observe(), at).after();
        var understood = interpreter.understand(words, incident);
        var asked = Decider.decide(scenario, incident, new Command.Ask(AUTHOR, words, understood), at)
                .after();
        var answered = Decider.decide(scenario, asked, new Command.Observe(), at.plus(LONGEST))
                .after();
        return answered(words, at, understood, answered);
    }

    private static Trial answered(String words, Instant at, Understanding understood, Incident incident) {
        for (var recorded : incident.history().reversed()) {
            if (recorded.event() instanceof Event.QuestionAnswered answer) {
                return new Trial(
                        words,
                        at,
                        understood,
                        Duration.between(at, recorded.at()),
                        answer.text(),
                        answer.evidence().stream().map(each -> each.title()).toList());
            }
        }
        return new Trial(words, at, understood, Duration.ZERO, "", List.of());
    }
}
