package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.CrossCheck;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.EvenSample;
import org.selfstab.problem.Problem;
import org.selfstab.symbolic.SymbolicException;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/**
 * Takes points of a run, at which the derivatives are compared when it is over: the problem's start and some iterates from t = 0 on.
 *
 * @param <T> the field's elements
 */
final class CrossChecker<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private static final int MAX_ITERATES = 8;
    private static final int DIGITS = 100;

    private final Problem problem;
    private final EvenSample<List<Double>> iterates = new EvenSample<>(MAX_ITERATES);

    public CrossChecker(Problem problem) {
        this.problem = problem;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        iterates.offer(step.t(), rounded(step.ofParameters(step.theta())));
    }

    private static List<Double> rounded(FieldVector<?> point) {
        List<Double> coordinates = new ArrayList<>();
        for (int i = 0; i < point.getDimension(); i++) {
            coordinates.add(point.getEntry(i).getReal());
        }
        return coordinates;
    }

    /** The comparison at the points taken so far. */
    public CrossCheck result() {
        List<Double> start = rounded(new CompiledBackend().valuesOf(problem.startPoint()));
        return compared(
                problem,
                Stream.concat(Stream.of(start), iterates.elements().stream()).toList());
    }

    /**
     * Compares.
     *
     * @param points points of the problem's run
     */
    static CrossCheck compared(Problem problem, List<List<Double>> points) {
        return compared(
                DerivedLoss.of(problem),
                SymbolicLossDerivatives.of(problem.variables(), problem.loss().requireWrittenOut())
                        .substitute(problem.parameters().values()),
                points);
    }

    static CrossCheck compared(LossDerivatives automatic, LossDerivatives symbolic, List<List<Double>> points) {
        try {
            Evaluation first = new Evaluation(automatic);
            Evaluation second = new Evaluation(symbolic);
            double largest = points.stream()
                    .mapToDouble(point -> difference(first.at(point), second.at(point)))
                    .max()
                    .orElse(0.0);
            return new CrossCheck(points.size(), largest, Optional.empty());
        } catch (SymbolicException tooLarge) {
            return new CrossCheck(0, 0.0, Optional.of(tooLarge.getMessage()));
        }
    }

    /** An undefined entry must be undefined by both ways. */
    private static double difference(List<Dfp> found, List<Dfp> expected) {
        Dfp scale = expected.get(0).getField().getOne();
        Dfp largest = scale.getField().getZero();
        for (int i = 0; i < expected.size(); i++) {
            Dfp value = expected.get(i);
            if (isFinite(value) != isFinite(found.get(i))) {
                return Double.POSITIVE_INFINITY;
            }
            if (isFinite(value)) {
                scale = value.abs().greaterThan(scale) ? value.abs() : scale;
                Dfp difference = found.get(i).subtract(value).abs();
                largest = difference.greaterThan(largest) ? difference : largest;
            }
        }
        return largest.divide(scale).toDouble();
    }

    private static boolean isFinite(Dfp value) {
        return !value.isNaN() && !value.isInfinite();
    }

    /** A loss's derivatives as one program. */
    private static final class Evaluation {

        private final DfpField field = new DfpField(DIGITS);
        private final int n;
        private final int outputs;
        private final FieldInterpreter<Dfp> interpreter;

        Evaluation(LossDerivatives derivatives) {
            List<Expression> entries = new ArrayList<>(List.of(derivatives.value()));
            n = derivatives.variables().size();
            for (int i = 0; i < n; i++) {
                entries.add(derivatives.gradient(i));
                for (int j = i; j < n; j++) {
                    entries.add(derivatives.hessian(i, j));
                    entries.add(derivatives.thirdAlong(i, j));
                    entries.add(derivatives.fourthAlong(i, j));
                }
            }
            List<Symbol> inputs = Stream.of(
                            derivatives.variables(), derivatives.firstDirection(), derivatives.secondDirection())
                    .flatMap(List::stream)
                    .toList();
            outputs = entries.size();
            interpreter = new FieldInterpreter<>(StraightLineProgram.of(inputs, List.of(entries)), field);
        }

        List<Dfp> at(List<Double> point) {
            for (int i = 0; i < n; i++) {
                interpreter.setInput(i, field.newDfp(point.get(i)));
                interpreter.setInput(n + i, field.newDfp(1.0 / (i + 1)));
                interpreter.setInput(2 * n + i, field.newDfp(i % 2 == 0 ? 1.0 : -0.5 - i));
            }
            interpreter.run(0);
            return IntStream.range(0, outputs)
                    .mapToObj(i -> interpreter.output(0, i))
                    .toList();
        }
    }
}
