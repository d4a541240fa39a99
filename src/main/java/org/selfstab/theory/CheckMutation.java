package org.selfstab.theory;

import java.util.List;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;

/** Wrong variants of a check that holds, each of which should not hold; the computed numbers of runs are used again. */
public final class CheckMutation implements Check.Visitor<CheckMutation.Result> {

    private final CheckResult original;

    private CheckMutation(CheckResult original) {
        this.original = original;
    }

    /**
     * What became of the mutants of one check.
     *
     * @param mutants how many were tried
     * @param survivors those that hold nevertheless, as people write them
     */
    public record Result(int mutants, List<String> survivors) {
        public Result {
            survivors = List.copyOf(survivors);
        }
    }

    /** Tries the mutants of a check that holds. */
    public static Result of(CheckResult original) {
        return original.check().accept(new CheckMutation(original));
    }

    @Override
    public Result visitIdentity(IdentityCheck check) {
        IdentityMutation mutation = new IdentityMutation(check);
        List<IdentityCheck> mutants = mutation.mutants();
        return new Result(
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
    public Result visitNumeric(NumericCheck check) {
        return moved(check.accepted());
    }

    @Override
    public Result visitOrder(OrderCheck check) {
        return moved(check.accepted());
    }

    @Override
    public Result visitOde(OdeCheck check) {
        return moved(check.accepted());
    }

    @Override
    public Result visitOdeOrder(OdeOrderCheck check) {
        return moved(check.accepted());
    }

    private Result moved(AcceptedRange accepted) {
        double value = original.verdict().bound().map(Bound::value).orElse(Double.NaN);
        List<AcceptedRange> mutants = accepted.moved();
        return new Result(
                mutants.size(),
                mutants.stream()
                        .filter(mutant -> mutant.accepts(value))
                        .map(AcceptedRange::text)
                        .toList());
    }
}
