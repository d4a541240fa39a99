package org.selfstab.geometry.unstable;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * The nearest point of {@code M_k = {A <= S_c I, U^T grad L = 0}}, theory.md (37), by sequential linearisation: each step is the projection under the
 * linearised constraints, whose multiplier Z solves a {@link SemidefiniteComplementarity}. Steps take the Lagrangian's Hessian for the identity, so
 * that they shrink where, and only where, its part from the constraints' curvature is smaller in the tangent space: a point that they converge to is a strict
 * local minimum of the distance. Where they do not shrink, they are shortened.
 *
 * <p>Of the ends of several searches the nearest counts: from the point itself, from points beyond the space, and from pseudo-random points of the ball in
 * which a nearer one would have to lie. On a trajectory one search is enough whose end is not farther than the point before.
 */
public final class UnstableProjection {

    private static final long SEED = 20261129;
    private static final int RANDOM_STARTS = 8;
    private static final int RANDOM_STARTS_OF_MANY_VARIABLES = 2;
    private static final int MANY_VARIABLES = 32;
    private static final int MOST_STEPS = 200;
    private static final double CONVERGED = 4.0 * Math.ulp(1.0);
    /** Steps this short, relatively to the point, that no longer shrink are rounding. */
    private static final double STAGNATING = 1e-11;

    private static final double SHRINKING = 0.9;
    /** Steps that shorten by this factor converge well. */
    private static final double SHORTENING = 0.1;
    /** What the second step may be of the first. */
    private static final double FIRST_SHORTENING = 1e-3;

    private static final double LEAST_ACCURACY = 1e-4;
    private static final double SHORTEST_PART = 1.0 / 64.0;
    /** Of the edge: an eigenvalue below may be one that does not come to it. */
    private static final double NEAR = 0.9;

    /** Of distances that are equal to rounding. */
    private static final double SAME = 1e-9;
    /** Relatively, of eigenvalues. */
    private static final double ABOVE_EDGE = 1e-9;

    private final UnstableSpaces spaces;
    private final double edge;
    /** From the last point of a trajectory that was projected to its nearest one; the next one is likely to be shifted alike. */
    private double[] lastShift;

    /**
     * Onto the stable set.
     *
     * @param edge {@code S_c}
     */
    public UnstableProjection(UnstableSpaces spaces, double edge) {
        this.spaces = spaces;
        this.edge = edge;
        this.lastShift = new double[spaces.dimension()];
    }

    /**
     * A nearest point.
     *
     * @param space the geometry there
     * @param multiplier Z, k by k; its rank is the number of eigenvalues that are held at the edge
     * @param distance from what it is the projection of
     * @param residual the length of the last step, relatively to the point's
     */
    public record Nearest(
            UnstableSpace space, SemidefiniteComplementarity.Solution multiplier, double distance, double residual) {

        /** Whether an eigenvalue is held at the edge. */
        public boolean onBoundary() {
            return multiplier.rank() > 0;
        }
    }

    /**
     * The nearest point, from many starts.
     *
     * @throws UnstableProjectionException if there is none that the searches find
     * @throws UndefinedGeometryException if the loss is not defined on the way of each
     */
    public Nearest project(double[] theta) {
        return turned(fromManyStarts(theta), Optional.empty());
    }

    /**
     * The nearest point to one that is not far from a point of the stable set; U is carried on from there.
     *
     * @throws UnstableProjectionException if there is none that the searches find
     * @throws UndefinedGeometryException if the loss is not defined on the way of each
     */
    public Nearest projectNear(double[] theta, UnstableSpace known) {
        double most = distance(theta, known.point()) * (1.0 + SAME) + SAME * ArrayVectors.norm(theta);
        double[] start = ArrayVectors.copy(theta);
        ArrayVectors.add(1.0, lastShift, start);
        Optional<Nearest> near = search(theta, start, Optional.empty());
        if (near.isEmpty() || near.get().distance > most) {
            near = search(theta, known.point(), Optional.empty()).filter(found -> found.distance <= most);
        }
        Nearest nearest = near.orElseGet(() -> fromManyStarts(theta));
        lastShift = ArrayVectors.copy(nearest.space.point());
        ArrayVectors.add(-1.0, theta, lastShift);
        return turned(nearest, Optional.of(known));
    }

    private Nearest turned(Nearest nearest, Optional<UnstableSpace> known) {
        UnstableSpace space = known.map(before -> spaces.at(nearest.space.point(), before))
                .orElseGet(() -> spaces.nearAxesAt(nearest.space.point()));
        if (space.next() > edge * (1.0 + ABOVE_EDGE)) {
            throw UnstableProjectionException.moreUnstable(space.k(), space.next(), edge);
        }
        return new Nearest(space, nearest.multiplier, nearest.distance, nearest.residual);
    }

    private Nearest fromManyStarts(double[] theta) {
        UnstableSpace here = spaces.at(theta);
        Optional<Nearest> best = search(theta, theta, Optional.empty());
        double size = best.map(Nearest::distance).orElse(0.1 * ArrayVectors.norm(theta));
        for (int j = 0; j < here.k(); j++) {
            for (double side : new double[] {-1.0, 1.0}) {
                double[] start = ArrayVectors.copy(theta);
                ArrayVectors.add(side * size, here.basis()[j], start);
                best = search(theta, start, best);
            }
        }
        Random random = new Random(SEED);
        int count = theta.length > MANY_VARIABLES ? RANDOM_STARTS_OF_MANY_VARIABLES : RANDOM_STARTS;
        for (int i = 0; i < count; i++) {
            double[] start = random.doubles(theta.length, -1.0, 1.0).toArray();
            double length = ArrayVectors.norm(start);
            double radius = size * random.nextDouble();
            for (int l = 0; l < start.length; l++) {
                start[l] = theta[l] + radius * start[l] / length;
            }
            best = search(theta, start, best);
        }
        return best.orElseThrow(() -> notFound(here));
    }

    private UnstableProjectionException notFound(UnstableSpace here) {
        if (here.next() > edge) {
            return UnstableProjectionException.moreUnstable(here.k(), here.next(), edge);
        }
        return UnstableProjectionException.notFound("no search for the nearest point of the stable set of " + here.k()
                + " eigenvalues converges; at the point projected the last of them is lambda_" + here.k() + " = "
                + here.eigenvalues()[here.k() - 1] + ", S_c is " + edge
                + (here.eigenvalues()[here.k() - 1] < edge * NEAR
                        ? "; unstable in [run] counts those that come to the edge alone"
                        : "; where no direction is left that lowers them all, as where as many are at the edge as a symmetric loss"
                                + " has, there is no such point near: a start or a loss that is less symmetric, or a smaller eta, has fewer of them;"
                                + " descent shows the iterates alone"));
    }

    /** The end of one search if it converges and is nearer than another. */
    private Optional<Nearest> search(double[] theta, double[] start, Optional<Nearest> other) {
        Optional<Nearest> found;
        try {
            found = new Search(theta, start).run();
        } catch (UndefinedGeometryException notFinite) {
            found = Optional.empty();
        }
        return found.isPresent() && (other.isEmpty() || found.get().distance < other.get().distance * (1.0 - SAME))
                ? found
                : other;
    }

    private static double distance(double[] a, double[] b) {
        double[] difference = ArrayVectors.copy(a);
        ArrayVectors.add(-1.0, b, difference);
        return ArrayVectors.norm(difference);
    }

    /** One sequence of linearisations. */
    private final class Search {

        private final double[] theta;
        private final double[] q;
        private double[] lastChange;
        private double[] lastEnd;

        Search(double[] theta, double[] start) {
            this.theta = theta;
            this.q = ArrayVectors.copy(start);
        }

        Optional<Nearest> run() {
            double part = 1.0;
            double previous = Double.POSITIVE_INFINITY;
            double accuracy = 0.0;
            for (int step = 0; step < MOST_STEPS; step++) {
                UnstableSpace space = spaces.at(q, accuracy);
                Optional<Step> next = step(space);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                double[] change = next.get().change;
                double length = ArrayVectors.norm(change);
                double size = ArrayVectors.norm(q);
                if (!(length < Double.POSITIVE_INFINITY)) {
                    return Optional.empty();
                }
                double shortening = length / previous;
                boolean stagnates = length < STAGNATING * size && shortening > 0.5;
                boolean isLast = length * Math.max(SHORTENING, shortening) <= CONVERGED * size || stagnates;
                advance(part, change, !isLast && part == 1.0 && step > 0 && shortening < SHORTENING);
                if (isLast) {
                    return Optional.of(new Nearest(space, next.get().multiplier, distance(theta, q), length / size))
                            .map(nearest -> at(q, nearest));
                }
                if (length > SHRINKING * previous) {
                    part = Math.max(part / 2.0, SHORTEST_PART);
                }
                previous = length;
                accuracy = accuracyFor(length * Math.min(SHORTENING, Math.max(FIRST_SHORTENING, shortening)), space);
            }
            return Optional.empty();
        }

        /**
         * Does a step. Where steps shorten well what the last two have in common is taken further at once: the secant rule for the part along their
         * difference (D. Anderson, <i>Iterative procedures for nonlinear integral equations</i>, J. ACM 12, 1965, with two points).
         */
        private void advance(double part, double[] change, boolean isAccelerated) {
            ArrayVectors.add(part, change, q);
            double[] end = ArrayVectors.copy(q);
            if (isAccelerated) {
                double[] difference = ArrayVectors.copy(change);
                ArrayVectors.add(-1.0, lastChange, difference);
                double further = -ArrayVectors.dot(change, difference) / ArrayVectors.dot(difference, difference);
                for (int i = 0; i < q.length; i++) {
                    q[i] += further * (end[i] - lastEnd[i]);
                }
            }
            lastChange = change;
            lastEnd = end;
        }

        /** What u's error, which moves {@code u . grad L = 0} by {@code |grad L|/S} times as much, may be before a step of some length: a hundredth of it. */
        private double accuracyFor(double length, UnstableSpace space) {
            double slope = ArrayVectors.norm(space.gradient()) / Math.abs(space.eigenvalues()[0]);
            double wanted = 0.01 * length / slope;
            return wanted < LEAST_ACCURACY ? Math.max(Math.ulp(1.0), wanted) : LEAST_ACCURACY;
        }

        private Nearest at(double[] point, Nearest nearest) {
            return new Nearest(spaces.at(point), nearest.multiplier, nearest.distance, nearest.residual);
        }

        /** The projection under the constraints linearised at q, where U are the eigenvectors. */
        private Optional<Step> step(UnstableSpace space) {
            double[][] gradients = spaces.gradientsAlong(space);
            if (!Arrays.stream(gradients).allMatch(row -> Double.isFinite(ArrayVectors.norm(row)))) {
                return Optional.empty(); // an eigenvalue of the space equals the next one
            }
            Tangents tangents = new Tangents(gradients);
            double[] change = ArrayVectors.copy(theta);
            ArrayVectors.add(-1.0, q, change);
            tangents.project(change);
            ArrayVectors.add(-1.0, tangents.reaching(space.along(space.gradient())), change);
            DMatrixRMaj slack = space.changeOfA(change);
            CommonOps_DDRM.addEquals(slack, space.a());
            CommonOps_DDRM.changeSign(slack);
            for (int i = 0; i < space.k(); i++) {
                slack.add(i, i, edge);
            }
            double[][] pushes = new double[space.third().length][];
            for (int i = 0; i < pushes.length; i++) {
                pushes[i] = ArrayVectors.copy(space.third()[i]);
                tangents.project(pushes[i]);
            }
            return SemidefiniteComplementarity.solve(slack, UnstableSpace.gram(pushes))
                    .map(multiplier -> {
                        double[] weights = SymmetricMatrices.toVector(multiplier.z());
                        for (int i = 0; i < weights.length; i++) {
                            ArrayVectors.add(-weights[i], pushes[i], change);
                        }
                        return new Step(change, multiplier);
                    });
        }
    }

    private static final class Step {

        private final double[] change;
        private final SemidefiniteComplementarity.Solution multiplier;

        Step(double[] change, SemidefiniteComplementarity.Solution multiplier) {
            this.change = change;
            this.multiplier = multiplier;
        }
    }

    /** The plane that {@code k} vectors are orthogonal to. */
    private static final class Tangents {

        private final double[][] rows;
        private final DMatrixRMaj inverse;

        Tangents(double[][] rows) {
            this.rows = rows;
            DMatrixRMaj gram = UnstableSpace.gram(rows);
            this.inverse = new DMatrixRMaj(gram.numRows, gram.numRows);
            CommonOps_DDRM.pinv(gram, inverse);
        }

        /** The shortest vector with given products with the rows. */
        double[] reaching(double[] products) {
            DMatrixRMaj weights = new DMatrixRMaj(products.length, 1);
            CommonOps_DDRM.mult(inverse, DMatrixRMaj.wrap(products.length, 1, products), weights);
            double[] sum = new double[rows[0].length];
            for (int i = 0; i < products.length; i++) {
                ArrayVectors.add(weights.data[i], rows[i], sum);
            }
            return sum;
        }

        void project(double[] v) {
            double[] products = new double[rows.length];
            for (int i = 0; i < products.length; i++) {
                products[i] = ArrayVectors.dot(rows[i], v);
            }
            ArrayVectors.add(-1.0, reaching(products), v);
        }
    }
}
