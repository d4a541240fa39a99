package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.vocabulary.SelfstabException;

/**
 * The edge of stability of a linear optimizer: the least curvature {@code h > 0} at which {@code M_h = A + h B C}, which a step on a
 * quadratic loss of curvature h multiplies the state by, has an eigenvalue on the unit circle. It is the flip, {@code det(M_h + I) = 0},
 * which is linear in h: {@code h = -det(A + I)/(C adj(A + I) B)}; for gradient descent {@code 2/eta}.
 */
public final class StabilityEdge {

    /** Entries that are not rational are added in doubles. */
    private static final double ROUNDING = 1e-12;

    private StabilityEdge() {}

    /**
     * The curvature of the flip, an expression of the optimizer's parameters; whether nothing leaves the unit disc before is for {@link
     * #require} to say.
     *
     * @throws SelfstabException if it never flips
     */
    public static Expression of(Optimizer.Linear method) {
        return TransferFunction.of(method)
                .edge()
                .orElseThrow(() -> invalid(
                        method,
                        "G(-1) is 0, so that no curvature leads to the edge of stability",
                        "choose other parameters of the optimizer"));
    }

    /**
     * Makes sure that the flip is what leaves the unit disc first: exactly where the entries are rational, else for their nearest doubles.
     *
     * @param closed an optimizer with the parameters' values put in
     * @throws SelfstabException if it is not, or A, B and C are not those of an optimizer
     */
    public static void require(Optimizer.Linear closed) {
        requireForm(closed);
        FirstExit exit = FirstExit.of(closed);
        if (!exit.isOneSimple()) {
            throw invalid(
                    closed,
                    "A has the eigenvalue 1 more than once, G(z) no simple pole there: the copies drift apart without a gradient",
                    "choose A with the simple eigenvalue 1");
        }
        if (!exit.isRestInside()) {
            throw invalid(
                    closed,
                    "A has an eigenvalue besides 1 that is not inside the unit disc: the copies part without a gradient",
                    "choose A, or a momentum, so that all but 1 are inside");
        }
        Expression edge = of(closed);
        if (FirstExit.signum(edge) <= 0) {
            throw invalid(
                    closed,
                    "1/G(-1) = " + value(edge)
                            + " is no positive curvature, so that none leads to the edge of stability",
                    "choose B of the other sign, or other parameters of the optimizer");
        }
        if (!exit.isFlip(edge)) {
            throw notFirst(closed);
        }
    }

    private static SelfstabException invalid(Optimizer.Linear method, String problem, String remedy) {
        return new SelfstabException("the optimizer '" + method.name() + "': " + problem, remedy);
    }

    /** What makes it an optimizer: equal copies stay where there is no gradient, and a gradient moves what is read of them. */
    private static void requireForm(Optimizer.Linear closed) {
        for (int i = 0; i < closed.copies(); i++) {
            requireOne("row " + (i + 1) + " of A", closed.a().get(i));
        }
        requireOne("C", closed.c());
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < closed.copies(); i++) {
            terms.add(closed.c().get(i).times(closed.b().get(i)));
        }
        if (Math.abs(value(Expression.sum(terms))) == 0) {
            throw new SelfstabException(
                    "C B is 0: a gradient does not reach the point at which the next one is taken",
                    "choose B and C with C B other than 0");
        }
    }

    private static void requireOne(String what, List<Expression> entries) {
        double sum = value(Expression.sum(entries));
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new SelfstabException(
                    "the entries of " + what + " add up to " + sum,
                    "they must add up to 1, so that equal copies stay where there is no gradient");
        }
    }

    private static double value(Expression closed) {
        return FieldInterpreter.evaluate(closed, Binary64Field.getInstance()).getReal();
    }

    private static SelfstabException notFirst(Optimizer.Linear method) {
        return new SelfstabException(
                "the optimizer '" + method.name()
                        + "' has no edge of stability: on a quadratic loss, the first eigenvalue that"
                        + " leaves the unit disc as the curvature grows from 0 does not leave it at -1",
                "choose other parameters of the optimizer");
    }
}
