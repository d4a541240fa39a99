package org.selfstab.run;

import java.util.Locale;

/** The projections onto the stable set that a run can use. */
public enum ProjectionMethod {
    /** The true nearest point. */
    EXACT,
    /** The three linearised steps of the paper's code, for comparison. */
    LINEARISED;

    /** The name on the command line, which completion offers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
