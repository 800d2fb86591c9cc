package mayday.web.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;

/**
 * The events that a learner may know, numbered from 1 without gaps: in the journal's own numbers a gap would tell that something hidden
 * happened, and when.
 */
public final class PublicStream {
    private PublicStream() {}

    /** The public events of an incident under their public numbers. */
    public static List<Recorded> of(Incident incident) {
        var open = new ArrayList<Recorded>();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.Public) {
                open.add(new Recorded(open.size() + 1, recorded.at(), recorded.event()));
            }
        }
        return open;
    }

    /** The public number of every event that a learner may know, by its sequence in the journal. */
    public static Map<Long, Long> numbers(Incident incident) {
        var numbers = new HashMap<Long, Long>();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.Public) {
                numbers.put(recorded.sequence(), numbers.size() + 1L);
            }
        }
        return Map.copyOf(numbers);
    }

    /** How many public events there are: the incident's version, as far as learners are told. */
    public static long version(Incident incident) {
        return incident.history().stream()
                .filter(recorded -> recorded.event() instanceof Event.Public)
                .count();
    }

    /** The journal's sequence of the public event {@code number}; 0 where there is none. */
    public static long exact(Incident incident, long number) {
        var open = of(incident).size();
        return number < 1 || number > open ? 0 : sequence(incident, number);
    }

    /** The journal's sequence of the public event {@code number}; of the last event where there are fewer, 0 for none. */
    public static long sequence(Incident incident, long number) {
        var left = number;
        for (var recorded : incident.history()) {
            if (left == 0) {
                return recorded.sequence() - 1;
            }
            if (recorded.event() instanceof Event.Public) {
                left--;
            }
        }
        return incident.version();
    }
}
