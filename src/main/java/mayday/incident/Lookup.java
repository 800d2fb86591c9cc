package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mayday.evidence.Answer;
import mayday.evidence.Answers;
import mayday.evidence.Evidence;
import mayday.evidence.Interpretation;
import mayday.evidence.Observation;
import mayday.scenario.Tool;
import mayday.scenario.ToolTrouble;

/** What looking things up for one question gives: its readings one by one, each with the tool that serves it. */
final class Lookup {
    private final Incident incident;
    private final QuestionId question;
    private final Instant at;
    private final List<String> texts = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Interpretation> unanswered = new ArrayList<>();
    private final List<Interpretation> byHand = new ArrayList<>();
    private final LinkedHashSet<String> ways = new LinkedHashSet<>();
    private Duration takes = Duration.ZERO;

    Lookup(Incident incident, QuestionId question, Instant at) {
        this.incident = incident;
        this.question = question;
        this.at = at;
    }

    void say(String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    /** Answers one reading. People answer the author's own questions, and nobody needs a tool for what is done by hand. */
    void take(Interpretation interpretation) {
        var toolless = !interpretation.authored().isEmpty()
                || incident.people().byHand().contains(question);
        var tool = toolless ? new Tools.Condition.Well() : Tools.serving(incident, interpretation.dimension(), at);
        switch (tool) {
            case Tools.Condition.Well() -> {
                if (Replies.isBarred(incident, interpretation, at)) {
                    unanswered.add(interpretation);
                }
                add(answer(interpretation, at));
            }
            case Tools.Condition.Late(var lag) -> {
                say("As of " + Wording.clock(at.minus(lag)) + " UTC, since "
                        + Tool.of(interpretation.dimension()).title() + " are " + lag.toMinutes() + " min late:");
                add(answer(interpretation, at.minus(lag)));
            }
            case Tools.Condition.Unusable(var says, var instead) -> unusable(interpretation, says, instead);
        }
    }

    private Answer answer(Interpretation interpretation, Instant asOf) {
        var number = incident.board().cards().size() + evidence.size() + 1;
        return Answers.answer(Replies.circumstances(incident, asOf), interpretation, number);
    }

    private void add(Answer answer) {
        texts.add(answer.text());
        evidence.addAll(answer.evidence());
        observations.addAll(answer.observations());
    }

    private void unusable(Interpretation interpretation, String says, List<ToolTrouble.Fallback> instead) {
        unanswered.add(interpretation);
        if (!texts.contains(says)) {
            texts.add(says);
        }
        for (var fallback : instead) {
            byHand.add(interpretation);
            ways.add(fallback.how());
            takes = takes.compareTo(fallback.takes()) > 0 ? takes : fallback.takes();
        }
    }

    Event.QuestionAnswered answered() {
        return new Event.QuestionAnswered(question, String.join(" ", texts), evidence, observations);
    }

    /** What could not be answered, and the dearer way to it if there is one. */
    Optional<Event.LookupFailed> failure() {
        return unanswered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Event.LookupFailed(question, unanswered, byHand, String.join("; ", ways), takes));
    }
}
