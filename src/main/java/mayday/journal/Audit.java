package mayday.journal;

import java.time.Instant;
import mayday.incident.Participant;

/**
 * Something that a facilitator did, or that somebody tried to do in a facilitator's place.
 *
 * @param number orders them; later ones have higher numbers
 * @param by who did it; without an id if nobody proved to be anybody, and then with the name that was tried
 * @param what a {@link Deed}'s stored name, such as {@code logged-in}
 * @param about what it was done to; may be empty
 * @param detail in words; may be empty
 */
public record Audit(long number, Instant at, Participant by, String what, String about, String detail) {
    /** The oldest are given up beyond this. */
    public static final int MOST_KEPT = 100_000;

    public static final int MOST_ABOUT_CHARACTERS = 200;
    public static final int MOST_DETAIL_CHARACTERS = 500;

    /**
     * What is to be noted. Texts that are too long are cut: what was done is noted all the same.
     *
     * @param about what it was done to; may be empty
     * @param detail in words; may be empty
     */
    public record Note(Participant by, Deed what, String about, String detail) {
        public Note {
            about = cut(about, MOST_ABOUT_CHARACTERS);
            detail = cut(detail, MOST_DETAIL_CHARACTERS);
        }

        private static String cut(String text, int most) {
            return text.length() <= most ? text : text.substring(0, most - 1) + "…";
        }
    }
}
