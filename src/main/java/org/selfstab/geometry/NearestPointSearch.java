package org.selfstab.geometry;

import java.util.Arrays;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import org.selfstab.loss.DerivativeKernel;

/** Newton's method from one point to the nearest point inside the stable set or on its boundary, in arrays that are used again. */
final class NearestPointSearch {

    private final int n;
    private final ArrayGeometry atStart;
    private final ArrayGeometry[] rooms;
    private final DMatrixRMaj start;
    private final DMatrixRMaj anyDirection;
    private final Descent inside;
    private final Descent onBoundary;
    private Descent last;

    NearestPointSearch(Supplier<DerivativeKernel> kernels, double sharpnessBound) {
        this.atStart = new ArrayGeometry(kernels.get());
        this.rooms = new ArrayGeometry[] {new ArrayGeometry(kernels.get()), new ArrayGeometry(kernels.get())};
        this.n = atStart.point().getNumElements();
        this.start = new DMatrixRMaj(n, 1);
        this.anyDirection = new DMatrixRMaj(n, 1);
        this.inside = new Descent("inside", 1, sharpnessBound);
        this.onBoundary = new Descent("on the boundary", 2, sharpnessBound);
    }

    /**
     * Takes the point to be projected.
     *
     * @param theta the point, n by 1
     * @throws UndefinedGeometryException if the geometry is not defined there
     */
    void startAt(DMatrixRMaj theta) {
        start.setTo(theta);
        atStart.survey(start, anyDirection);
    }

    /** S at the point to be projected. */
    double sharpnessOfStart() {
        return atStart.sharpness();
    }

    /** Searches under {@code grad L . u = 0} alone. */
    void searchInside() {
        inside.search();
    }

    /** Searches under {@code grad L . u = 0} and {@code S = 2/eta}. */
    void searchOnBoundary() {
        onBoundary.search();
    }

    /** Computes where the last search ended, n by 1. */
    void solution(DMatrixRMaj q) {
        for (int i = 0; i < n; i++) {
            q.data[i] = last.present.point().data[i] + last.step.data[i];
        }
    }

    /** The multiplier of {@code S - 2/eta} where the last search, one on the boundary, ended. */
    double sharpnessMultiplier() {
        return last.multipliers[1] + last.step.data[n + 1];
    }

    /** The way under one set of equality constraints; the last step that was prepared is still to be done. */
    private final class Descent implements NewtonSearch.Iteration {

        private final NewtonSearch newton;
        private final ArrayKarushKuhnTuckerSystem system;
        private final double[] multipliers;
        private final double[] candidateMultipliers;
        private final DMatrixRMaj step;
        private final DMatrixRMaj candidatePoint;
        private ArrayGeometry present;
        private double residual;

        Descent(String where, int constraints, double sharpnessBound) {
            this.newton = new NewtonSearch(where, Math.ulp(1.0));
            this.system = new ArrayKarushKuhnTuckerSystem(n, constraints, sharpnessBound);
            this.multipliers = new double[constraints];
            this.candidateMultipliers = new double[constraints];
            this.step = new DMatrixRMaj(n + constraints, 1);
            this.candidatePoint = new DMatrixRMaj(n, 1);
        }

        void search() {
            last = this;
            present = atStart;
            Arrays.fill(multipliers, 0.0);
            system.scaleAt(atStart);
            residual = system.residualNorm(start, present, multipliers);
            newton.converge(this, NormOps_DDRM.normF(start));
        }

        @Override
        public double prepareStep() {
            system.newtonStep(present, multipliers, step);
            double square = 0.0;
            for (int i = 0; i < n; i++) {
                square += step.data[i] * step.data[i];
            }
            return Math.sqrt(square);
        }

        @Override
        public double residual() {
            return residual;
        }

        @Override
        public boolean advance(double damping, double target) {
            ArrayGeometry candidate = present == rooms[0] ? rooms[1] : rooms[0];
            for (int i = 0; i < n; i++) {
                candidatePoint.data[i] = present.point().data[i] + damping * step.data[i];
            }
            for (int i = 0; i < multipliers.length; i++) {
                candidateMultipliers[i] = multipliers[i] + damping * step.data[n + i];
            }
            try {
                candidate.survey(candidatePoint, atStart.u());
            } catch (UndefinedGeometryException tooFar) {
                return false;
            }
            double reached = system.residualNorm(start, candidate, candidateMultipliers);
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
