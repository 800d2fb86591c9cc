package mayday.scenario;

/** The exact text of a scenario that an incident is played with: a SHA-256 digest over its files, in hexadecimal. */
public record Revision(String digest) {
    @Override
    public String toString() {
        return digest;
    }
}
