package org.selfstab.archfixture.geometry;

/** Breaks the rule that exceptions have one base. */
final class FailsInItsOwnWay extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
