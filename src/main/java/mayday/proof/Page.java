package mayday.proof;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import mayday.incident.Conditions;
import mayday.scenario.Cause;

/** Whether customers are well before the cause, and whether the page is right to go off, whichever cause is the true one. */
final class Page {
    private static final Duration JUST_BEFORE = Duration.ofSeconds(10);

    /** No pager waits so long once its condition holds. */
    private static final Duration LONG_BEFORE = Duration.ofMinutes(10);

    private final Draft draft;

    Page(Draft draft) {
        this.draft = draft;
    }

    /** Whether customers are well before anything has happened; if they are not, nothing else can be proved. */
    boolean isCalmBefore() {
        var scenario = draft.scenario();
        var latest = draft.causes().stream()
                .min(Comparator.comparing(Cause::beginsAgo))
                .orElseThrow();
        var opened = Rehearsals.opened(draft, latest.id());
        var before = scenario.pagedAt().minus(latest.beginsAgo()).minus(JUST_BEFORE);
        if (Conditions.holds(opened, scenario.mitigated(), before)) {
            return true;
        }
        draft.report(
                List.of("mitigated"),
                "unwell-before",
                "this does not hold before any cause has begun: customers could never be well again",
                "ask less of it, or see that the system can carry its ordinary traffic at that time of the day");
        return false;
    }

    void check(Cause cause) {
        var scenario = draft.scenario();
        var opened = Rehearsals.opened(draft, cause.id());
        if (!Conditions.holds(opened, scenario.page().condition(), scenario.pagedAt())) {
            draft.report(
                    cause,
                    "page-out-of-thin-air",
                    "the condition of the page does not hold when it goes off under `" + cause.id() + "`",
                    "let the cause begin earlier or be stronger, or ask less of the page's condition");
            return;
        }
        if (Conditions.holds(
                opened, scenario.page().condition(), scenario.pagedAt().minus(LONG_BEFORE))) {
            draft.report(
                    cause,
                    "late-page",
                    "the condition of the page holds " + LONG_BEFORE.toMinutes() + " minutes before it goes off under `"
                            + cause.id() + "`",
                    "let the cause begin later or grow more slowly, ask more of the page's condition, or let `at` be earlier");
        }
    }
}
