package mayday.journal;

/** What the audit trail notes. Stored by name in kebab case, so a constant may be added but never renamed. */
public enum Deed {
    LOGGED_IN,
    LOG_IN_FAILED,
    LOGGED_OUT,
    ACCOUNT_MADE,
    ACCOUNT_RENAMED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PASSWORD_CHANGED,
    PASSWORD_HASHED_ANEW,
    SCORE_OVERRIDDEN,
    OVERRIDE_WITHDRAWN,
    SCENARIO_SAVED,
    SCENARIO_PUBLISHED,
    SCENARIO_IMPORTED,
    SCENARIO_MADE,
    SCENARIO_DELETED,
    SCENARIO_PUT_BACK,
    DRILL_MADE,
    DRILL_LED
}
