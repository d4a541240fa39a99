package org.selfstab.suite;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.QuantityReader;
import org.selfstab.claims.Reading;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Expectation;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/** An entry of a problem's {@code [expect]}. */
final class ExpectationClaim implements StatedClaim {

    private final String name;
    private final Optional<String> formula;
    private final Expected expected;
    private final Supplier<Reading> computed;

    ExpectationClaim(Expectation expectation, Expected expected, QuantityReader observer) {
        this.name = expectation.name();
        this.formula = expectation.formula().map(Expression::toString);
        this.expected = expected;
        this.computed = Suppliers.memoize(() -> observer.observe(expectation.named()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String words() {
        return name + ": " + expected.text();
    }

    @Override
    public Optional<String> formula() {
        return formula;
    }

    @Override
    public Judgement judge() {
        return expected.against(computed.get());
    }

    /** Values of expectations are computed in floating-point numbers. */
    @Override
    public Verdict.Evidence evidence() {
        return Verdict.Evidence.NUMERIC;
    }

    @Override
    public Mutation mutate() {
        List<Expected> mutants = expected.mutants();
        return new Mutation(
                mutants.size(),
                mutants.stream()
                        .filter(mutant -> mutant.against(computed.get()).passes())
                        .map(expected::survival)
                        .toList());
    }
}
