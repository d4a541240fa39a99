package org.selfstab.report;

import org.selfstab.vocabulary.Notation;

/** Until every formula has its notation where it is defined. */
final class Notations {

    private Notations() {}

    static Notation of(String ascii) {
        return new Notation(ascii, Signs.of(ascii), LatexFormula.of(ascii));
    }

    /** Words with symbols among them. */
    static Notation among(String words) {
        return new Notation(words, Signs.of(words), LatexFormula.among(words));
    }

    /** The unit of an error. */
    static Notation unit(String ascii) {
        String mathematics = ascii.replaceAll("\\beps\\b", "\\\\epsilon")
                .replaceAll("\\b(delta|eta)\\b", "\\\\$1")
                .replace("grad L", "\\nabla L");
        return Notation.formula(ascii, Signs.of(ascii), mathematics);
    }
}
