package mayday.web;

import mayday.exercise.Duty;

/** The forms that make a move. */
enum MoveForm {
    /** On the room's own page: the question field, and the buttons of one click. */
    ASK,
    ACT,
    HYPOTHESIS,
    JUDGE,
    LINK,
    SEVERITY,
    UPDATE,
    REPLY,
    ESCALATE,
    WAIT,
    HINT,
    CLOSE;

    /** What sort of move it makes, as far as that matters for who makes it. */
    Duty duty() {
        return switch (this) {
            case ASK, WAIT -> Duty.ASK;
            case ACT -> Duty.ACT;
            case HYPOTHESIS, JUDGE, LINK -> Duty.REASON;
            case UPDATE, REPLY, ESCALATE -> Duty.COMMUNICATE;
            case SEVERITY, HINT, CLOSE -> Duty.DECIDE;
        };
    }

    /** As its template and {@link mayday.web.view.Draft} call it. */
    String id() {
        return mayday.scenario.Words.kebab(this);
    }
}
