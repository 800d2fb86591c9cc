package mayday.web;

import java.util.List;
import mayday.debrief.Appraisal;
import mayday.debrief.Debrief;
import mayday.drill.Room;
import mayday.incident.Participant;
import mayday.journal.JournalUnavailable;
import mayday.review.Played;
import mayday.review.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of debriefs: stored whenever one was worked out, and made up for, a few at a time, where it is missing. */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);

    /** The latest so many runs of a learner count. */
    static final int MOST_RUNS = 500;

    /** A debrief may take a second, and somebody waits for the page: the others are worked out when it is looked at again. */
    static final int MOST_AT_ONCE = 2;

    /** Incidents that no longer can be read fail quickly; after so many of them nobody waits any longer. */
    private static final int MOST_FAILURES = 20;

    private final Site site;

    Results(Site site) {
        this.site = site;
    }

    void keep(Room room, Debrief debrief) {
        // By the same rubric for all runs, so that they can be compared; what a facilitator has overridden counts as
        // they say.
        var rubric = site.library().rubrics().getFirst();
        var judged = Appraisal.of(room.incident(), debrief, rubric, Overrides.of(room))
                .debrief();
        site.rooms().keep(room.id(), room.read(incident -> Result.of(incident, judged)));
    }

    /** What a learner has ended, newest first, after at most {@value #MOST_AT_ONCE} of those not judged yet were judged, newest first. */
    List<Played> of(Participant learner) {
        var played = site.rooms().played(learner, MOST_RUNS);
        var judged = 0;
        var failed = 0;
        for (var each : played) {
            if (!each.isJudged() && judged < MOST_AT_ONCE && failed < MOST_FAILURES) {
                if (judge(each)) {
                    judged++;
                } else {
                    failed++;
                }
            }
        }
        return judged == 0 ? played : site.rooms().played(learner, MOST_RUNS);
    }

    private boolean judge(Played played) {
        try {
            var room = site.rooms().find(played.id());
            // One that is on the shelf already was not kept when it came there: its scoring was another, or the disk
            // was full.
            room.ifPresent(open -> keep(open, site.debriefs.of(open)));
            return room.isPresent();
        } catch (JournalUnavailable e) {
            LOG.warn("Incident {} cannot be judged. {}", played.id(), e.getMessage());
            return false;
        }
    }
}
