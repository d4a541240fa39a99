package org.selfstab.coq;

import java.util.List;

/** What Coq files have in common. */
final class CoqFile {

    /** What each file begins with: real numbers, derivatives, and the tactics of the library. */
    static final String HEADER = """
            From Coq Require Import Reals Lra.
            From Coquelicot Require Import Coquelicot.
            Require Import selfstab.
            Open Scope R_scope.
            """;

    private CoqFile() {}

    /** The same where Coq computes, with the whole library and other modules. */
    static String header(String modules) {
        return HEADER.replace("Reals Lra", "Reals Lra ZArith List Lia")
                .replace("selfstab.", "selfstab enclosures planar " + modules + ".\nImport ListNotations.");
    }

    /** The theorem with which a file ends, a conjunction of what was proved, and the axioms that it rests on. */
    static String theorem(String name, String statement, List<String> proofs) {
        String proof = conjunction(proofs);
        return "\nTheorem " + name + " : " + statement + ".\nProof. exact " + proof + ". Qed.\n\nPrint Assumptions "
                + name + ".\n";
    }

    /** A proof of a conjunction from proofs of its parts, at least one. */
    static String conjunction(List<String> proofs) {
        int last = proofs.size() - 1;
        StringBuilder text = new StringBuilder();
        proofs.subList(0, last)
                .forEach(proof -> text.append("(conj ").append(proof).append(' '));
        return text.append(proofs.get(last)).append(")".repeat(last)).toString();
    }

    /** The tactic, without its full stop, that takes a conjunction of so many parts apart, into a letter with numbers from 1. */
    static String taken(String conjunction, String letter, int parts) {
        if (parts == 1) {
            return "pose proof " + conjunction + " as " + letter + "1";
        }
        StringBuilder pattern = new StringBuilder("destruct " + conjunction + " as [");
        for (int i = 1; i < parts; i++) {
            pattern.append(letter).append(i).append(i < parts - 1 ? " [" : " ");
        }
        return pattern.append(letter)
                .append(parts)
                .append("]".repeat(parts - 1))
                .toString();
    }
}
