package mayday.playthrough;

import java.util.List;

/**
 * A script made of an incident that was played.
 *
 * @param remarks what whoever reads it should know, in sentences; none if it plays as it was played
 * @param notes for each step what came of it, in a line; empty where there is nothing to say
 */
public record Recording(Script script, List<String> remarks, List<String> notes) {
    public Recording {
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
    }
}
