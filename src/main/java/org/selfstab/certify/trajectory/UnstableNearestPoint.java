package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.HeldPiece;
import org.selfstab.certify.UnstableStepCertificate;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.JetSystem;
import org.selfstab.certify.enclosure.Krawczyk;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.unstable.UnstableProjection;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.Norm;

/** Encloses the nearest points of {@code M_k}, theory.md (37), to all points of a ball, near a numeric nearest point. */
final class UnstableNearestPoint {

    /** Relatively. */
    private static final double AT_EDGE = 1e-12;

    private final LossDerivatives derivatives;
    private final Loss<Interval> loss;
    private final Expression edgeExpression;
    private final Interval edge;
    private final int n;
    private final int k;

    UnstableNearestPoint(LossDerivatives derivatives, Expression edge, int k) {
        this.derivatives = derivatives;
        this.loss = IntervalBackend.INSTANCE.loss(derivatives);
        this.edgeExpression = edge;
        this.edge = IntervalBackend.INSTANCE.valueOf(edge);
        this.n = derivatives.variables().size();
        this.k = k;
    }

    /**
     * The nearest points' first-order conditions, solved.
     *
     * @param point a ball that contains the nearest points
     * @param basis contains U there: k vectors of dimension n, nearest to the reference among the bases of their space
     * @param a contains {@code A = U^T H U}, k by k
     * @param proofs what shows this: one, or two where it is not certain how many eigenvalues are held
     * @param uniquenessRadius within this distance of the unknowns' centres, in each, there is no other solution
     */
    record Solution(
            PointSet.Ball point,
            List<FieldVector<Interval>> basis,
            FieldMatrix<Interval> a,
            List<UnstableStepCertificate.NearestPointProof> proofs,
            double uniquenessRadius) {

        /** Contains both this and another. */
        Solution hull(Solution other) {
            double distance =
                    Norm.of(point.centre().subtract(other.point.centre())).upper();
            List<FieldVector<Interval>> bases = new ArrayList<>();
            for (int j = 0; j < basis.size(); j++) {
                FieldVector<Interval> both = basis.get(j).copy();
                for (int i = 0; i < both.getDimension(); i++) {
                    both.setEntry(i, both.getEntry(i).hull(other.basis.get(j).getEntry(i)));
                }
                bases.add(both);
            }
            FieldMatrix<Interval> curvatures = a.copy();
            for (int i = 0; i < basis.size(); i++) {
                for (int j = 0; j < basis.size(); j++) {
                    curvatures.setEntry(i, j, a.getEntry(i, j).hull(other.a.getEntry(i, j)));
                }
            }
            return new Solution(
                    new PointSet.Ball(
                            point.centre(),
                            Math.max(
                                    point.radius(),
                                    RoundUp.withSlack(RoundUp.add(distance, other.point.radius()), distance))),
                    bases,
                    curvatures,
                    Stream.concat(proofs.stream(), other.proofs.stream()).toList(),
                    Math.min(uniquenessRadius, other.uniquenessRadius));
        }
    }

    /**
     * Encloses. Where it is not certain whether the second of two eigenvalues is held, the result contains the solutions of both cases.
     *
     * @param thetas contains the points to be projected
     * @param spread how far further points may lie
     * @param numeric the numeric nearest point
     * @throws EnclosureException if Krawczyk's test does not pass, or how many eigenvalues are held is not certain
     */
    Solution nearest(FieldVector<Interval> thetas, double spread, UnstableProjection.Nearest numeric) {
        Proposal proposal = new Proposal(thetas, numeric);
        int rank = numeric.multiplier().rank();
        if (rank == 0 && numeric.space().eigenvalues()[0] > edge.lower() * (1.0 - AT_EDGE)) {
            throw new EnclosureException(
                    "an eigenvalue at dagger_t is at the edge without a multiplier that holds it there, so that"
                            + " which eigenvalues are held is not certain; a start that is not straight above a point of the boundary is enclosed");
        }
        if (rank == 0) {
            Enclosed none = solve(HeldPiece.NONE, proposal, thetas, spread);
            require(none.isCertain(), "whether an eigenvalue is held at the edge");
            return none.solution();
        }
        if (k > 2 && rank < k) {
            throw new EnclosureException("only " + rank + " of " + k
                    + " eigenvalues are held at the edge; of more than two a run is enclosed while all are");
        }
        Enclosed likely = solve(rank == k ? HeldPiece.ALL : HeldPiece.ONE, proposal, thetas, spread);
        if (likely.isCertain()) {
            return likely.solution();
        }
        require(k == 2, "whether all " + k + " eigenvalues are held at the edge");
        Enclosed other = solve(rank == k ? HeldPiece.ONE : HeldPiece.ALL, proposal, thetas, spread);
        require((rank == k ? other : likely).holdsOne(), "whether an eigenvalue is held at the edge");
        return likely.solution().hull(other.solution());
    }

    private static void require(boolean isCertain, String what) {
        if (!isCertain) {
            throw new EnclosureException(what + " is not certain at dagger_t");
        }
    }

    /**
     * The solution on one piece.
     *
     * @param isCertain whether the multiplier and the eigenvalues certainly have the signs of that piece
     * @param holdsOne whether, on the piece of one, p is certainly not 0 and {@code s |p|^2} below the edge
     */
    private record Enclosed(Solution solution, boolean isCertain, boolean holdsOne) {}

    private Enclosed solve(HeldPiece piece, Proposal proposal, FieldVector<Interval> thetas, double spread) {
        Equations equations = new Equations(n, k, edgeExpression, piece, proposal.reference());
        FieldVector<Interval> right = thetas.append(Boxes.zero(equations.dimension() - n));
        Krawczyk.Solution zero = new Krawczyk(new JetSystem(equations, derivatives), n)
                .solve(proposal.guess(piece), right, spread)
                .orElseThrow(() -> new EnclosureException("Krawczyk's test of the nearest point on the piece " + piece
                        + " did not pass with theta known to " + spread));
        FieldVector<Interval> unknowns = zero.enclosure();
        Unknowns<Interval> found = new Unknowns<>(n, k, piece, edge, unknowns);
        FieldMatrix<Interval> a = found.a();
        Solution solution = new Solution(
                new PointSet.Ball(zero.centre().getSubVector(0, n), zero.shiftedRadius()),
                found.u(),
                a,
                List.of(new UnstableStepCertificate.NearestPointProof(
                        piece, proposal.reference(), zero.proof(), zero.shiftedRadius())),
                zero.uniquenessRadius());
        return switch (piece) {
            case ALL -> new Enclosed(solution, MatrixBounds.isPositiveDefinite(found.z()), true);
            case ONE -> {
                Interval size = found.z().getEntry(0, 0).add(found.z().getEntry(1, 1));
                Interval below = found.belowEdge();
                boolean holdsOne =
                        size.isAbove(0.0) && edge.subtract(below.multiply(size)).isAbove(0.0);
                yield new Enclosed(solution, holdsOne && below.lower() >= 0.0, holdsOne);
            }
            case NONE ->
                new Enclosed(
                        solution,
                        MatrixBounds.isPositiveDefinite(
                                Boxes.identity(k).scalarMultiply(edge).subtract(a)),
                        false);
        };
    }

    /** Unknowns near the solution, in doubles, in the basis that the run in doubles found. */
    private final class Proposal {

        private final double[] q;
        private final RealMatrix u;
        private final RealMatrix a;
        private final RealMatrix w;
        private final RealVector mu;
        private final RealMatrix z;

        Proposal(FieldVector<Interval> thetas, UnstableProjection.Nearest numeric) {
            this.q = numeric.space().point();
            LossAtPoint<Interval> local = loss.at(Boxes.at(q));
            RealVector gradient = MatrixUtils.createRealVector(Boxes.numbers(local.gradient()));
            Eigensystem<Binary64> eigen = new DoubleEigensolver().solve(Boxes.midpoints(local.hessian()));
            RealMatrix vectors = MatrixUtils.createRealMatrix(n, n);
            for (int j = 0; j < n; j++) {
                vectors.setColumn(j, Boxes.numbers(eigen.vectors().get(j)));
            }
            RealMatrix top = vectors.getSubMatrix(0, n - 1, 0, k - 1);
            RealMatrix reference = MatrixUtils.createRealMatrix(n, k);
            for (int j = 0; j < k; j++) {
                reference.setColumn(j, numeric.space().basis()[j]);
            }
            SingularValueDecomposition overlap =
                    new SingularValueDecomposition(top.transpose().multiply(reference));
            RealMatrix turn = overlap.getU().multiply(overlap.getVT());
            RealMatrix resolved = MatrixUtils.createRealMatrix(n, k);
            RealMatrix values = MatrixUtils.createRealMatrix(k, k);
            List<RealVector> columns = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                double value = eigen.values().get(j).getReal();
                values.setEntry(j, j, value);
                RealVector w0 = MatrixUtils.createRealVector(new double[n]);
                for (int i = k; i < n; i++) {
                    RealVector e = vectors.getColumnVector(i);
                    w0 = w0.add(e.mapMultiply(e.dotProduct(gradient)
                            / (value - eigen.values().get(i).getReal())));
                }
                resolved.setColumnVector(j, w0);
                columns.add(top.getColumnVector(j).mapMultiply(value).add(third(local, top.getColumnVector(j), w0)));
            }
            for (int i = 0; i < k; i++) {
                for (int j = i; j < k; j++) {
                    columns.add(third(local, top.getColumnVector(i), top.getColumnVector(j))
                            .mapMultiply(i == j ? 1 : 2));
                }
            }
            RealMatrix system = MatrixUtils.createRealMatrix(n, columns.size());
            for (int j = 0; j < columns.size(); j++) {
                system.setColumnVector(j, columns.get(j));
            }
            RealVector distance =
                    MatrixUtils.createRealVector(Boxes.numbers(thetas)).subtract(MatrixUtils.createRealVector(q));
            RealVector multipliers =
                    new SingularValueDecomposition(system).getSolver().solve(distance);
            RealMatrix forms = MatrixUtils.createRealMatrix(k, k);
            int index = k;
            for (int i = 0; i < k; i++) {
                for (int j = i; j < k; j++) {
                    forms.setEntry(i, j, multipliers.getEntry(index));
                    forms.setEntry(j, i, multipliers.getEntry(index++));
                }
            }
            RealVector along = multipliers.getSubVector(0, k);
            for (int j = 0; j < k; j++) {
                resolved.setColumnVector(j, resolved.getColumnVector(j).mapMultiply(along.getEntry(j)));
            }
            this.u = top.multiply(turn);
            this.a = turn.transpose().multiply(values).multiply(turn);
            this.w = resolved.multiply(turn);
            this.mu = turn.transpose().operate(along);
            this.z = turn.transpose().multiply(forms).multiply(turn);
        }

        private RealVector third(LossAtPoint<Interval> local, RealVector v, RealVector w) {
            return MatrixUtils.createRealVector(
                    Boxes.numbers(local.third(Boxes.at(v.toArray()), Boxes.at(w.toArray()))));
        }

        /** The basis that U is to be nearest to, k rows of length n. */
        List<List<Double>> reference() {
            List<List<Double>> rows = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                rows.add(Boxes.listed(Boxes.at(u.getColumn(j))));
            }
            return rows;
        }

        double[] guess(HeldPiece piece) {
            double[] guess = new double[n + 2 * n * k + k + k * k];
            System.arraycopy(q, 0, guess, 0, n);
            for (int j = 0; j < k; j++) {
                System.arraycopy(u.getColumn(j), 0, guess, n + j * n, n);
                System.arraycopy(w.getColumn(j), 0, guess, n + (k + j) * n, n);
                guess[n + 2 * k * n + j] = mu.getEntry(j);
            }
            double[] last = last(piece);
            System.arraycopy(last, 0, guess, n + 2 * k * n + k, last.length);
            return guess;
        }

        private double[] last(HeldPiece piece) {
            if (piece == HeldPiece.ONE) {
                return ofOne();
            }
            RealMatrix form = piece == HeldPiece.ALL ? z : a;
            double[] last = new double[k * (k + 1) / 2];
            int index = 0;
            for (int i = 0; i < k; i++) {
                for (int j = i; j < k; j++) {
                    last[index++] = form.getEntry(i, j);
                }
            }
            return last;
        }

        /** {@code p_1, p_2, s}: p along what Z and A agree is held, whichever of them tells. */
        private double[] ofOne() {
            double size = z.getFrobeniusNorm();
            RealMatrix both = z.scalarMultiply(1.0 / size).add(a.scalarMultiply(1.0 / edge.midpoint()));
            RealMatrix held = new SingularValueDecomposition(both).getU();
            RealVector direction = held.getColumnVector(0);
            RealVector other = held.getColumnVector(1);
            double strength = direction.dotProduct(z.operate(direction));
            double below = edge.midpoint() - other.dotProduct(a.operate(other));
            RealVector p = direction.mapMultiply(Math.sqrt(strength));
            return new double[] {p.getEntry(0), p.getEntry(1), below / strength};
        }
    }

    /**
     * The unknowns of {@link Equations}, one after the other: q, the columns of U, those of W, mu, what the piece leaves open of Z and A, and the entries of a
     * skew matrix above its diagonal.
     *
     * @param <T> the numbers
     */
    private record Unknowns<T extends CalculusFieldElement<T>>(
            int n, int k, HeldPiece piece, T edge, FieldVector<T> all) {

        FieldVector<T> q() {
            return all.getSubVector(0, n);
        }

        List<FieldVector<T>> u() {
            return vectors(n);
        }

        List<FieldVector<T>> w() {
            return vectors(n + k * n);
        }

        private List<FieldVector<T>> vectors(int from) {
            List<FieldVector<T>> vectors = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                vectors.add(all.getSubVector(from + j * n, n));
            }
            return vectors;
        }

        FieldVector<T> mu() {
            return all.getSubVector(n + 2 * k * n, k);
        }

        private T last(int index) {
            return all.getEntry(n + 2 * k * n + k + index);
        }

        /** s, on the piece of one. */
        T belowEdge() {
            return last(2);
        }

        /** Z, k by k. */
        FieldMatrix<T> z() {
            return switch (piece) {
                case ALL -> open();
                case ONE -> {
                    FieldMatrix<T> z = zero();
                    for (int i = 0; i < 2; i++) {
                        for (int j = 0; j < 2; j++) {
                            z.setEntry(i, j, i == j ? last(i).square() : last(i).multiply(last(j)));
                        }
                    }
                    yield z;
                }
                case NONE -> zero();
            };
        }

        /** A, k by k. */
        FieldMatrix<T> a() {
            if (piece == HeldPiece.NONE) {
                return open();
            }
            FieldMatrix<T> a = zero();
            for (int i = 0; i < k; i++) {
                a.setEntry(i, i, edge);
            }
            if (piece == HeldPiece.ONE) {
                a.setEntry(0, 0, edge.subtract(last(1).square().multiply(belowEdge())));
                a.setEntry(1, 1, edge.subtract(last(0).square().multiply(belowEdge())));
                T off = last(0).multiply(last(1)).multiply(belowEdge());
                a.setEntry(0, 1, off);
                a.setEntry(1, 0, off);
            }
            return a;
        }

        private FieldMatrix<T> zero() {
            return new Array2DRowFieldMatrix<>(all.getField(), k, k);
        }

        private FieldMatrix<T> open() {
            FieldMatrix<T> open = zero();
            int index = 0;
            for (int i = 0; i < k; i++) {
                for (int j = i; j < k; j++) {
                    open.setEntry(i, j, last(index));
                    open.setEntry(j, i, last(index++));
                }
            }
            return open;
        }

        /** The skew matrix, 0 in every solution. */
        FieldMatrix<T> skew() {
            FieldMatrix<T> skew = zero();
            int index = k * (k + 1) / 2;
            for (int i = 0; i < k; i++) {
                for (int j = i + 1; j < k; j++) {
                    skew.setEntry(i, j, last(index));
                    skew.setEntry(j, i, last(index++).negate());
                }
            }
            return skew;
        }
    }

    /**
     * The Karush-Kuhn-Tucker conditions of the point q of {@code M_k} nearest to theta, without derivatives of eigenvectors: U is an orthonormal basis of an
     * invariant space, and W, which {@code U^T grad L = 0} has as its derivatives' resolvent, an unknown of its own.
     *
     * <pre>
     * q + U A mu + sum_j D3L(u_j, w_j) + sum_ij Z_ij D3L(u_i, u_j) = theta
     * H U = U (A + K),   U^T U = I,   R^T U symmetric
     * W A - H W + S_c U U^T W = grad L mu^T,   U^T grad L = 0
     * </pre>
     *
     * <p>R is the reference, which fixes U among the bases of its space; K is skew and, as {@code U^T H U} is symmetric, zero in every solution. The last term
     * before {@code grad L mu^T} makes {@code U^T W} zero where eigenvalues of A differ by less than S_c. The piece says what is unknown of A and Z. All in all
     * {@code n + 2nk + k + k^2}.
     *
     * @param n how many variables
     * @param k how many eigenvalues
     * @param edge {@code S_c}, closed
     * @param piece which eigenvalues are held
     * @param reference k rows of length n
     */
    private record Equations(int n, int k, Expression edge, HeldPiece piece, List<List<Double>> reference)
            implements JetSystem.Equations {

        @Override
        public int dimension() {
            return n + 2 * n * k + k + k * k;
        }

        @Override
        public <T extends CalculusFieldElement<T>> FieldVector<T> value(Loss<T> loss, FieldVector<T> all) {
            T closedEdge = FieldInterpreter.evaluate(edge, loss.field());
            Unknowns<T> unknowns = new Unknowns<>(n, k, piece, closedEdge, all);
            LossAtPoint<T> local = loss.at(unknowns.q());
            List<FieldVector<T>> u = unknowns.u();
            List<FieldVector<T>> w = unknowns.w();
            FieldVector<T> mu = unknowns.mu();
            FieldMatrix<T> a = unknowns.a();
            FieldMatrix<T> z = unknowns.z();
            FieldMatrix<T> turned = a.add(unknowns.skew());
            FieldVector<T> gradient = local.gradient();
            FieldMatrix<T> hessian = local.hessian();

            FieldVector<T> stationarity = local.point();
            FieldVector<T> eigenspace = new ArrayFieldVector<>(loss.field(), 0);
            FieldVector<T> resolvents = new ArrayFieldVector<>(loss.field(), 0);
            FieldVector<T> aMu = a.operate(mu);
            for (int j = 0; j < k; j++) {
                FieldMatrix<T> third = local.third(u.get(j));
                FieldVector<T> pull = w.get(j);
                FieldVector<T> space = hessian.operate(u.get(j));
                FieldVector<T> resolvent = gradient.mapMultiply(mu.getEntry(j)).add(hessian.operate(w.get(j)));
                for (int i = 0; i < k; i++) {
                    pull = pull.add(u.get(i).mapMultiply(z.getEntry(i, j)));
                    space = space.subtract(u.get(i).mapMultiply(turned.getEntry(i, j)));
                    resolvent = resolvent
                            .subtract(w.get(i).mapMultiply(a.getEntry(i, j)))
                            .subtract(u.get(i)
                                    .mapMultiply(u.get(i).dotProduct(w.get(j)).multiply(closedEdge)));
                }
                stationarity =
                        stationarity.add(u.get(j).mapMultiply(aMu.getEntry(j))).add(third.operate(pull));
                eigenspace = eigenspace.append(space);
                resolvents = resolvents.append(resolvent);
            }
            FieldVector<T> scalars = new ArrayFieldVector<>(loss.field(), k * k + k);
            int index = 0;
            for (int i = 0; i < k; i++) {
                scalars.setEntry(index++, Norm.squared(u.get(i)).subtract(1.0).multiply(0.5));
                for (int j = i + 1; j < k; j++) {
                    scalars.setEntry(index++, u.get(i).dotProduct(u.get(j)));
                    scalars.setEntry(index++, along(i, u.get(j)).subtract(along(j, u.get(i))));
                }
                scalars.setEntry(k * k + i, u.get(i).dotProduct(gradient));
            }
            return stationarity.append(eigenspace).append(resolvents).append(scalars);
        }

        private <T extends CalculusFieldElement<T>> T along(int row, FieldVector<T> vector) {
            T sum = vector.getField().getZero();
            for (int i = 0; i < n; i++) {
                sum = sum.add(vector.getEntry(i).multiply(reference.get(row).get(i)));
            }
            return sum;
        }
    }
}
