package org.selfstab.theory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Behaviour;
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
        return ofEquation(check, List.of());
    }

    private static Mutation ofEquation(IdentityCheck check, List<Expression> where) {
        IdentityMutation mutation = new IdentityMutation(check);
        List<IdentityCheck> mutants = mutation.mutants();
        return new Mutation(
                mutants.size(),
                mutants.stream()
                        .filter(mutant -> holds(mutant, where))
                        .filter(mutant -> !mutation.isEquivalent(mutant))
                        .map(mutant -> mutant.left() + " = " + mutant.right())
                        .toList());
    }

    /** The other behaviours, a condition less, and mutants of the equation. */
    @Override
    public Mutation visitObservable(ObservableCheck check) {
        Map<String, ObservableCheck> mutants = new LinkedHashMap<>();
        check.behaviour().ifPresent(own -> {
            ObservableCheck.BEHAVIOURS.stream()
                    .filter(other -> other != own && own != Behaviour.CONSERVED)
                    .forEach(other -> mutants.put(other.inWords(), check.with(other)));
            for (int i = 0; i < check.where().size(); i++) {
                List<Expression> fewer = new ArrayList<>(check.where());
                Expression dropped = fewer.remove(i);
                mutants.put("without the condition " + dropped, check.where(fewer));
            }
        });
        List<String> survivors = mutants.entrySet().stream()
                .filter(mutant -> new ObservableExaminer()
                                .examine(mutant.getValue())
                                .verdict()
                                .status()
                        == Verdict.Status.HOLDS)
                .map(Map.Entry::getKey)
                .toList();
        boolean isConserved =
                check.behaviour().filter(own -> own == Behaviour.CONSERVED).isPresent();
        Mutation ofEquation = check.equation()
                .or(() -> Optional.of(check.conservation()).filter(equation -> isConserved))
                .map(equation -> ofEquation(equation, check.where()))
                .orElse(new Mutation(0, List.of()));
        return new Mutation(
                mutants.size() + ofEquation.mutants(),
                Stream.concat(survivors.stream(), ofEquation.survivors().stream())
                        .toList());
    }

    private static boolean holds(IdentityCheck mutant, List<Expression> where) {
        return new IdentityExaminer(where).examine(mutant).verdict().status() == Verdict.Status.HOLDS;
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
