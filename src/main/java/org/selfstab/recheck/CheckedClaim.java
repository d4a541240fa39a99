package org.selfstab.recheck;

/**
 * What the checker says of a claim.
 *
 * @param name the condition or conclusion
 * @param quantity the quantity, for people
 * @param verdict the verdict that the certificate states; empty if the claim is missing
 * @param outcome whether it was verified
 * @param reason the bounds that were verified and the threshold, or why not
 */
public record CheckedClaim(String name, String quantity, String verdict, Outcome outcome, String reason) {

    /** What became of a claim. */
    public enum Outcome {
        /** Its bounds are proved, and its verdict follows from them and the threshold. */
        CONFIRMED,
        /** It does not follow from the certificate. */
        REJECTED,
        /** It states nothing: it is UNDECIDED and without bounds. */
        EMPTY
    }

    /** Whether it was verified. */
    public boolean confirmed() {
        return outcome == Outcome.CONFIRMED;
    }
}
