package org.selfstab.run;

/**
 * A projection onto the stable set that found no point, on the way to the edge: whether that iterate was at the edge is not known.
 *
 * @param step the step of plain gradient descent, from 0
 * @param reason why it failed
 */
public record FailedProjection(int step, String reason) {

    /** One sentence for people. */
    public String description() {
        return "whether the edge is reached earlier is not known: the projection of step " + step + " failed: "
                + reason;
    }
}
