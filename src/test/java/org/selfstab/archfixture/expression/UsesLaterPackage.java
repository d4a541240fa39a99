package org.selfstab.archfixture.expression;

import org.selfstab.geometry.Norm;

/** Breaks the order of the packages. */
final class UsesLaterPackage {

    private UsesLaterPackage() {}

    static Class<?> later() {
        return Norm.class;
    }
}
