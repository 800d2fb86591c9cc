package mayday.web;

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

    /** As its template and {@link mayday.web.view.Draft} call it. */
    String id() {
        return mayday.scenario.Words.kebab(this);
    }
}
