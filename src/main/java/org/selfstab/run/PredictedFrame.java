package org.selfstab.run;

import java.util.Locale;

/** The three forms of the predicted dynamics (theory.md section 4). */
public enum PredictedFrame {
    /** The paper's form (11). */
    MOVING,
    /** The form of the paper's code. */
    AMBIENT,
    /** The ambient form for losses that are far from cubic along u. */
    GENERALISED;

    /** The name on the command line, which completion offers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
