package mayday.incident;

/** A claim, and whether it was true when it was made. */
public record JudgedClaim(Claim claim, Truth truth) {
    /** How a claim compares with the truth. */
    public enum Truth {
        TRUE,
        /** What was said to be over looked so, and had not held for as long as the scenario asks. */
        TOO_EARLY,
        FALSE,
        /** A promise: the future tells. */
        OPEN
    }
}
