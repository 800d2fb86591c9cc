package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import mayday.debrief.CustomerImpact;
import mayday.evidence.Evidence;
import mayday.incident.Incident;

/** The share of customers' requests that fails, as it truly is and not as those who play have seen it. */
final class TrueSli {
    private static final int MOST_POINTS = 90;
    private static final Duration LEAD_IN = Duration.ofMinutes(3);
    private static final Duration LONGEST_LEAD_IN = Duration.ofMinutes(20);

    private TrueSli() {}

    /** A column of the console, up to {@code at}, with room for the time that is left. */
    static ChartDrawing drawn(Incident incident, Instant at) {
        var from = before(incident);
        var line = line(incident, from, at, MOST_POINTS);
        var shown = Math.max(60, Duration.between(from, at).toSeconds());
        var coming = Math.max(0, Duration.between(at, incident.endsAt()).toSeconds());
        return ChartDrawing.column(CustomerImpact.slo(incident).title(), line, at, (double) coming / shown);
    }

    /** A little before the cause began, so that what it did can be seen. */
    static Instant before(Incident incident) {
        var lead = incident.cause().beginsAgo().plus(LEAD_IN);
        return incident.scenario().pagedAt().minus(lead.compareTo(LONGEST_LEAD_IN) < 0 ? lead : LONGEST_LEAD_IN);
    }

    /** Its course, thinned out to at most {@code most} points. */
    static Evidence.Line line(Incident incident, Instant from, Instant until, int most) {
        var series = CustomerImpact.sli(incident, from, until);
        var stride = Math.max(1, (series.size() + most - 1) / most);
        var points = new ArrayList<Evidence.Point>();
        for (var index = 0; index < series.size(); index += stride) {
            points.add(new Evidence.Point(series.timeOf(index).getEpochSecond(), series.value(index)));
        }
        return new Evidence.Line("requests that fail", points);
    }
}
