package org.selfstab.theory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.symbolic.IdentityProof;
import org.selfstab.symbolic.NodeReplacement;
import org.selfstab.vocabulary.Verdict;

/**
 * Makes wrong equations of a right one: on one side at a time a wrong sign, a wrong factor, a missing term, a wrong sign of a term, a wrong
 * coefficient or a wrong exponent.
 */
final class IdentityMutation {

    private static final int MUTANTS_A_SIDE = 8;

    private final IdentityCheck check;

    IdentityMutation(IdentityCheck check) {
        this.check = check;
    }

    /** The mutants, at most {@value #MUTANTS_A_SIDE} a side. */
    List<IdentityCheck> mutants() {
        List<IdentityCheck> mutants = new ArrayList<>();
        sideMutants(check.left())
                .forEach(left -> mutants.add(new IdentityCheck(check.claim(), check.positive(), left, check.right())));
        sideMutants(check.right())
                .forEach(right -> mutants.add(new IdentityCheck(check.claim(), check.positive(), check.left(), right)));
        return mutants;
    }

    /** Whether a mutant says the same as the equation itself, so that it is right to pass: an odd factor of 0, for instance. */
    boolean isEquivalent(IdentityCheck mutant) {
        Expression difference =
                mutant.left().minus(check.left()).plus(check.right().minus(mutant.right()));
        return IdentityProof.thorough()
                        .assumingPositive(check.positive())
                        .examine(difference)
                        .status()
                == Verdict.Status.HOLDS;
    }

    private static Set<Expression> sideMutants(Expression side) {
        Set<Expression> mutants = new LinkedHashSet<>();
        if (side.isZero()) {
            mutants.add(Expression.ONE);
        } else {
            mutants.add(side.negate());
            mutants.add(side.times(Expression.constant(new BigFraction(3, 2))));
        }
        collect(side, mutants);
        mutants.remove(side);
        return mutants.stream()
                .limit(MUTANTS_A_SIDE)
                .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }

    private static void collect(Expression whole, Set<Expression> mutants) {
        for (Expression node : whole.nodes().sorted().toList()) {
            for (Expression changed : changes(node)) {
                if (mutants.size() > MUTANTS_A_SIDE) {
                    return;
                }
                mutants.add(new NodeReplacement(node, changed).in(whole));
            }
        }
    }

    /** A term dropped, the sign of a term turned, a factor increased by one, an exponent increased by one. */
    private static List<Expression> changes(Expression node) {
        List<Expression> changes = new ArrayList<>();
        if (node instanceof Sum sum) {
            Expression last = sum.terms().get(sum.terms().size() - 1);
            changes.add(node.minus(last));
            changes.add(node.minus(last).minus(last));
        } else if (node instanceof Product product
                && !product.coefficient().equals(BigFraction.ONE)
                && !product.coefficient().isZero()) {
            changes.add(node.times(Expression.constant(
                    product.coefficient().add(BigFraction.ONE).divide(product.coefficient()))));
        } else if (node instanceof Power power) {
            changes.add(power.base().power(power.exponent().add(BigFraction.ONE)));
        } else if (node instanceof Constant constant) {
            changes.add(Expression.constant(constant.value().add(BigFraction.ONE)));
        }
        return changes;
    }
}
