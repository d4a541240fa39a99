package org.selfstab.archfixture.geometry;

import org.matheclipse.core.expression.F;

/** Computer algebra outside of its room. */
final class UsesSymja {

    private UsesSymja() {}

    static Object zero() {
        return F.C0;
    }
}
