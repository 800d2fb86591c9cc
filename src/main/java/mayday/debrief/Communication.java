package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Debrief.Part;
import mayday.incident.Event;
import mayday.incident.Forks;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.JudgedClaim;
import mayday.incident.Recorded;

/**
 * Command and communication: acknowledged and rated in time, told those who wait early, often and truly, answered who asked, called for
 * help when it did not get better. What did not come up in an incident is not counted: the rest is scaled to 100.
 */
final class Communication {
    private static final int WEIGHT = 15;

    private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofMinutes(5);
    private static final Duration RATE_WITHIN = Duration.ofMinutes(10);

    /** A first word within ten minutes, and then at least every quarter of an hour while customers are hurt. */
    private static final Duration FIRST_UPDATE_WITHIN = Duration.ofMinutes(10);

    private static final Duration CADENCE = Duration.ofMinutes(15);

    /** If it has not become better by then, somebody else should have been called. */
    private static final Duration ESCALATE_WITHIN = Duration.ofMinutes(20);

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final int ACKNOWLEDGED = 10;
    private static final int RATED = 15;
    private static final int FIRST_UPDATE = 25;
    private static final int OFTEN = 15;
    private static final int TRULY = 20;
    private static final int A_FALSE_CLAIM = 20;
    private static final int A_CLAIM_TOO_EARLY = 10;
    private static final int ANSWERED = 10;
    private static final int AN_ANSWER_MISSED = 5;
    private static final int CALLED = 10;
    private static final int LAST_WORD = 15;

    private final Incident incident;
    private final Instant paged;
    private final Instant hurtUntil;
    private final List<Recorded> updates;
    private final ScaledFindings findings = new ScaledFindings();

    private Communication(Incident incident) {
        this.incident = incident;
        this.paged = incident.scenario().pagedAt();
        this.hurtUntil = CustomerImpact.lasted(incident);
        this.updates = history(Event.UpdatePosted.class);
    }

    static Part score(Incident incident) {
        var communication = new Communication(incident);
        communication.acknowledged();
        communication.rated();
        communication.firstUpdate();
        communication.cadence();
        communication.truth();
        communication.messages();
        communication.called();
        communication.lastWord();
        return communication.findings.part(PartName.COMMUNICATION, "Command and communication", WEIGHT);
    }

    private void acknowledged() {
        within(
                FindingKind.ACKNOWLEDGED,
                ACKNOWLEDGED,
                history(Event.Acknowledged.class).stream().findFirst(),
                ACKNOWLEDGE_WITHIN,
                "You acknowledged the page",
                "You never acknowledged the page.",
                "Acknowledge within " + minutes(ACKNOWLEDGE_WITHIN));
    }

    private void rated() {
        within(
                FindingKind.SEVERITY_DECLARED,
                RATED,
                history(Event.SeverityDeclared.class).stream().findFirst(),
                RATE_WITHIN,
                "You declared a severity",
                "You declared no severity.",
                "Declare one within " + minutes(RATE_WITHIN) + "; it can be changed later");
    }

    private void firstUpdate() {
        if (wasHurt()) {
            within(
                    FindingKind.FIRST_UPDATE,
                    FIRST_UPDATE,
                    updates.stream().findFirst(),
                    FIRST_UPDATE_WITHIN,
                    "You posted your first update",
                    "You told nobody anything while customers were hurt.",
                    "Post an update within " + minutes(FIRST_UPDATE_WITHIN)
                            + ", even one that says only that you know of it");
        }
    }

    private boolean wasHurt() {
        return hurtUntil.isAfter(paged);
    }

    /** All of it in time, two fifths of it late, nothing if never. */
    private void within(
            FindingKind kind,
            int most,
            Optional<Recorded> move,
            Duration limit,
            String did,
            String never,
            String better) {
        if (move.isEmpty()) {
            findings.count(kind, most, 0, never, List.of(), better);
            return;
        }
        var took = Duration.between(paged, move.get().at());
        var inTime = took.compareTo(limit) <= 0;
        findings.count(
                kind,
                most,
                inTime ? most : most * 2 / 5,
                did + " " + soon(took) + (inTime ? "." : ", which is late: " + minutes(limit) + " is the measure."),
                List.of(move.get().sequence()),
                inTime ? "" : better);
    }

    private void cadence() {
        if (updates.isEmpty() || !wasHurt()) {
            return;
        }
        if (Duration.between(updates.getFirst().at(), hurtUntil).compareTo(CADENCE) <= 0) {
            notNecessary(
                    FindingKind.UPDATES_OFTEN,
                    OFTEN,
                    "It was over within " + minutes(CADENCE) + " of your first update: no second one was due.");
            return;
        }
        var last = updates.getFirst().at();
        var longest = Duration.ZERO;
        for (var update : updates) {
            longest = longer(longest, Duration.between(last, update.at()));
            last = update.at();
        }
        longest = longer(longest, Duration.between(last, hurtUntil));
        var often = longest.compareTo(CADENCE) <= 0;
        findings.count(
                FindingKind.UPDATES_OFTEN,
                OFTEN,
                often ? OFTEN : 0,
                often
                        ? "No more than " + Clock.length(longest)
                                + " min went by between your updates while customers were hurt."
                        : Clock.length(longest) + " min went by without a word from you while customers were hurt.",
                updates.stream().map(Recorded::sequence).toList(),
                often ? "" : "Post an update at least every " + minutes(CADENCE) + ", even that there is nothing new");
    }

    private void truth() {
        var judged = history(Event.ClaimsJudged.class);
        var claims = judged.stream()
                .flatMap(each -> ((Event.ClaimsJudged) each.event()).claims().stream())
                .toList();
        if (updates.isEmpty() && judged.isEmpty()) {
            findings.count(
                    FindingKind.TRUE_STATEMENTS,
                    TRULY,
                    0,
                    "You told nobody anything, so nothing of it could be true.",
                    List.of(),
                    "Tell people what is known");
            return;
        }
        var wrong = claims.stream()
                .filter(each -> each.truth() == JudgedClaim.Truth.FALSE)
                .toList();
        var early = claims.stream()
                .filter(each -> each.truth() == JudgedClaim.Truth.TOO_EARLY)
                .toList();
        var cost = A_FALSE_CLAIM * wrong.size() + A_CLAIM_TOO_EARLY * early.size();
        var moves = judged.stream()
                .map(each -> ((Event.ClaimsJudged) each.event()).statement())
                .toList();
        if (cost == 0) {
            findings.count(FindingKind.TRUE_STATEMENTS, TRULY, TRULY, "Nothing that you said was wrong.", moves, "");
        } else {
            findings.count(
                    FindingKind.TRUE_STATEMENTS,
                    TRULY,
                    TRULY - cost,
                    "Not all that you said was true: " + words(wrong, early) + ".",
                    moves,
                    "Say what is known, and that the rest is not");
        }
    }

    private static String words(List<JudgedClaim> wrong, List<JudgedClaim> early) {
        var words = new ArrayList<String>();
        wrong.forEach(each -> words.add(each.claim().words()));
        early.forEach(each -> words.add(each.claim().words() + " (too early)"));
        return String.join("; ", words.stream().distinct().toList());
    }

    private void messages() {
        var asked = incident.people().messages().stream()
                .filter(message -> !message.asks().isEmpty())
                .toList();
        if (asked.isEmpty()) {
            notNecessary(FindingKind.PEOPLE_ANSWERED, ANSWERED, "It was over before anybody asked you anything.");
            return;
        }
        var overdue = history(Event.AnswerOverdue.class);
        findings.count(
                FindingKind.PEOPLE_ANSWERED,
                ANSWERED,
                Math.max(0, ANSWERED - AN_ANSWER_MISSED * overdue.size()),
                overdue.isEmpty()
                        ? "Everybody who asked you something had an answer in time, or could still wait."
                        : overdue.size()
                                + (overdue.size() == 1
                                        ? " thing that people wanted to know from you was not told in time."
                                        : " things that people wanted to know from you were not told in time."),
                overdue.stream().map(Recorded::sequence).toList(),
                overdue.isEmpty() ? "" : "Answer, even if only to say when you will know");
    }

    private void called() {
        if (Duration.between(paged, hurtUntil).compareTo(ESCALATE_WITHIN) <= 0) {
            notNecessary(
                    FindingKind.OTHERS_CALLED,
                    CALLED,
                    "It was over within " + minutes(ESCALATE_WITHIN) + ": nobody else had to be called.");
            return;
        }
        var calls = new ArrayList<>(history(Event.Escalated.class));
        calls.addAll(history(Event.ApprovalRequested.class));
        var inTime = calls.stream()
                .filter(each -> !each.at().isAfter(paged.plus(ESCALATE_WITHIN)))
                .toList();
        findings.count(
                FindingKind.OTHERS_CALLED,
                CALLED,
                inTime.isEmpty() ? 0 : CALLED,
                inTime.isEmpty()
                        ? "It lasted longer than " + minutes(ESCALATE_WITHIN)
                                + ", and by then you had called nobody else."
                        : "You called others in before it had lasted " + minutes(ESCALATE_WITHIN) + ".",
                inTime.stream().map(Recorded::sequence).toList(),
                inTime.isEmpty() ? "Page the team that owns what is broken" : "");
    }

    private void lastWord() {
        if (!wasHurt() || !(incident.impact() instanceof Impact.Ended)) {
            return;
        }
        var after =
                updates.stream().filter(each -> !each.at().isBefore(hurtUntil)).toList();
        findings.count(
                FindingKind.LAST_UPDATE,
                LAST_WORD,
                after.isEmpty() ? 0 : LAST_WORD,
                after.isEmpty()
                        ? "You posted no update after the recovery: nobody heard that it was over."
                        : "You posted an update after the recovery, at "
                                + Clock.at(after.getFirst().at()) + ".",
                after.stream().map(Recorded::sequence).toList(),
                after.isEmpty() ? "Post a last update after the recovery" : "");
    }

    /**
     * Whoever is done sooner must not be worse off for it: what did not become necessary is earned. Not by doing nothing, nor by walking
     * away while customers are hurt.
     */
    private void notNecessary(FindingKind kind, int most, String text) {
        var over = !wasHurt() || incident.impact() instanceof Impact.Ended;
        var didAnything =
                incident.history().stream().anyMatch(each -> Forks.isMove(incident.history(), each.sequence()));
        if (over && didAnything) {
            findings.count(kind, most, most, text, List.of(), "");
        }
    }

    private List<Recorded> history(Class<? extends Event> type) {
        return incident.history().stream()
                .filter(each -> type.isInstance(each.event()))
                .toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** {@code at once}, {@code 1:50 min after the page}. */
    private static String soon(Duration took) {
        return took.compareTo(AT_ONCE) <= 0 ? "at once" : Clock.length(took) + " min after the page";
    }

    private static String minutes(Duration length) {
        return length.toMinutes() + " minutes";
    }
}
