package org.selfstab.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.certify.MeanSquareWitness;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.CriticalPointEnclosure;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.LinearMethod;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.SymmetricMatrices;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.Noise;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.vocabulary.Interruption;

/**
 * Encloses the mean-square edge at a minimum, theory.md (60): the minimum by Krawczyk's test, the second-moment operator in intervals over the items' Hessians there, and its spectral radius
 * by the norm that belongs to a form P adapted to it. {@code P - E[T_B' P T_B]} is positive definite at a step size below the edge and one above; P itself below only, as
 * {@code P = sum over k of M*^k(P - M*(P))} is where M* contracts.
 */
public final class MeanSquareCertifier {

    /** How far, relatively, from its estimate the edge is looked for. */
    private static final double[] DISTANCES = {
        1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2
    };

    private static final int MOST_STATES = 20;
    private static final int MOST_ITEMS = 500;

    private final Problem problem;
    private final LossDerivatives derivatives;
    private final List<Loss<Interval>> items;
    private final Drawing drawing;

    /** Prepares a proof. */
    public MeanSquareCertifier(Problem problem) {
        this.problem = problem;
        this.derivatives = DerivedLoss.of(problem);
        List<LossDerivatives> drawn = DerivedLoss.ofItems(problem);
        this.items = (drawn.isEmpty() ? List.of(derivatives) : drawn)
                .stream().map(IntervalBackend.INSTANCE::loss).toList();
        this.drawing = Drawing.of(problem, items.size()).orElse(new Drawing(1, 1, false));
    }

    /** Proves, once; empty where Newton's method finds no minimum from the start, so that there is nothing to prove. */
    public Optional<MeanSquareCertification> certify() {
        double[] start =
                problem.startPoint().stream().mapToDouble(RealValue::of).toArray();
        return CriticalPointSearch.near(start, derivatives, new CompiledBackend().loss(derivatives))
                .map(point -> {
                    try {
                        return new MeanSquareCertification(
                                problem, Optional.of(edge(point.coordinates())), Optional.empty());
                    } catch (NoEdgeException none) {
                        return new MeanSquareCertification(problem, Optional.empty(), Optional.of(none.problem()));
                    }
                });
    }

    private MeanSquareCertification.Enclosure edge(double[] point) {
        int n = point.length;
        if (n * problem.linear().copies() > MOST_STATES || items.size() > MOST_ITEMS) {
            throw new NoEdgeException("second moments are enclosed for up to " + MOST_STATES
                    + " numbers of the optimizer's state and " + MOST_ITEMS + " items, and here are "
                    + n * problem.linear().copies() + " and " + items.size());
        }
        requireLossWithoutStepSize();
        CriticalPointEnclosure minimum = CriticalPointEnclosure.near(
                        point, this::meanGradient, box -> mean(hessians(box)))
                .orElseThrow(() -> new NoEdgeException(
                        "Krawczyk's test of the gradient does not pass, as where minima are not isolated"));
        List<FieldMatrix<Interval>> hessians = hessians(minimum.box());
        FieldMatrix<Interval> mean = mean(hessians);
        if (!MatrixBounds.isPositiveDefinite(mean)) {
            throw new NoEdgeException("the critical point is not proved to be a minimum");
        }
        Linearization at = new Linearization(
                hessians.stream().map(MeanSquareCertifier::middle).toList(), middle(mean), drawing);
        double estimate = MeanSquareEdgeFinder.of(at, eta -> MethodMatrices.of(problem, eta))
                .stepSize();
        Proof proof = new Proof(at, hessians);
        MeanSquareWitness below =
                nearest(estimate, -1, proof).orElseThrow(() -> undecided("decays", "below", estimate));
        MeanSquareWitness above =
                nearest(estimate, 1, proof).orElseThrow(() -> undecided("does not decay", "above", estimate));
        return new MeanSquareCertification.Enclosure(
                new Interval(below.stepSize(), above.stepSize()),
                problem.isPlainGradientDescent() || isHeavyBall(),
                Arrays.asList(minimum.box().toArray()),
                minimum.zero(),
                below,
                above);
    }

    /** Whether it is heavy ball of a momentum from 0 to below 1, whatever the step size: then a step size that is stable in mean square leaves all smaller ones so, theory.md (60a). */
    private boolean isHeavyBall() {
        if (problem.linear().copies() != 2) {
            return false;
        }
        Expression momentum = problem.linear().a().get(0).get(1).negate();
        if (!problem.linear().equals(Optimizer.heavyBall(Expression.symbol(Problem.STEP_SIZE), momentum))) {
            return false;
        }
        Expression here = problem.withValues(momentum);
        Interval value = IntervalBackend.INSTANCE.valueOf(here);
        return here.equals(withTwiceTheStepSize().withValues(momentum)) && value.lower() >= 0.0 && value.upper() < 1.0;
    }

    private Problem withTwiceTheStepSize() {
        return problem.with(Problem.STEP_SIZE, Expression.TWO.times(problem.stepSize()));
    }

    private static NoEdgeException undecided(String what, String side, double estimate) {
        return new NoEdgeException(
                "the bounds of the items' Hessians over the box of the minimum are too wide to show that the second moment "
                        + what + " at step sizes " + side + " " + estimate + ", as far as "
                        + DISTANCES[DISTANCES.length - 1] + " of it");
    }

    /** The minimum is of the loss with the problem's step size, and has to be that of all. */
    private void requireLossWithoutStepSize() {
        Problem changed = withTwiceTheStepSize();
        boolean same = problem.lossWithSumsOfVariables().equals(changed.lossWithSumsOfVariables())
                && problem.noise().flatMap(Noise::batches).map(Noise.Batches::items).orElse(List.of()).stream()
                        .allMatch(item -> problem.withValues(item).equals(changed.withValues(item)));
        if (!same) {
            throw new NoEdgeException("the loss depends on eta, so that its minimum moves with the step size");
        }
    }

    /** On one side of the estimate, as near as can be shown. */
    private static Optional<MeanSquareWitness> nearest(double estimate, int side, Proof proof) {
        return Arrays.stream(DISTANCES)
                .mapToObj(distance -> proof.at(estimate * (1 + side * distance)))
                .flatMap(Optional::stream)
                .filter(witness -> witness.direction().isPresent() == side > 0)
                .findFirst();
    }

    private FieldVector<Interval> meanGradient(FieldVector<Interval> box) {
        FieldVector<Interval> sum = items.get(0).at(box).gradient();
        for (Loss<Interval> item : items.subList(1, items.size())) {
            sum = sum.add(item.at(box).gradient());
        }
        return sum.mapMultiply(Interval.of(items.size()).reciprocal());
    }

    private List<FieldMatrix<Interval>> hessians(FieldVector<Interval> box) {
        return items.stream().map(item -> item.at(box).hessian()).toList();
    }

    private static FieldMatrix<Interval> mean(List<FieldMatrix<Interval>> matrices) {
        FieldMatrix<Interval> sum = matrices.get(0);
        for (FieldMatrix<Interval> matrix : matrices.subList(1, matrices.size())) {
            sum = sum.add(matrix);
        }
        return sum.scalarMultiply(Interval.of(matrices.size()).reciprocal());
    }

    private static DMatrixRMaj middle(FieldMatrix<Interval> matrix) {
        int n = matrix.getRowDimension();
        DMatrixRMaj middle = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                middle.set(
                        i,
                        j,
                        (matrix.getEntry(i, j).midpoint()
                                        + matrix.getEntry(j, i).midpoint())
                                / 2);
            }
        }
        return middle;
    }

    /** Proofs for step sizes. */
    private final class Proof {

        private final Linearization at;
        private final List<FieldMatrix<Interval>> hessians;
        private final FieldMatrix<Interval> mean;

        /**
         * Proofs.
         *
         * @param at about the Hessians, which propose
         * @param hessians contain those of the items
         */
        Proof(Linearization at, List<FieldMatrix<Interval>> hessians) {
            this.at = at;
            this.hessians = hessians;
            this.mean = mean(hessians);
        }

        /** Whether the second moment decays at a step size, if that can be shown. */
        Optional<MeanSquareWitness> at(double eta) {
            Interruption.check();
            SecondMoment moment = new SecondMoment(MethodMatrices.of(problem, eta), at.mean(), at.covariance());
            try {
                return moment.form().flatMap(form -> witness(eta, form));
            } catch (EnclosureException notFinite) {
                return Optional.empty();
            }
        }

        private Optional<MeanSquareWitness> witness(double eta, DMatrixRMaj proposed) {
            FieldMatrix<Interval> form = exactly(proposed);
            if (!MatrixBounds.isPositiveDefinite(form.subtract(before(eta, form)))) {
                return Optional.empty();
            }
            List<List<Double>> rows = Boxes.listedRows(form);
            if (MatrixBounds.isPositiveDefinite(form)) {
                return Optional.of(new MeanSquareWitness(eta, rows, Optional.empty()));
            }
            SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(proposed);
            FieldVector<Interval> lowest = Boxes.at(spectrum.vectors()[spectrum.values().length - 1].data);
            return lowest.dotProduct(form.operate(lowest)).upper() <= 0.0
                    ? Optional.of(new MeanSquareWitness(eta, rows, Optional.of(Boxes.listed(lowest))))
                    : Optional.empty();
        }

        /** Contains {@code M*(P) = E[T_B' P T_B]}. */
        private FieldMatrix<Interval> before(double eta, FieldMatrix<Interval> form) {
            LinearMethod<Interval> method = LinearMethod.of(
                    problem.with(Problem.STEP_SIZE, Expression.constant(new BigFraction(eta)))
                            .closedOptimizer(),
                    IntervalBackend.INSTANCE::valueOf);
            FieldMatrix<Interval> step = method.derivative(mean);
            FieldMatrix<Interval> before = step.transpose().multiply(form).multiply(step);
            FieldMatrix<Interval> spread = spread(method, form);
            int n = mean.getRowDimension();
            for (int i = 0; i < before.getRowDimension(); i++) {
                for (int j = 0; j < before.getRowDimension(); j++) {
                    Interval seen = method.c().get(i / n).multiply(method.c().get(j / n));
                    before.addToEntry(i, j, spread.getEntry(i % n, j % n).multiply(seen));
                }
            }
            return before;
        }

        /** Contains {@code E[(H_B - H) X (H_B - H)]}, X what P is on gradients. */
        private FieldMatrix<Interval> spread(LinearMethod<Interval> method, FieldMatrix<Interval> form) {
            int n = mean.getRowDimension();
            FieldMatrix<Interval> x = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), n, n);
            for (int i = 0; i < form.getRowDimension(); i++) {
                for (int j = 0; j < form.getRowDimension(); j++) {
                    Interval pushed = method.b().get(i / n).multiply(method.b().get(j / n));
                    x.addToEntry(i % n, j % n, form.getEntry(i, j).multiply(pushed));
                }
            }
            List<FieldMatrix<Interval>> squares = hessians.stream()
                    .map(hessian -> hessian.subtract(mean))
                    .map(deviation -> deviation.multiply(x).multiply(deviation))
                    .toList();
            return mean(squares).scalarMultiply(varianceFactor());
        }

        private Interval varianceFactor() {
            Interval size = Interval.of(drawing.size());
            if (drawing.isWhole()) {
                return Interval.of(0.0);
            }
            return drawing.isWithReplacement()
                    ? size.reciprocal()
                    : Interval.of(drawing.items() - drawing.size())
                            .divide(size.multiply(Interval.of(drawing.items() - 1.0)));
        }
    }

    private static FieldMatrix<Interval> exactly(DMatrixRMaj matrix) {
        FieldMatrix<Interval> exact =
                new Array2DRowFieldMatrix<>(IntervalField.getInstance(), matrix.getNumRows(), matrix.getNumCols());
        for (int i = 0; i < matrix.getNumRows(); i++) {
            exact.setRowVector(
                    i,
                    Boxes.at(Arrays.copyOfRange(matrix.data, i * matrix.getNumCols(), (i + 1) * matrix.getNumCols())));
        }
        return exact;
    }
}
