package org.selfstab.claims;

import org.selfstab.problem.QuantityName;

/** Computes quantities of one problem, with no more work than they need. May be shared by threads. */
public interface QuantityReader {

    /** The same with conclusions judged on every member, too, of a problem that has a family. */
    QuantityReader withMembers();

    /** A quantity or a claim. */
    Reading observe(QuantityName name);

    /** The run from t = 0 to the horizon. */
    Verification verification();
}
