package mayday.exercise;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Revision;

/** How far a drill is. */
public sealed interface Stage {
    /** People come in and take seats. */
    record Lobby() implements Stage {}

    /**
     * The teams are at work.
     *
     * @param revision the scenario as all teams play it
     */
    record Running(Instant startedAt, Revision revision, List<TeamIncident> incidents) implements Stage {
        public Running {
            incidents = List.copyOf(incidents);
        }
    }

    /**
     * It is over.
     *
     * @param incidents none if it was called off before it began
     */
    record Over(Instant endedAt, List<TeamIncident> incidents) implements Stage {
        public Over {
            incidents = List.copyOf(incidents);
        }
    }

    /** The teams' incidents; none in the lobby. */
    default List<TeamIncident> incidents() {
        return switch (this) {
            case Lobby _ -> List.of();
            case Running running -> running.incidents();
            case Over over -> over.incidents();
        };
    }
}
