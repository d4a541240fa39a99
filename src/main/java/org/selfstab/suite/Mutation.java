package org.selfstab.suite;

import java.util.List;

/**
 * What became of the wrong variants of a claim.
 *
 * @param mutants how many were tried
 * @param survivors what to tell of each that passes nevertheless
 */
public record Mutation(int mutants, List<String> survivors) {
    public Mutation {
        survivors = List.copyOf(survivors);
    }
}
