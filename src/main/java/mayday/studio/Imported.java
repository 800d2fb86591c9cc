package mayday.studio;

/** What became of an archive that was to be imported. */
public sealed interface Imported {
    record Done(String name) implements Imported {}

    /** Something of that name is there and would be overwritten; nothing was written. */
    record Exists(String what) implements Imported {}

    /** Nothing was written, for a reason that is a sentence. */
    record Refused(String why) implements Imported {}
}
