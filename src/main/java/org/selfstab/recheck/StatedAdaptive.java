package org.selfstab.recheck;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.recheck.taylor.FormulaParser;

/**
 * An adaptive optimizer in the words of a certificate: {@code nu' = beta2 nu + (1 - beta2) h(grad L)}, {@code m' = beta1 m + (1 - beta1) grad L}, {@code theta' = theta - eta m'/sqrt(nu)}.
 *
 * @param name what people call it; no claim rests on it
 * @param momentum beta1, an expression of the parameters
 * @param decay beta2, likewise
 * @param groups the group of each variable, from 0
 */
public record StatedAdaptive(String name, String momentum, String decay, List<Integer> groups) {

    public StatedAdaptive {
        groups = List.copyOf(groups);
    }

    /**
     * Refuses groups that are none.
     *
     * @throws org.selfstab.recheck.taylor.FormulaException if a variable has no group, or a group no variable
     */
    void requireWellFormed(int variables) {
        StatedProblem.require(
                groups.size() == variables
                        && groups.stream().allMatch(group -> 0 <= group && group < variables)
                        && new HashSet<>(groups).size() == count(),
                "an adaptive optimizer has a group for each variable, numbered from 0 without a gap");
    }

    /** How many groups there are. */
    int count() {
        return groups.stream().mapToInt(group -> group + 1).max().orElse(0);
    }

    /** Both expressions. */
    Stream<String> entries() {
        return Stream.of(momentum, decay);
    }

    /** What it is, in a line for people. */
    public String shown() {
        return name + " with beta1 = " + momentum + ", beta2 = " + decay + ", groups " + groups;
    }

    /** Where this and another optimizer differ; empty is a linear one. */
    static void differ(
            List<String> differences,
            Optional<StatedAdaptive> here,
            Optional<StatedAdaptive> there,
            FormulaParser parser) {
        if (here.isEmpty() || there.isEmpty()) {
            String linear = "a linear one";
            StatedProblem.differ(
                    differences,
                    "optimizer",
                    here.map(StatedAdaptive::shown).orElse(linear),
                    there.map(StatedAdaptive::shown).orElse(linear));
            return;
        }
        StatedProblem.formulasDiffer(
                differences, "beta1", parser, here.get().momentum(), there.get().momentum());
        StatedProblem.formulasDiffer(
                differences, "beta2", parser, here.get().decay(), there.get().decay());
        StatedProblem.differ(
                differences, "groups", here.get().groups(), there.get().groups());
    }
}
