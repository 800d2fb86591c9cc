package mayday.debrief;

import mayday.incident.Incident;

/** Works out the debrief of an ended incident. Pure. */
public final class Debriefs {
    private Debriefs() {}

    /** The debrief; {@code incident} must be over. */
    public static Debrief of(Incident incident) {
        throw new UnsupportedOperationException(incident.status());
    }
}
