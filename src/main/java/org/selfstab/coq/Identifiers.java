package org.selfstab.coq;

import java.util.HashSet;
import java.util.Set;

/** Names in a Coq file: those that a text declares, changed where they mean something else there already. */
final class Identifiers {

    private static final Set<String> RESERVED = Set.of(
            "as",
            "at",
            "cofix",
            "else",
            "end",
            "exists",
            "exists2",
            "fix",
            "for",
            "forall",
            "fun",
            "if",
            "in",
            "let",
            "match",
            "mod",
            "return",
            "then",
            "using",
            "where",
            "with",
            "Prop",
            "Set",
            "Type",
            "SProp",
            "by",
            "R",
            "PI",
            "exp",
            "ln",
            "sqrt",
            "sin",
            "cos",
            "atan",
            "pow",
            "Rabs",
            "is_derive",
            "claims",
            "proved",
            "equation",
            "conj");

    private final Set<String> taken = new HashSet<>(RESERVED);

    /** A name that is like a given one, of letters, digits and underscores, and that no other has. */
    String fresh(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
