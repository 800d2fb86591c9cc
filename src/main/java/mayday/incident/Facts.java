package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.scenario.ActionPattern;
import mayday.scenario.CauseId;
import mayday.scenario.Expression;
import mayday.scenario.Input;
import mayday.scenario.StateId;

/**
 * What authors' formulas look at, computed from the history of an incident: at any instant up to its present, whatever happened
 * since.
 */
final class Facts {
    private static final int NO_SEVERITY = 5;

    private Facts() {}

    /** What a formula comes to at {@code at}. */
    static double value(Incident incident, Expression expression, Instant at) {
        var inputs = expression.inputs();
        var values = new double[inputs.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(incident, inputs.get(i), at);
        }
        return expression.evaluator().of(values);
    }

    static double value(Incident incident, Input input, Instant at) {
        return switch (input) {
            case Input.OfService(var service, var where, var signal) ->
                incident.world().trajectory().at(signal, service, where, at);
            case Input.OfCalls(var from, var to, var where, var signal) ->
                incident.world().trajectory().at(signal, from, to, where, at);
            case Input.OfVariable(var variable) -> Amounts.value(incident, variable, at);
            case Input.Done(var pattern) -> done(incident, pattern, at);
            case Input.Running(var pattern) ->
                truth(everybodys(incident)
                        .anyMatch(each -> isRunning(incident, each, at) && pattern.matches(each.action())));
            case Input.InState(var cause, var state) ->
                truth(stateAt(incident, cause, at).filter(state::equals).isPresent());
            case Input.Seen seen -> truth(happened(incident, at, answers(incident, seen)));
            case Input.Stated(var faultClass, var target) ->
                truth(happened(
                        incident,
                        at,
                        event -> event instanceof Event.HypothesisStated stated
                                && stated.faultClass() == faultClass
                                && (target.isEmpty() || target.equals(stated.target()))));
            case Input.Told(var audience) ->
                truth(happened(
                        incident,
                        at,
                        event -> event instanceof Event.UpdatePosted posted && posted.audience() == audience));
            case Input.Escalated(var team) ->
                truth(happened(
                        incident,
                        at,
                        event -> event instanceof Event.Escalated escalated
                                && escalated.team().equals(team)));
            case Input.MinutesSincePage() ->
                Duration.between(incident.scenario().pagedAt(), at).toSeconds() / 60.0;
            case Input.DeclaredSeverity() -> severityAt(incident, at);
            case Input.Hour() -> at.atZone(ZoneOffset.UTC).getHour();
        };
    }

    /** How many actions like this were completed up to {@code at}, by whomever. */
    static long done(Incident incident, ActionPattern pattern, Instant at) {
        return everybodys(incident)
                .filter(each -> isDone(each, at) && pattern.matches(each.action()))
                .count();
    }

    private static Stream<StartedAction> everybodys(Incident incident) {
        return Stream.concat(incident.actions().stream(), incident.world().others().stream());
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static boolean isDone(StartedAction action, Instant at) {
        return action.progress() == StartedAction.Progress.COMPLETED
                && !action.completesAt().isAfter(at);
    }

    /** Whether an action had been started at {@code at} and was neither done nor stopped. */
    static boolean isRunning(Incident incident, StartedAction action, Instant at) {
        var started = !action.startedAt().isAfter(at) && action.completesAt().isAfter(at);
        return started
                && !happened(
                        incident,
                        at,
                        event -> event instanceof Event.ActionCancelled cancelled
                                && cancelled.id().equals(action.id()));
    }

    private static Optional<StateId> stateAt(Incident incident, CauseId fault, Instant at) {
        return incident.world().passages().stream()
                .filter(passage ->
                        passage.fault().equals(fault) && !passage.enteredAt().isAfter(at))
                .reduce((_, later) -> later)
                .map(passage -> passage.state().id());
    }

    private static Predicate<Event> answers(Incident incident, Input.Seen seen) {
        return event -> event instanceof Event.QuestionAnswered answered
                && incident.history().stream()
                        .anyMatch(each -> each.event() instanceof Event.QuestionAsked asked
                                && asked.id().equals(answered.id())
                                && asked.understoodAs().interpretations().stream()
                                        .filter(read -> isAnswered(incident, asked.id(), read))
                                        .anyMatch(interpretation -> concerns(interpretation, answered, seen)));
    }

    private static boolean isAnswered(Incident incident, QuestionId question, Interpretation read) {
        return incident.history().stream()
                .noneMatch(each -> each.event() instanceof Event.LookupFailed failure
                        && failure.question().equals(question)
                        && failure.unanswered().contains(read));
    }

    /** By what was asked about; where nothing was named, by what the answer turned out to show. */
    private static boolean concerns(Interpretation interpretation, Event.QuestionAnswered answered, Input.Seen seen) {
        return interpretation.dimension() == seen.dimension()
                && (seen.services().isEmpty()
                        || interpretation.targets().stream().anyMatch(target -> serviceOf(target, seen))
                        || answered.observations().stream()
                                .anyMatch(each -> seen.services().contains(each.service())));
    }

    private static boolean serviceOf(Target target, Input.Seen seen) {
        return switch (target) {
            case Target.OfService(var service) -> seen.services().contains(service);
            case Target.OfNode(var service, var _) -> seen.services().contains(service);
            case Target.OfHost(var service, var _, var _) -> seen.services().contains(service);
            case Target.OfRegion _, Target.OfTeam _ -> false;
        };
    }

    private static double severityAt(Incident incident, Instant at) {
        var declared = NO_SEVERITY;
        for (var each : incident.history()) {
            if (each.event() instanceof Event.SeverityDeclared(var severity, var _)
                    && !each.at().isAfter(at)) {
                declared = severity.number();
            }
        }
        return declared;
    }

    private static boolean happened(Incident incident, Instant at, Predicate<Event> what) {
        for (var each : incident.history()) {
            if (each.at().isAfter(at)) {
                return false;
            }
            if (what.test(each.event())) {
                return true;
            }
        }
        return false;
    }
}
