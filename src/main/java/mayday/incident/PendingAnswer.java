package mayday.incident;

import java.time.Instant;

/** A question whose answer is on its way. */
public record PendingAnswer(QuestionId question, Understanding understoodAs, Instant due) {}
