package org.selfstab.dynamics;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.geometry.unstable.OscillationCovariance;
import org.selfstab.geometry.unstable.UnstableProjection;
import org.selfstab.geometry.unstable.UnstableProjectionException;
import org.selfstab.geometry.unstable.UnstableSpace;
import org.selfstab.geometry.unstable.UnstableSpaces;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.numeric.SymmetricMatrices;
import org.selfstab.problem.RunSettings;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Interruption;

/**
 * The exact iterates, the constrained trajectory and the predicted dynamics (39) of k unstable eigenvalues, step by step from one start at t = 0, in double
 * precision. Unless k is given it changes where eigenvalues come near the edge from behind, or leave it for good. For linear optimizers the copies move by (33) and (34) with {@code x u} and {@code x^2 - delta^2} read as {@code U X} and {@code X X^T - Sigma}.
 */
public final class UnstableRun {

    /** An eigenvalue is at the edge if it is below {@code S_c} by no more than this, relatively. */
    public static final double AT_EDGE = 1e-6;

    /** Where a second eigenvalue comes so near the edge on the constrained trajectory, relatively, several are followed unless the problem says how many are. */
    public static final double DISTANCE = 2e-3;

    /** Where one comes so near that none is left to follow it, the run ends: relatively. */
    private static final double MEETS = 1e-4;

    /** Of eigenvalues that are followed beside one at the edge, unless the problem says how many are: relatively. */
    public static final double NEAR = 0.125;

    /** An eigenvalue farther below the edge has left it for good, relatively. */
    public static final double LEFT = 0.2;

    /** Between an eigenvalue that is followed from now on and the next one, in units of the edge; one is no longer where half of it is left. */
    private static final double GAP = 0.02;

    /** Of singular values. */
    private static final double LOST = 0.5;

    private final CompiledModel model;
    private final int most;
    private final boolean isGiven;
    private final double edge;
    private final LinearMethod<Binary64> method;

    /**
     * A run.
     *
     * @param most how many eigenvalues are followed at most
     * @param isGiven whether so many are at all steps; otherwise those that are {@link #NEAR} the edge, until they have {@link #LEFT} it
     */
    UnstableRun(CompiledModel model, int most, boolean isGiven) {
        this.model = model;
        this.most = most;
        this.isGiven = isGiven;
        this.edge = model.edge().getReal();
        this.method = model.method();
    }

    /** The problem's model. */
    public Model<Binary64> model() {
        return model;
    }

    /** What finds the geometry of the most eigenvalues that are followed, for one thread. */
    public UnstableSpaces spaces() {
        return model.unstableSpaces(most);
    }

    /** The most eigenvalues of a loss of n variables that can be followed: with all of them no direction is left that changes them. */
    public static int mostOf(int n) {
        return Math.min(RunSettings.MOST_UNSTABLE, n - 1);
    }

    /** Whether the eigenvalue after the most that are followed is near the edge at a point, too; not where the geometry is undefined. */
    public boolean isNextNear(EdgeSearch.Outcome.Reached<?> start) {
        double[] theta = DoubleVector.array(start.iterate());
        try {
            return most < theta.length
                    && model.unstableSpaces(most + 1).sharpnesses(theta).values()[most] >= edge * (1.0 - NEAR);
        } catch (UndefinedGeometryException undefined) {
            return false;
        }
    }

    /**
     * Runs from a point at the edge.
     *
     * @param observer sees every step, t = 0 and the last one included
     * @return why the run ended
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public RunEnd run(EdgeSearch.Outcome.Reached<?> start, Horizon horizon, Consumer<UnstableStep> observer) {
        Stepper stepper = new Stepper(observer);
        try {
            return stepper.run(start, horizon);
        } catch (UnstableProjectionException failure) {
            return failure.isMoreUnstable()
                    ? new RunEnd.MoreUnstable(stepper.t, stepper.k, failure.next(), edge)
                    : new RunEnd.ProjectionFailed(stepper.t, failure.getMessage());
        } catch (UndefinedGeometryException undefined) {
            return new RunEnd.GeometryUndefined(stepper.t, undefined.getMessage());
        }
    }

    /** The three trajectories on their way. */
    private final class Stepper {

        private final Consumer<UnstableStep> observer;
        private int k;
        private UnstableSpaces spaces;
        /** Of one eigenvalue more than are followed, which has the one after the next; asked for only where there is one more. */
        private Supplier<UnstableSpaces> wider;

        private UnstableSpaces ofIterates;
        private UnstableProjection projection;
        private int t;
        private UnstableProjection.Nearest dagger;
        private SemidefiniteComplementarity.Solution covariance;
        private List<FieldVector<Binary64>> constrained;
        private List<FieldVector<Binary64>> displaced;

        Stepper(Consumer<UnstableStep> observer) {
            this.observer = observer;
            follow(most);
        }

        private void follow(int count) {
            k = count;
            spaces = model.unstableSpaces(k);
            wider = Suppliers.memoize(() -> model.unstableSpaces(count + 1));
            ofIterates = model.unstableSpaces(k);
            projection = new UnstableProjection(spaces, edge);
        }

        RunEnd run(EdgeSearch.Outcome.Reached<?> start, Horizon horizon) {
            double[] theta = DoubleVector.array(start.iterate());
            dagger = first(theta);
            UnstableSpace first = dagger.space();
            FieldVector<Binary64> point = DoubleVector.of(first.point());
            double[] displacement = ArrayVectors.copy(theta);
            ArrayVectors.add(-1.0, first.point(), displacement);
            List<FieldVector<Binary64>> state = start.state().isPresent()
                    ? doubles(start.state().get())
                    : model.oscillating(
                            DoubleVector.of(theta), DoubleVector.of(first.spanned(first.along(displacement))));
            Descent<Binary64> descent = model.descent(state);
            constrained = Collections.nCopies(state.size(), point);
            displaced = state.stream().map(copy -> copy.subtract(point)).toList();
            Optional<RunEnd> obstacle = settle();
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            RunEnd end = horizon.ofSeveral(
                    SymmetricMatrices.spectrum(first.alpha()).norm(), covariance.trace(), model.rates());
            return end instanceof RunEnd.ReachedHorizon reached ? steps(descent, reached) : end;
        }

        /** The nearest point of the stable set of those eigenvalues that are near the edge there. */
        private UnstableProjection.Nearest first(double[] theta) {
            if (isGiven) {
                return projection.project(theta);
            }
            double[] values = spaces.sharpnesses(theta).values();
            follow(Math.max(1, (int) Arrays.stream(values).filter(this::isNear).count()));
            while (k < most) {
                Optional<UnstableProjection.Nearest> found = projected(theta);
                if (found.isPresent() && !joins(found.get().space())) {
                    return found.get();
                }
                follow(k + 1);
            }
            return projection.project(theta);
        }

        private Optional<UnstableProjection.Nearest> projected(double[] theta) {
            try {
                return Optional.of(projection.project(theta));
            } catch (UnstableProjectionException moreOrNone) {
                return Optional.empty();
            }
        }

        private boolean isNear(double eigenvalue) {
            return eigenvalue >= edge * (1.0 - NEAR);
        }

        /** Whether the next eigenvalue is near the edge, and either at it or told apart from the one after. */
        private boolean joins(UnstableSpace here) {
            if (k == mostOf(here.point().length)) {
                return here.next() >= edge * (1.0 - MEETS);
            }
            return isNear(here.next())
                    && (here.next() >= edge * (1.0 - DISTANCE)
                            || here.next() - wider.get().at(here.point()).next() > GAP * edge);
        }

        /** Whether the last eigenvalue has left the edge for good, or is no longer told apart from the next one on its way. */
        private boolean leaves(UnstableSpace here) {
            double last = here.eigenvalues()[k - 1];
            return k > 1 && (last < edge * (1.0 - LEFT) || (!isNear(last) && last - here.next() < GAP / 2.0 * edge));
        }

        private RunEnd steps(Descent<Binary64> descent, RunEnd.ReachedHorizon horizon) {
            double previousNorm = Double.NaN;
            while (true) {
                Interruption.check();
                FieldVector<Binary64> theta = descent.iterate();
                double[] entries = DoubleVector.array(theta);
                UnstableSpaces.Sharpnesses iterate;
                try {
                    iterate = ofIterates.sharpnesses(entries);
                } catch (UndefinedGeometryException notFinite) {
                    return NotFinite.at(t, theta, previousNorm, notFinite);
                }
                previousNorm = ArrayVectors.norm(entries);
                double[] predicted = DoubleVector.array(method.read(displaced));
                observer.accept(new UnstableStep(t, entries, iterate, dagger, covariance, predicted));
                if (t == horizon.steps()) {
                    return horizon;
                }
                t++;
                descent.step();
                Optional<RunEnd> obstacle = step(predicted);
                if (obstacle.isPresent()) {
                    return obstacle.get();
                }
            }
        }

        private Optional<RunEnd> step(double[] predicted) {
            UnstableSpace here = dagger.space();
            FieldVector<Binary64> gradient = DoubleVector.of(here.gradient());
            List<FieldVector<Binary64>> moved = method.next(displaced, DoubleVector.of(force(here, predicted)));
            FieldVector<Binary64> descended = method.read(method.next(constrained, gradient));
            dagger = projection.projectNear(DoubleVector.array(descended), here);
            FieldVector<Binary64> point = DoubleVector.of(dagger.space().point());
            constrained = constrained.size() == 1
                    ? List.of(point)
                    : method.next(constrained, gradient.add(method.forceFor(point.subtract(descended))));
            displaced = moved.stream()
                    .map(copy -> carried(DoubleVector.array(copy), here, dagger.space()))
                    .toList();
            if (losesDirection(here, dagger.space())) {
                return Optional.of(new RunEnd.GeometryUndefined(
                        t,
                        "an eigenvalue that is followed and has left the edge falls below one that is not, so that U jumps to another"
                                + " direction: lambda_" + k + " = "
                                + dagger.space().eigenvalues()[k - 1] + ", lambda_" + (k + 1) + " = "
                                + dagger.space().next() + "; a shorter horizon ends before, and unstable = " + (k + 1)
                                + " in [run] follows both"));
            }
            if (!isGiven) {
                change();
            }
            return settle();
        }

        /** Follows fewer eigenvalues, or more up to the most. The iterate and the predicted one stay where they are; U begins anew. */
        private void change() {
            int before = k;
            while (leaves(dagger.space())) {
                followFrom(dagger.space().point(), k - 1);
            }
            while (k < most && k >= before && joins(dagger.space())) {
                followFrom(dagger.space().point(), k + 1);
            }
        }

        private void followFrom(double[] point, int count) {
            follow(count);
            dagger = projection.project(point);
            double[] shift = ArrayVectors.copy(dagger.space().point());
            ArrayVectors.add(-1.0, point, shift);
            FieldVector<Binary64> moved = DoubleVector.of(shift);
            constrained = constrained.stream().map(copy -> copy.add(moved)).toList();
            displaced = displaced.stream().map(copy -> copy.subtract(moved)).toList();
        }

        /** Whether a direction of U is none of the next one's: the smallest singular value of {@code U_{t+1}^T U_t} is below 1/2. */
        private boolean losesDirection(UnstableSpace here, UnstableSpace next) {
            DMatrixRMaj gram = new DMatrixRMaj(k, k);
            double[][] along = Arrays.stream(here.basis()).map(next::along).toArray(double[][]::new);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    gram.set(i, j, ArrayVectors.dot(along[i], along[j]));
                }
            }
            return SymmetricMatrices.spectrum(gram).values()[k - 1] < LOST * LOST;
        }

        /** Sigma where the trajectory has come to, or why the run cannot go on there. */
        private Optional<RunEnd> settle() {
            UnstableSpace here = dagger.space();
            if (!isGiven && k == most && joins(here)) {
                return Optional.of(new RunEnd.MoreUnstable(t, k, here.next(), edge));
            }
            if (!here.isSeparated()) {
                return Optional.of(new RunEnd.GeometryUndefined(
                        t,
                        "the " + k + " eigenvalues followed are not separated from the next one: lambda_" + k + " = "
                                + here.eigenvalues()[k - 1] + ", lambda_" + (k + 1) + " = " + here.next()));
            }
            Optional<SemidefiniteComplementarity.Solution> found =
                    OscillationCovariance.at(here, edge, model.rates().drift().getReal());
            if (found.isEmpty()) {
                return Optional.of(
                        new RunEnd.GeometryUndefined(
                                t,
                                "no self-stabilization: nothing off U holds the eigenvalues at the edge, so that Sigma is undefined"));
            }
            covariance = found.get();
            return Optional.empty();
        }

        /** {@code H P w + dA : (X X^T - Sigma)/2 + U (A + Y) X}, theory.md (39); the spaces' kernel is at {@code dagger_t}. */
        private double[] force(UnstableSpace here, double[] w) {
            double[] off = here.off(w);
            double[] x = here.along(w);
            double[] force = spaces.hessian(off);
            DMatrixRMaj excess = covariance.z().copy();
            CommonOps_DDRM.changeSign(excess);
            DMatrixRMaj curvature = here.y(off);
            CommonOps_DDRM.addEquals(curvature, here.a());
            double[] alongU = new double[k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    excess.add(i, j, x[i] * x[j]);
                    alongU[i] += curvature.get(i, j) * x[j];
                }
            }
            ArrayVectors.add(0.5, here.push(excess), force);
            ArrayVectors.add(1.0, here.spanned(alongU), force);
            return force;
        }

        /** A copy's part off U stays off it, and the part along it is carried on. */
        private FieldVector<Binary64> carried(double[] copy, UnstableSpace here, UnstableSpace next) {
            double[] carried = next.off(here.off(copy));
            double[] along = next.along(here.spanned(here.along(copy)));
            ArrayVectors.add(1.0, next.spanned(along), carried);
            return DoubleVector.of(carried);
        }
    }

    private static <T extends CalculusFieldElement<T>> List<FieldVector<Binary64>> doubles(
            List<FieldVector<T>> vectors) {
        List<FieldVector<Binary64>> doubles = new ArrayList<>();
        vectors.forEach(vector -> doubles.add(DoubleVector.of(DoubleVector.array(vector))));
        return doubles;
    }
}
