package org.selfstab.certify;

import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.expression.Expression;
import org.selfstab.geometry.Eigensystem;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.interval.Interval;
import org.selfstab.symbolic.LossDerivatives;

/** Encloses the nearest points of the stable set to all points of a ball, near a numeric nearest point. */
final class ConstrainedStep {

    private final JetSystem boundary;
    private final JetSystem inside;
    private final int n;

    ConstrainedStep(LossDerivatives derivatives, Expression edge) {
        this.n = derivatives.variables().size();
        this.boundary =
                new JetSystem(new NearestPointEquations(n, edge, NearestPointEquations.Piece.BOUNDARY), derivatives);
        this.inside =
                new JetSystem(new NearestPointEquations(n, edge, NearestPointEquations.Piece.INSIDE), derivatives);
    }

    /**
     * The nearest points' first-order conditions, solved.
     *
     * @param point a ball that contains the nearest points
     * @param u contains the unit eigenvectors there, of dimension n
     * @param last contains the multiplier of {@code S - 2/eta} on the boundary, S inside
     * @param uniquenessRadius within this distance of the ball's centre, in each coordinate, there is no other solution
     */
    record NearestPoint(Ball point, FieldVector<Interval> u, Interval last, double uniquenessRadius) {}

    /**
     * Encloses; empty if that fails.
     *
     * @param thetas contains the points to be projected
     * @param spread how far further points may lie
     * @param numeric the numeric nearest point
     */
    Optional<NearestPoint> nearest(FieldVector<Interval> thetas, double spread, Projection<Binary64> numeric) {
        JetSystem system = numeric.onBoundary() ? boundary : inside;
        FieldVector<Interval> right = thetas.append(Boxes.zero(2 * n + 2));
        return new Krawczyk(system, n)
                .solve(guess(Boxes.numbers(thetas), numeric), right, spread)
                .map(this::nearestPoint);
    }

    private NearestPoint nearestPoint(Krawczyk.Solution solution) {
        double unique = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            Interval centre = solution.centre().getEntry(i);
            Interval box = solution.unique().getEntry(i);
            unique = Math.min(unique, Math.min(centre.lower() - box.lower(), box.upper() - centre.upper()));
        }
        return new NearestPoint(
                new Ball(solution.centre().getSubVector(0, n), solution.shiftedRadius()),
                solution.enclosure().getSubVector(n, n),
                solution.enclosure().getEntry(3 * n + 1),
                unique);
    }

    /** The unknowns of the equations at the numeric nearest point; the multipliers by least squares. */
    private double[] guess(double[] theta, Projection<Binary64> numeric) {
        LocalGeometry<Binary64> geometry = numeric.geometry();
        double[] guess = new double[3 * n + 2];
        double[] q = Boxes.numbers(geometry.point());
        double[] u = Boxes.numbers(geometry.u());
        double[] w = Boxes.numbers(resolvedGradient(geometry));
        double[] along = Boxes.numbers(geometry.gradientOfGradientAlongU());
        double[] gradS = Boxes.numbers(geometry.gradS());
        for (int i = 0; i < n; i++) {
            guess[i] = q[i];
            guess[n + i] = u[i];
            guess[2 * n + i] = w[i];
        }
        double[] multipliers = multipliers(theta, q, along, gradS, numeric.onBoundary());
        guess[3 * n] = multipliers[0];
        guess[3 * n + 1] =
                numeric.onBoundary() ? multipliers[1] : geometry.sharpness().getReal();
        return guess;
    }

    /** Minimises {@code |q - theta + mu a + nu b|}, by the normal equations. */
    private double[] multipliers(double[] theta, double[] q, double[] a, double[] b, boolean both) {
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double ar = 0;
        double br = 0;
        for (int i = 0; i < n; i++) {
            aa += a[i] * a[i];
            ab += a[i] * b[i];
            bb += b[i] * b[i];
            ar += a[i] * (theta[i] - q[i]);
            br += b[i] * (theta[i] - q[i]);
        }
        double determinant = aa * bb - ab * ab;
        return both
                ? new double[] {(bb * ar - ab * br) / determinant, (aa * br - ab * ar) / determinant}
                : new double[] {ar / aa, 0.0};
    }

    /** {@code R grad L = sum over j >= 2 of e_j (e_j . grad L)/(S - lambda_j)}. */
    private static FieldVector<Binary64> resolvedGradient(LocalGeometry<Binary64> geometry) {
        Eigensystem<Binary64> eigen = geometry.eigensystem();
        FieldVector<Binary64> sum = geometry.gradient().mapMultiply(Binary64.ZERO);
        for (int j = 1; j < eigen.values().size(); j++) {
            FieldVector<Binary64> e = eigen.vectors().get(j);
            Binary64 weight = e.dotProduct(geometry.gradient())
                    .divide(geometry.sharpness().subtract(eigen.values().get(j)));
            sum = sum.add(e.mapMultiply(weight));
        }
        return sum;
    }
}
