package org.selfstab.theory;

import java.util.List;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/** Wrong variants of a check that holds, each of which should not hold; the computed numbers of runs are used again. */
public final class CheckMutation implements Check.Visitor<Mutation> {

    private final CheckResult original;

    private CheckMutation(CheckResult original) {
        this.original = original;
    }

    /** Tries the mutants of a check that holds. */
    public static Mutation of(CheckResult original) {
        return original.check().accept(new CheckMutation(original));
    }

    @Override
    public Mutation visitIdentity(IdentityCheck check) {
        IdentityMutation mutation = new IdentityMutation(check);
        List<IdentityCheck> mutants = mutation.mutants();
        return new Mutation(
                mutants.size(),
                mutants.stream()
                        .filter(CheckMutation::holds)
                        .filter(mutant -> !mutation.isEquivalent(mutant))
                        .map(mutant -> mutant.left() + " = " + mutant.right())
                        .toList());
    }

    private static boolean holds(IdentityCheck mutant) {
        return new IdentityExaminer().examine(mutant).verdict().status() == Verdict.Status.HOLDS;
    }

    @Override
    public Mutation visitNumeric(NumericCheck check) {
        return moved(check.accepted());
    }

    @Override
    public Mutation visitOrder(OrderCheck check) {
        return moved(check.accepted());
    }

    @Override
    public Mutation visitOde(OdeCheck check) {
        return moved(check.accepted());
    }

    @Override
    public Mutation visitOdeOrder(OdeOrderCheck check) {
        return moved(check.accepted());
    }

    private Mutation moved(AcceptedRange accepted) {
        double value = original.verdict().bound().map(Bound::value).orElse(Double.NaN);
        List<AcceptedRange> mutants = accepted.moved();
        return new Mutation(
                mutants.size(),
                mutants.stream()
                        .filter(mutant -> mutant.accepts(value))
                        .map(AcceptedRange::text)
                        .toList());
    }
}
