package mayday.web;

/** Who calls, in the table of {@link RouteAccess}: one column each, in this order. A new role gets a column of its own. */
enum Who {
    /** Somebody without a cookie. */
    ANONYMOUS,
    /** The learner who opened the incident. */
    OWNER,
    /** A learner who opened another one. */
    OTHER_LEARNER,
    /** A facilitator who logged in on the page. */
    FACILITATOR,
    /** A facilitator's name and password, by HTTP Basic. */
    PROGRAM
}
