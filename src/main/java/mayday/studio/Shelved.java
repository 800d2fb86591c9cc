package mayday.studio;

/** What became of a scenario that was to come or go: made, imported, deleted or put back. */
public sealed interface Shelved {
    record Done(String name) implements Shelved {}

    /** Something of that name is there and would be overwritten; nothing was written. */
    record Exists(String what) implements Shelved {}

    /** Nothing was changed, for a reason that is a sentence. */
    record Refused(String why) implements Shelved {}
}
