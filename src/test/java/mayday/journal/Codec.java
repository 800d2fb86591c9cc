package mayday.journal;

import java.util.List;
import mayday.exercise.DrillRecorded;
import mayday.incident.Recorded;

/** What events are after they were written as text and read back. */
public final class Codec {
    private Codec() {}

    public static List<Recorded> readBack(List<Recorded> events) {
        return events.stream()
                .map(each -> new Recorded(
                        each.sequence(),
                        each.at(),
                        EventCodec.decode(
                                EventCodec.type(each.event()), EventCodec.FORMAT, EventCodec.encode(each.event()))))
                .toList();
    }

    public static List<DrillRecorded> readBackDrill(List<DrillRecorded> events) {
        return events.stream()
                .map(each -> new DrillRecorded(
                        each.sequence(),
                        each.at(),
                        DrillCodec.decode(
                                DrillCodec.type(each.event()), DrillCodec.FORMAT, DrillCodec.encode(each.event()))))
                .toList();
    }
}
