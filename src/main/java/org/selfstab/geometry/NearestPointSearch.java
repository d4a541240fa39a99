package org.selfstab.geometry;

import static org.selfstab.numeric.ArrayVectors.add;

import java.util.Arrays;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;

/** {@link StationarySearch} in doubles, in arrays that are used again. */
final class NearestPointSearch implements StationarySearch {

    private static final double LEAST_ACCURACY = 1e-4;
    /** The second step is of the order of the first one's square, beside what curvature makes of it. */
    private static final double FIRST_SHORTENING = 1e-3;

    private final int n;
    private final double edge;
    private final ArrayGeometry atTheta;
    private ArrayGeometry begun;
    private final ArrayGeometry elsewhere;
    private final ArrayGeometry[] workspaces;
    private final DMatrixRMaj theta;
    private final DMatrixRMaj from;
    private final DMatrixRMaj anyDirection;
    private final NewtonIteration inside;
    private final NewtonIteration onBoundary;
    private NewtonIteration last;
    private boolean isFollowing;

    /**
     * A search.
     *
     * @param geometries make room for points
     */
    NearestPointSearch(Supplier<ArrayGeometry> geometries, LinearAlgebra algebra, double edge) {
        this.edge = edge;
        this.atTheta = geometries.get();
        this.elsewhere = geometries.get();
        this.workspaces = new ArrayGeometry[] {geometries.get(), geometries.get()};
        this.n = atTheta.point().getNumElements();
        this.theta = new DMatrixRMaj(n, 1);
        this.from = new DMatrixRMaj(n, 1);
        this.anyDirection = new DMatrixRMaj(n, 1);
        this.inside = new NewtonIteration("inside", 1, algebra);
        this.onBoundary = new NewtonIteration("on the boundary", 2, algebra);
    }

    /**
     * Takes the point to be projected.
     *
     * @param point the point, n by 1
     */
    void setTheta(DMatrixRMaj point) {
        theta.setTo(point);
        begun = null;
        isFollowing = false;
    }

    /**
     * Takes the point to be projected, the next one of a trajectory, and has searches begin at the nearest point of the one before.
     *
     * @param point the point, n by 1
     * @param known the geometry there, which stays as it is until the search is over
     */
    void setTheta(DMatrixRMaj point, ArrayGeometry known) {
        theta.setTo(point);
        begun = known;
        isFollowing = true;
    }

    @Override
    public void begin() {
        if (begun == null) {
            atTheta.evaluate(theta, anyDirection, 0.0);
            begun = atTheta;
        }
    }

    /** To first order where theta is not the point where searches begin. */
    @Override
    public boolean thetaViolates() {
        double excess = begun.sharpness() - edge;
        for (int i = 0; i < n; i++) {
            excess += begun.gradS().data[i] * (theta.data[i] - begun.point().data[i]);
        }
        return excess > 0;
    }

    @Override
    public void search(boolean boundary) {
        search(boundary, begun);
    }

    @Override
    public void searchFrom(double[] point, boolean boundary) {
        System.arraycopy(point, 0, from.data, 0, n);
        elsewhere.evaluate(from, anyDirection, 0.0);
        search(boundary, elsewhere);
    }

    private void search(boolean boundary, ArrayGeometry start) {
        last = boundary ? onBoundary : inside;
        (boundary ? inside : onBoundary).remainder.forget();
        last.search(start, isFollowing && start == begun);
        if (boundary) {
            ActiveSet.requireMultiplier(last.sharpnessMultiplier(), rounding());
        } else {
            ActiveSet.requireSharpness(last.excess(), last.sharpnessRounding());
        }
    }

    /** The top eigenvector next to where the last search ended, n by 1, to be read only. */
    DMatrixRMaj lastU() {
        return last.present.u();
    }

    /** Computes where the last search ended, n by 1. */
    void solution(DMatrixRMaj q) {
        last.solution(q);
    }

    @Override
    public double distance() {
        double square = 0.0;
        for (int i = 0; i < n; i++) {
            double difference = last.solution(i) - theta.data[i];
            square += difference * difference;
        }
        return Math.sqrt(square);
    }

    @Override
    public boolean isMinimum() {
        return last.isMinimum();
    }

    @Override
    public boolean mayReachBoundary() {
        return last.excess() + 2.0 * distance() * NormOps_DDRM.fastNormF(last.present.gradS()) >= 0;
    }

    @Override
    public double rounding() {
        return NewtonSearch.negligible(Math.ulp(1.0), NormOps_DDRM.fastNormF(theta));
    }

    /**
     * The way down from the point where the second-order test fails: the direction of the reduced Hessian's smallest eigenvalue.
     *
     * @param direction receives the unit vector, n by 1
     * @return whether that eigenvalue is negative
     */
    boolean hasDescentDirection(DMatrixRMaj direction) {
        return last.system.smallestReducedEigenvalue(last.countActive(), direction) < 0;
    }

    /** The iteration under one set of equality constraints; the last step that was prepared is still to be done. */
    private final class NewtonIteration implements NewtonSearch.Iteration {

        private final NewtonSearch newton;
        private final ArrayKarushKuhnTuckerSystem system;
        private final double[] multipliers;
        private final double[] candidateMultipliers;
        private final DMatrixRMaj step;
        private final DMatrixRMaj candidatePoint;
        private ArrayGeometry start;
        private ArrayGeometry present;
        private double residual;
        private double length;
        private double lengthBefore;
        /** Of searches that follow a trajectory; where the first step of this one alone leads, and how long the next was after it and a foretold remainder. */
        private final Remainder remainder = new Remainder(n);

        private final DMatrixRMaj afterFirstStep;
        private double afterForetold;
        private boolean wasForetold;

        NewtonIteration(String where, int constraints, LinearAlgebra algebra) {
            this.newton = new NewtonSearch(where, Math.ulp(1.0));
            this.system = new ArrayKarushKuhnTuckerSystem(n, constraints, edge, algebra.solver(n, constraints));
            this.multipliers = new double[constraints];
            this.candidateMultipliers = new double[constraints];
            this.step = new DMatrixRMaj(n + constraints, 1);
            this.candidatePoint = new DMatrixRMaj(n, 1);
            this.afterFirstStep = new DMatrixRMaj(n, 1);
        }

        void search(ArrayGeometry startGeometry, boolean follows) {
            start = startGeometry;
            present = start;
            Arrays.fill(multipliers, 0.0);
            system.scaleAt(start);
            residual = system.residualNorm(theta, present, multipliers);
            length = Double.POSITIVE_INFINITY;
            wasForetold = false;
            if (!follows) {
                remainder.forget();
            }
            newton.converge(this, NormOps_DDRM.normF(theta));
            if (follows) {
                solution(candidatePoint);
                remainder.learn(afterFirstStep.data, candidatePoint.data);
            }
        }

        double solution(int i) {
            return present.point().data[i] + step.data[i];
        }

        void solution(DMatrixRMaj q) {
            for (int i = 0; i < n; i++) {
                q.data[i] = solution(i);
            }
        }

        /** The multiplier of {@code S - 2/eta}, a length. */
        double sharpnessMultiplier() {
            return multipliers[1] + step.data[n + 1];
        }

        /** {@code S - 2/eta}, to first order in the step that is still to be done. */
        double excess() {
            double alongStep = 0.0;
            for (int i = 0; i < n; i++) {
                alongStep += present.gradS().data[i] * step.data[i];
            }
            return present.sharpness() - edge + alongStep;
        }

        /** What rounding of H and of q changes S by. */
        double sharpnessRounding() {
            return ActiveSet.sharpnessRounding(
                    Math.ulp(1.0),
                    present.spectralNorm(),
                    NormOps_DDRM.fastNormF(present.gradS()) * NormOps_DDRM.fastNormF(present.point()));
        }

        boolean isMinimum() {
            return system.isMinimum(countActive());
        }

        /** The constraints that hold the point: not an inequality whose multiplier is zero to rounding. */
        int countActive() {
            boolean weak = multipliers.length > 1 && sharpnessMultiplier() <= rounding();
            return weak ? 1 : multipliers.length;
        }

        @Override
        public double prepareStep() {
            system.newtonStep(present, multipliers, step);
            double square = 0.0;
            for (int i = 0; i < n; i++) {
                square += step.data[i] * step.data[i];
            }
            // That a foretold remainder shortened the step says nothing about the next.
            lengthBefore = wasForetold ? Double.POSITIVE_INFINITY : length;
            length = Math.sqrt(square);
            if (present == start) {
                solution(afterFirstStep);
            } else if (wasForetold) {
                afterForetold = length;
                wasForetold = false;
            }
            return length;
        }

        @Override
        public boolean isNewton() {
            return system.isNewton();
        }

        @Override
        public double residual() {
            return residual;
        }

        /**
         * What u's error, which moves {@code grad L . u = 0} by {@code |grad L|/S} times as much, may be at the next iterate: a hundredth of the step that is
         * to be expected there, if steps go on to shorten as they did.
         */
        private double accuracy() {
            double shortening =
                    lengthBefore < Double.POSITIVE_INFINITY ? Math.min(0.1, length / lengthBefore) : FIRST_SHORTENING;
            double slope = NormOps_DDRM.fastNormF(present.gradient()) / Math.abs(present.sharpness());
            double wanted = 0.01 * (wasForetold ? afterForetold : length * shortening) / slope;
            return wanted < LEAST_ACCURACY ? Math.max(Math.ulp(1.0), wanted) : LEAST_ACCURACY;
        }

        @Override
        public boolean advance(double damping, double target) {
            if (present == start && damping == 1.0 && remainder.isForetold()) {
                wasForetold = true;
                if (moves(damping, target)) {
                    return true;
                }
                wasForetold = false;
                remainder.forget();
            }
            return moves(damping, target);
        }

        private boolean moves(double damping, double target) {
            ArrayGeometry candidate = present == workspaces[0] ? workspaces[1] : workspaces[0];
            for (int i = 0; i < n; i++) {
                candidatePoint.data[i] = present.point().data[i] + damping * step.data[i];
            }
            if (wasForetold) {
                add(1.0, remainder.foretold(), candidatePoint.data);
            }
            for (int i = 0; i < multipliers.length; i++) {
                candidateMultipliers[i] = multipliers[i] + damping * step.data[n + i];
            }
            try {
                candidate.evaluate(candidatePoint, start.u(), accuracy());
            } catch (UndefinedGeometryException tooFar) {
                return false;
            }
            double reached = system.residualNorm(theta, candidate, candidateMultipliers);
            if (!(reached < target)) {
                return false;
            }
            present = candidate;
            residual = reached;
            System.arraycopy(candidateMultipliers, 0, multipliers, 0, multipliers.length);
            return true;
        }
    }
}
