package org.selfstab.archfixture.expression;

import org.selfstab.geometry.LocalGeometry;

/** Breaks the order of the packages. */
final class UsesLaterPackage {

    private UsesLaterPackage() {}

    static Class<?> later() {
        return LocalGeometry.class;
    }
}
