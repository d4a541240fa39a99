package org.selfstab.vocabulary;

import java.util.List;

/**
 * What became of the wrong variants of a claim that holds, each of which should not hold.
 *
 * @param mutants how many were tried
 * @param survivors those that hold nevertheless, as people write them
 */
public record Mutation(int mutants, List<String> survivors) {
    public Mutation {
        survivors = List.copyOf(survivors);
    }
}
