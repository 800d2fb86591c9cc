package mayday.scenario;

/** A name that an author gave to something; a type for each kind, so that two kinds cannot be swapped. */
public interface Id {
    /** The name as written: lower-case letters, digits and hyphens, at most 64 characters. */
    String value();
}
