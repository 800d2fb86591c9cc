package mayday.studio;

import java.util.List;

/** What became of a text that an author wanted to save. */
public sealed interface Saved {

    /** It is on the disk. */
    record Done(String digest) implements Saved {}

    /**
     * Somebody else changed the file meanwhile; nothing was written.
     *
     * @param theirs what is there now
     * @param differences from theirs to the text that was to be saved
     */
    record Conflict(FileContent theirs, List<Differences.Line> differences) implements Saved {
        public Conflict {
            differences = List.copyOf(differences);
        }
    }

    /** Nothing was written, for a reason that is a sentence. */
    record Refused(String why) implements Saved {}
}
