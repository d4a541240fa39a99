package org.selfstab.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.selfstab.expression.ClosedFormResult;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;

/**
 * The third-order picture of a loss at a point: in closed form where there is one, and in numbers beside it.
 *
 * @param problem the problem
 * @param point an expression of the parameters for each variable
 * @param closedForm the closed form, or why there is none
 * @param optimizer what the theory takes of the optimizer; empty for gradient descent
 * @param planes its steps in the planes of the Hessian's eigenvectors at the point, in numbers; empty for gradient descent
 * @param numeric the geometry computed numerically, independent of the closed form; empty if undefined at the point
 * @param undefined why the numeric geometry is undefined, if it is
 * @param eigenspace what has numbers nevertheless, if it is undefined because the top eigenvalue is not simple
 * @param disagreement the largest relative difference between closed form and numeric geometry, where both exist
 */
public record DerivationResult(
        Problem problem,
        Map<String, Expression> point,
        ClosedFormResult closedForm,
        Optional<OptimizerForms> optimizer,
        Optional<StepPlanes> planes,
        Optional<NumericGeometry> numeric,
        Optional<String> undefined,
        Optional<TopEigenspace> eigenspace,
        OptionalDouble disagreement) {

    /** Closed form and numeric geometry must agree to this, relatively, where the eigenvalues are apart. */
    public static final double TOLERANCE = 1e-9;

    /** Where the gap of the top eigenvalue is small, u is known to this number of units in the last place over the relative gap. */
    private static final double EIGENVECTOR_ULPS = 1000;

    public DerivationResult {
        point = Map.copyOf(point);
    }

    /** The point in the order of the variables. */
    public List<Expression> coordinates() {
        return problem.variables().stream()
                .map(variable -> point.get(variable.name()))
                .toList();
    }

    /** Whether closed form and numeric geometry contradict each other. */
    public boolean isContradicted() {
        return disagreement.isPresent()
                && !(disagreement.getAsDouble() <= Math.max(TOLERANCE, EIGENVECTOR_ULPS * eigenvectorError()));
    }

    /** About how far the numeric u, and what depends on it, may be off relatively: a unit in the last place over the relative eigengap. */
    public double eigenvectorError() {
        return numeric.map(NumericGeometry::eigenvectorError).orElse(0.0);
    }
}
