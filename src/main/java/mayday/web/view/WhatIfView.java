package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import mayday.debrief.Debrief;
import mayday.debrief.Par;
import mayday.incident.ForkPoint;
import mayday.incident.Incident;
import mayday.incident.IncidentId;

/**
 * What if the expert had taken over at some point of a run.
 *
 * @param at incident time of that point
 * @param did what the learner did there; empty if the point is an instant
 * @param beforeMove the move's public number, as the form has it; empty if the point is an instant
 * @param minute whole minutes from the page, as the form has it; empty if the point is a move
 */
public record WhatIfView(
        String id,
        String title,
        String at,
        String did,
        String beforeMove,
        String minute,
        int lastMinute,
        TwoRuns runs,
        ExpertView expert) {

    public static WhatIfView of(
            IncidentId id, Incident incident, Debrief debrief, ForkPoint point, Par expert, String beforeMove) {
        var at = at(incident, point);
        var fromPage = Duration.between(incident.scenario().pagedAt(), at).toMinutes();
        return new WhatIfView(
                id.value(),
                incident.scenario().title(),
                Format.clock(at),
                did(debrief, point),
                beforeMove,
                beforeMove.isEmpty() ? Long.toString(fromPage) : "",
                lastMinute(incident),
                TwoRuns.of("as it went", debrief, "the expert from " + Format.minute(at), expert),
                ExpertView.of(expert));
    }

    /** The last whole minute after the page that an ended incident has. */
    static int lastMinute(Incident incident) {
        var lasted = Duration.between(incident.scenario().pagedAt(), incident.now());
        return (int) Math.max(0, Math.ceilDiv(lasted.toSeconds(), 60) - 1);
    }

    static Instant at(Incident incident, ForkPoint point) {
        return switch (point) {
            case ForkPoint.At(var at) -> at;
            case ForkPoint.BeforeMove(var move) ->
                incident.history().get((int) move - 1).at();
        };
    }

    private static String did(Debrief debrief, ForkPoint point) {
        return switch (point) {
            case ForkPoint.At _ -> "";
            case ForkPoint.BeforeMove(var move) ->
                debrief.timeline().stream()
                        .filter(entry -> entry.sequence() == move)
                        .map(Debrief.Entry::text)
                        .findFirst()
                        .orElse("");
        };
    }
}
