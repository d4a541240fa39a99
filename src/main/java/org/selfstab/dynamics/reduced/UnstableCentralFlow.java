package org.selfstab.dynamics.reduced;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.Rates;
import org.selfstab.geometry.unstable.UnstableSpace;
import org.selfstab.geometry.unstable.UnstableSpaces;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.numeric.SymmetricMatrices;
import org.selfstab.run.CentralFlowEnd;
import org.selfstab.run.CentralFlowRun;

/**
 * The central flow of several unstable eigenvalues, {@code d theta/dt = -b [grad L + D3L(U., U.) : Sigma/2]}, t in steps of the optimizer, theory.md (40). Sigma
 * solves (38) on the eigenvalues at the edge, with derivatives of A that are not projected, as (22) has them.
 *
 * <p>That an eigenvalue comes to the edge is an event of the integrator; so is that one has fallen below it by 1e-7, relatively: as long as it is closer, (38) itself
 * tells that Sigma has no part along it. As in {@link CentralFlow} what is held is brought back to the edge after every step.
 */
public final class UnstableCentralFlow {

    private static final double START_TOLERANCE = 1e-9;
    private static final double ENTRY_EXCESS = 1e-12;
    private static final double LEFT = 1e-7;
    private static final int CORRECTIONS = 3;
    private static final int MOST_PIECES = 100;

    private final UnstableSpaces spaces;
    private final double edge;
    private final double drift;

    /**
     * The flow of a loss.
     *
     * @param spaces of as many eigenvalues as may come to the edge, used by this alone
     * @param rates those of the optimizer
     */
    public UnstableCentralFlow(UnstableSpaces spaces, Rates<Binary64> rates) {
        this.spaces = spaces;
        this.edge = rates.edge().getReal();
        this.drift = rates.drift().getReal();
    }

    /**
     * Integrates the flow.
     *
     * @param start the point at t = 0, of dimension n, of the stable set
     * @param steps how far, not negative
     */
    public CentralFlowRun run(FieldVector<Binary64> start, int steps) {
        return new Walk(start).to(steps);
    }

    private UnstableSpace at(FieldVector<Binary64> theta) {
        double[] point = new double[theta.getDimension()];
        DoubleVector.copy(theta, point, 0);
        return spaces.at(point);
    }

    /** The eigenvalue of a place, from 0; of place k the next one. */
    private static double eigenvalue(UnstableSpace space, int place) {
        return place < space.k() ? space.eigenvalues()[place] : space.next();
    }

    /** What (38) says of the first m eigenvalues at a point. */
    private final class Held {

        private final UnstableSpace space;
        private final double[][] derivatives;
        private final Optional<SemidefiniteComplementarity.Solution> sigma;

        Held(UnstableSpace space, int m) {
            this.space = space;
            this.derivatives = new double[SymmetricMatrices.length(m)][];
            int index = 0;
            int held = 0;
            for (int i = 0; i < space.k(); i++) {
                for (int j = i; j < space.k(); j++) {
                    if (j < m) {
                        derivatives[held++] = space.third()[index];
                    }
                    index++;
                }
            }
            this.sigma = m == 0 ? Optional.empty() : solve(m);
        }

        private Optional<SemidefiniteComplementarity.Solution> solve(int m) {
            double[] q = new double[derivatives.length];
            DMatrixRMaj half = new DMatrixRMaj(q.length, q.length);
            for (int i = 0; i < q.length; i++) {
                q[i] = ArrayVectors.dot(space.gradient(), derivatives[i]);
                for (int j = 0; j < q.length; j++) {
                    half.set(i, j, 0.5 * ArrayVectors.dot(derivatives[i], derivatives[j]));
                }
            }
            return SemidefiniteComplementarity.solve(SymmetricMatrices.toMatrix(m, q), half);
        }

        double trace() {
            return sigma.map(SemidefiniteComplementarity.Solution::trace).orElse(0.0);
        }

        FieldVector<Binary64> velocity() {
            double[] velocity = ArrayVectors.copy(space.gradient());
            sigma.ifPresent(found -> {
                double[] weights = SymmetricMatrices.toVector(found.z());
                for (int i = 0; i < weights.length; i++) {
                    ArrayVectors.add(0.5 * weights[i], derivatives[i], velocity);
                }
            });
            for (int i = 0; i < velocity.length; i++) {
                velocity[i] *= -drift;
            }
            return DoubleVector.of(velocity);
        }

        /** The shortest way to where the block of A on Sigma's range is at the edge, to first order. */
        FieldVector<Binary64> correction(int m) {
            BackToEdge back =
                    new BackToEdge(edge, Arrays.copyOf(space.eigenvalues(), m), derivatives, space.point().length);
            return DoubleVector.of(sigma.map(found -> back.on(found.z(), found.rank()))
                    .orElseGet(() -> new double[space.point().length]));
        }
    }

    /** The flow on its way. */
    private final class Walk extends FlowWalk {

        private final FlowIntegrator integrator;
        private final List<CentralFlowRun.CentralFlowSample> samples = new ArrayList<>();
        private final List<CentralFlowRun.CentralFlowEvent> events = new ArrayList<>();
        private FieldVector<Binary64> theta;
        private int atEdge;
        private double largestDrift;

        Walk(FieldVector<Binary64> start) {
            double size = ArrayVectors.norm(at(start).point());
            this.integrator = new FlowIntegrator(size > 0 ? size : 1.0);
            this.theta = start.copy();
        }

        CentralFlowRun to(int steps) {
            CentralFlowEnd end = walk(steps);
            return new CentralFlowRun(samples, events, largestDrift, end);
        }

        @Override
        Optional<CentralFlowEnd> begin() {
            UnstableSpace first = at(theta);
            if (first.eigenvalues()[0] > edge * (1.0 + START_TOLERANCE)) {
                return Optional.of(new CentralFlowEnd.StartsAboveEdge(first.eigenvalues()[0], edge));
            }
            atEdge = (int) Arrays.stream(first.eigenvalues())
                    .filter(value -> value >= edge * (1.0 - START_TOLERANCE))
                    .count();
            return Optional.empty();
        }

        @Override
        Optional<CentralFlowEnd> advanceTo(int t) {
            for (int pieces = 0; time < t; pieces++) {
                if (pieces == MOST_PIECES) {
                    return Optional.of(new CentralFlowEnd.IntegratorStalled(
                            time,
                            "eigenvalues meet and leave the edge more than " + MOST_PIECES + " times in one step"));
                }
                Held held = new Held(at(theta), atEdge);
                if (atEdge > 0 && held.sigma.isEmpty()) {
                    return Optional.of(new CentralFlowEnd.NoSelfStabilization(time));
                }
                if (atEdge == held.space.k() && held.space.next() >= edge) {
                    return Optional.of(new CentralFlowEnd.MoreUnstable(time, held.space.k(), held.space.next(), edge));
                }
                piece(t);
            }
            return Optional.empty();
        }

        private void piece(double until) {
            int m = atEdge;
            ToDoubleFunction<FieldVector<Binary64>> entry =
                    point -> edge * (1.0 + ENTRY_EXCESS) - eigenvalue(at(point), m);
            List<ToDoubleFunction<FieldVector<Binary64>>> stops = new ArrayList<>();
            if (eigenvalue(at(theta), m) > Double.NEGATIVE_INFINITY) {
                stops.add(entry);
            }
            if (m > 0) {
                stops.add(point -> eigenvalue(at(point), m - 1) - edge * (1.0 - LEFT));
            }
            FlowIntegrator.Piece piece =
                    integrator.integrate(point -> new Held(at(point), m).velocity(), stops, time, theta, until);
            time = piece.time();
            theta = piece.theta();
            piece.stop().ifPresent(stop -> {
                boolean isEntry = stop == entry;
                atEdge += isEntry ? 1 : -1;
                record(
                        isEntry
                                ? CentralFlowRun.CentralFlowEvent.Kind.ENTERED_EDGE
                                : CentralFlowRun.CentralFlowEvent.Kind.LEFT_EDGE);
            });
            bringToEdge(piece.stop().isEmpty());
        }

        private void bringToEdge(boolean isWhole) {
            if (isWhole && atEdge > 0) {
                largestDrift = Math.max(largestDrift, Math.abs(at(theta).eigenvalues()[0] - edge));
            }
            for (int i = 0; i < CORRECTIONS && atEdge > 0; i++) {
                theta = theta.add(new Held(at(theta), atEdge).correction(atEdge));
            }
        }

        private void record(CentralFlowRun.CentralFlowEvent.Kind kind) {
            events.add(new CentralFlowRun.CentralFlowEvent(
                    kind, time, theta.copy(), at(theta).eigenvalues()[0]));
        }

        @Override
        void sample(int t) {
            Held held = new Held(at(theta), atEdge);
            double loss = held.space.loss();
            samples.add(new CentralFlowRun.CentralFlowSample(
                    t,
                    theta.copy(),
                    loss,
                    held.space.eigenvalues()[0],
                    held.trace(),
                    loss + edge * held.trace() / 2.0));
        }
    }
}
