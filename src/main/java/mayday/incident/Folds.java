package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mayday.scenario.Severity;
import mayday.scenario.TeamId;

/** The next value of an incident in the making: starts as the old one, takes what an event changes. */
final class Folds {
    private final Incident old;
    private IncidentClock clock;
    private Phase phase;
    private Impact impact;
    private Instant now;
    private List<Recorded> history;
    private World world;
    private Board board;
    private List<StartedAction> actions;
    private List<PendingAnswer> pendingAnswers;
    private List<PendingReply> pendingReplies;
    private List<Instant> acknowledgedAt;
    private List<Severity> severities;
    private People people;
    private Injects injects;

    private Folds(Incident old) {
        this.old = old;
        this.clock = old.clock();
        this.phase = old.phase();
        this.impact = old.impact();
        this.now = old.now();
        this.history = old.history();
        this.world = old.world();
        this.board = old.board();
        this.actions = old.actions();
        this.pendingAnswers = old.pendingAnswers();
        this.pendingReplies = old.pendingReplies();
        this.acknowledgedAt = old.acknowledgedAt();
        this.severities = old.severities();
        this.people = old.people();
        this.injects = old.injects();
    }

    static Folds of(Incident old) {
        return new Folds(old);
    }

    Folds recorded(Recorded next) {
        history = History.of(history).and(next);
        now = next.at();
        return this;
    }

    Folds clock(IncidentClock next) {
        clock = next;
        return this;
    }

    Folds phase(Phase next) {
        phase = next;
        return this;
    }

    Folds impact(Impact next) {
        impact = next;
        return this;
    }

    Folds world(World next) {
        world = next;
        return this;
    }

    Folds board(Board next) {
        board = next;
        return this;
    }

    Folds actions(List<StartedAction> next) {
        actions = next;
        return this;
    }

    Folds pendingAnswers(List<PendingAnswer> next) {
        pendingAnswers = next;
        return this;
    }

    Folds acknowledged(Instant at) {
        acknowledgedAt = and(acknowledgedAt, at);
        return this;
    }

    Folds declared(Severity severity) {
        severities = and(severities, severity);
        return this;
    }

    Folds escalated(PendingReply reply) {
        pendingReplies = and(pendingReplies, reply);
        return this;
    }

    Folds replied(TeamId team, Instant at) {
        pendingReplies = pendingReplies.stream()
                .filter(each -> !(each.team().equals(team) && !each.due().isAfter(at)))
                .toList();
        return this;
    }

    Folds people(UnaryOperator<People> change) {
        people = change.apply(people);
        return this;
    }

    Folds injects(Injects next) {
        injects = next;
        return this;
    }

    Incident fold() {
        return new Incident(
                old.scenario(),
                old.opened(),
                clock,
                phase,
                impact,
                now,
                history,
                world.settled(old.scenario().origin(), now),
                board,
                actions,
                pendingAnswers,
                pendingReplies,
                acknowledgedAt,
                severities,
                people,
                injects);
    }

    private static <T> List<T> and(List<T> list, T next) {
        var more = new ArrayList<T>(list.size() + 1);
        more.addAll(list);
        more.add(next);
        return more;
    }
}
