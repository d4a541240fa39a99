package org.selfstab.report;

import org.selfstab.vocabulary.Notation;

/** Until every formula has its notation where it is defined. */
final class Notations {

    private Notations() {}

    static Notation of(String ascii) {
        return new Notation(ascii, Signs.of(ascii), LatexFormula.of(ascii));
    }
}
