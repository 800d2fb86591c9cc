package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Par;
import mayday.incident.ForkPoint;
import mayday.incident.Incident;

/** What if the expert had taken over at some point of a run, as the API sends it: the run as it went, and the expert's. */
public record WhatIfBody(Instant at, Run actual, Run expert, List<DebriefBody.ExpertMove> moves) {
    public WhatIfBody {
        moves = List.copyOf(moves);
    }

    /** What came of a run; its SLI as points of epoch second and ratio. */
    public record Run(int score, DebriefBody.ParTime time, DebriefBody.Cost impact, List<List<Number>> sli) {
        public Run {
            sli = List.copyOf(sli);
        }
    }

    public static WhatIfBody of(Incident incident, Debrief debrief, ForkPoint point, Par expert) {
        return new WhatIfBody(
                WhatIfView.at(incident, point),
                new Run(
                        debrief.structure().score(),
                        DebriefBody.par(debrief.time()),
                        DebriefBody.cost(debrief.impact().actual()),
                        SliDrawing.points(debrief.curves().actual())),
                new Run(
                        expert.score(),
                        DebriefBody.par(expert.time()),
                        DebriefBody.cost(expert.impact()),
                        SliDrawing.points(expert.sli())),
                DebriefBody.moves(expert));
    }
}
