package org.selfstab.suite;

import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Assertion;
import org.selfstab.problem.Problem;
import org.selfstab.theory.AcceptedRange;

/** Puts the values of a problem's parameters into its assertions. */
final class ExpectationResolution implements Assertion.Visitor<Expected> {

    private final Problem problem;
    private final CompiledBackend backend = new CompiledBackend();

    ExpectationResolution(Problem problem) {
        this.problem = problem;
    }

    @Override
    public Expected visitVerdict(Assertion.OfVerdict asserted) {
        return new ExpectedStatus(asserted.verdict());
    }

    @Override
    public Expected visitBounds(Assertion.OfBounds asserted) {
        return ExpectedNumber.in(new AcceptedRange(
                bound(asserted.atLeast(), Double.NEGATIVE_INFINITY),
                bound(asserted.atMost(), Double.POSITIVE_INFINITY)));
    }

    @Override
    public Expected visitValue(Assertion.OfValue asserted) {
        return ExpectedNumber.equal(valueOf(asserted.value()), asserted.tolerance());
    }

    @Override
    public Expected visitStages(Assertion.OfStages asserted) {
        return new ExpectedStages(asserted.stages());
    }

    @Override
    public Expected visitDrift(Assertion.OfDrift asserted) {
        return new ExpectedDrift(asserted.verdict());
    }

    @Override
    public Expected visitBehaviour(Assertion.OfBehaviour asserted) {
        return new ExpectedBehaviour(
                asserted.behaviour(),
                bound(asserted.atLeast(), Double.NEGATIVE_INFINITY),
                bound(asserted.atMost(), Double.POSITIVE_INFINITY));
    }

    private double bound(Optional<Expression> asserted, double otherwise) {
        return asserted.map(this::valueOf).orElse(otherwise);
    }

    private double valueOf(Expression ofParameters) {
        return backend.valueOf(ofParameters.substitute(problem.parameters().values()))
                .getReal();
    }
}
