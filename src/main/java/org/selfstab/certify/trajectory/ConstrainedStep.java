package org.selfstab.certify.trajectory;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.Piece;
import org.selfstab.certify.StepCertificate;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.JetSystem;
import org.selfstab.certify.enclosure.Krawczyk;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.Norm;

/** Encloses the nearest points of the stable set to all points of a ball, near a numeric nearest point. */
final class ConstrainedStep {

    private final JetSystem boundary;
    private final JetSystem inside;
    private final int n;
    private final Interval edge;

    ConstrainedStep(LossDerivatives derivatives, Expression edge) {
        this.edge = IntervalBackend.INSTANCE.valueOf(edge);
        this.n = derivatives.variables().size();
        this.boundary = new JetSystem(new NearestPointEquations(n, edge, Piece.BOUNDARY), derivatives);
        this.inside = new JetSystem(new NearestPointEquations(n, edge, Piece.INSIDE), derivatives);
    }

    /**
     * The nearest points' first-order conditions, solved.
     *
     * @param point a ball that contains the nearest points
     * @param u contains the unit eigenvectors there, of dimension n
     * @param sharpness contains S there
     * @param proofs what shows this
     * @param uniquenessRadius within this distance of the ball's centre, in each coordinate, there is no other solution
     */
    record NearestPoint(
            PointSet.Ball point,
            FieldVector<Interval> u,
            Interval sharpness,
            List<StepCertificate.NearestPointProof> proofs,
            double uniquenessRadius) {

        /** Contains both this and another. */
        NearestPoint hull(NearestPoint other) {
            double distance =
                    Norm.of(point.centre().subtract(other.point.centre())).upper();
            FieldVector<Interval> both = u.copy();
            for (int i = 0; i < both.getDimension(); i++) {
                both.setEntry(i, u.getEntry(i).hull(other.u.getEntry(i)));
            }
            return new NearestPoint(
                    new PointSet.Ball(
                            point.centre(),
                            Math.max(
                                    point.radius(),
                                    RoundUp.withSlack(RoundUp.add(distance, other.point.radius()), distance))),
                    both,
                    sharpness.hull(other.sharpness),
                    Stream.concat(proofs.stream(), other.proofs.stream()).toList(),
                    Math.min(uniquenessRadius, other.uniquenessRadius));
        }
    }

    /**
     * Encloses. Where it is not certain whether the constraint {@code S <= 2/eta} is active, as where theta lies above a point of the
     * boundary exactly, the result contains the solutions of both cases.
     *
     * @param thetas contains the points to be projected
     * @param spread how far further points may lie
     * @param numeric the numeric nearest point
     * @throws EnclosureException if Krawczyk's test does not pass
     */
    NearestPoint nearest(FieldVector<Interval> thetas, double spread, Projection<Binary64> numeric) {
        if (!numeric.onBoundary()) {
            NearestPoint inside = inside(thetas, spread, numeric);
            return inside.sharpness().upper() <= edge.lower()
                    ? inside
                    : inside.hull(onBoundary(thetas, spread, numeric));
        }
        Krawczyk.Solution solution = solve(Piece.BOUNDARY, thetas, spread, numeric);
        NearestPoint onBoundary = nearestPoint(solution, edge, Piece.BOUNDARY);
        return last(solution).isAbove(0.0) ? onBoundary : onBoundary.hull(inside(thetas, spread, numeric));
    }

    private NearestPoint onBoundary(FieldVector<Interval> thetas, double spread, Projection<Binary64> numeric) {
        return nearestPoint(solve(Piece.BOUNDARY, thetas, spread, numeric), edge, Piece.BOUNDARY);
    }

    private NearestPoint inside(FieldVector<Interval> thetas, double spread, Projection<Binary64> numeric) {
        Krawczyk.Solution solution = solve(Piece.INSIDE, thetas, spread, numeric);
        return nearestPoint(solution, last(solution), Piece.INSIDE);
    }

    private Krawczyk.Solution solve(
            Piece piece, FieldVector<Interval> thetas, double spread, Projection<Binary64> numeric) {
        FieldVector<Interval> right = thetas.append(Boxes.zero(2 * n + 2));
        return new Krawczyk(piece == Piece.BOUNDARY ? boundary : inside, n)
                .solve(guess(Boxes.numbers(thetas), numeric, piece), right, spread)
                .orElseThrow(() -> new EnclosureException(
                        "Krawczyk's test of the nearest point did not pass with theta known to " + spread));
    }

    /** The multiplier of {@code S - 2/eta} on the boundary, S inside. */
    private Interval last(Krawczyk.Solution solution) {
        return solution.enclosure().getEntry(3 * n + 1);
    }

    private NearestPoint nearestPoint(Krawczyk.Solution solution, Interval sharpness, Piece piece) {
        StepCertificate.NearestPointProof proof = new StepCertificate.NearestPointProof(
                piece, solution.proof(), solution.shiftedRadius(), solution.uniquenessRadius());
        return new NearestPoint(
                new PointSet.Ball(solution.centre().getSubVector(0, n), solution.shiftedRadius()),
                solution.enclosure().getSubVector(n, n),
                sharpness,
                List.of(proof),
                solution.uniquenessRadius());
    }

    /** The unknowns of the equations at the numeric nearest point; the multipliers by least squares. */
    private double[] guess(double[] theta, Projection<Binary64> numeric, Piece piece) {
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
        double[] multipliers = multipliers(theta, q, along, gradS, piece);
        guess[3 * n] = multipliers[0];
        guess[3 * n + 1] =
                piece == Piece.BOUNDARY ? multipliers[1] : geometry.sharpness().getReal();
        return guess;
    }

    /** Minimises {@code |q - theta + mu a + nu b|}, by the normal equations, each divided by its diagonal: a fourth power of the loss's unit would over- or underflow. */
    private double[] multipliers(double[] theta, double[] q, double[] a, double[] b, Piece piece) {
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
        double mu = ar / aa;
        double nu = br / bb;
        double determinant = 1.0 - (ab / aa) * (ab / bb);
        return piece == Piece.BOUNDARY
                ? new double[] {(mu - ab / aa * nu) / determinant, (nu - ab / bb * mu) / determinant}
                : new double[] {mu, 0.0};
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

    /**
     * The Karush-Kuhn-Tucker conditions of the point q of the stable set nearest to theta (theory.md section 2) without eigenvalue
     * derivatives: u and {@code w = R grad L} of formula (9) are unknowns of their own.
     *
     * <pre>
     * q + mu (S u + D3L(u, w)) + nu D3L(u, u) = theta
     * H u - S u = 0,   S w - H w - grad L = 0,   u . w = 0,   (|u|^2 - 1)/2 = 0
     * </pre>
     *
     * <p>The third equation, multiplied by u, contains {@code grad L . u = 0}. The unknowns are q, u, w, mu and a last one: on the
     * boundary {@code S = 2/eta} and the last is the multiplier nu; inside {@code nu = 0} and the last is S. All in all 3n + 2.
     *
     * @param variables the number n of variables
     * @param edge {@code 2/eta}, closed
     * @param piece whether the nearest point lies on the boundary
     */
    private record NearestPointEquations(int variables, Expression edge, Piece piece) implements JetSystem.Equations {

        @Override
        public int dimension() {
            return 3 * variables + 2;
        }

        @Override
        public <T extends CalculusFieldElement<T>> FieldVector<T> value(Loss<T> loss, FieldVector<T> unknowns) {
            int n = variables;
            LossAtPoint<T> local = loss.at(unknowns.getSubVector(0, n));
            FieldVector<T> u = unknowns.getSubVector(n, n);
            FieldVector<T> w = unknowns.getSubVector(2 * n, n);
            T mu = unknowns.getEntry(3 * n);
            T last = unknowns.getEntry(3 * n + 1);
            T zero = loss.field().getZero();
            T sharpness = piece == Piece.BOUNDARY ? FieldInterpreter.evaluate(edge, loss.field()) : last;
            T nu = piece == Piece.BOUNDARY ? last : zero;

            FieldMatrix<T> thirdAlongU = local.third(u);
            FieldVector<T> stationarity = local.point()
                    .add(u.mapMultiply(sharpness).add(thirdAlongU.operate(w)).mapMultiply(mu))
                    .add(thirdAlongU.operate(u).mapMultiply(nu));
            FieldVector<T> eigenvector = local.hessian().operate(u).subtract(u.mapMultiply(sharpness));
            FieldVector<T> resolvent = w.mapMultiply(sharpness)
                    .subtract(local.hessian().operate(w))
                    .subtract(local.gradient());
            FieldVector<T> scalars = new ArrayFieldVector<>(loss.field(), 2);
            scalars.setEntry(0, u.dotProduct(w));
            scalars.setEntry(1, Norm.squared(u).subtract(1.0).multiply(0.5));
            return stationarity.append(eigenvector).append(resolvent).append(scalars);
        }
    }
}
