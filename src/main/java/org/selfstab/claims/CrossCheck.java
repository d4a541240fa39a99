package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Problem;
import org.selfstab.symbolic.SymbolicException;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/**
 * The loss, its gradient and Hessian, and {@code D3L(a, ., .)}, {@code D4L(a, b, ., .)} along two directions that single out no coordinate, by
 * automatic differentiation and by Symja, at points of a run. Both are evaluated with {@value #DIGITS} digits, so that their difference is
 * one of the formulas and not of rounding.
 *
 * @param points at how many points they were compared
 * @param largest the largest difference of two entries, divided by the largest of all entries at its point, or by 1 if that is smaller
 * @param obstacle why they were not compared, if they were not
 */
public record CrossCheck(int points, double largest, Optional<String> obstacle) {

    private static final int DIGITS = 100;

    /** Larger differences are a mistake in one of the two. */
    private static final double TOLERANCE = 1e-40;

    /**
     * Compares.
     *
     * @param points points of the problem's run
     */
    static CrossCheck of(Problem problem, List<List<Double>> points) {
        return of(
                problem.derivatives(),
                SymbolicLossDerivatives.of(problem.variables(), problem.loss().requireWrittenOut())
                        .substitute(problem.parameters().values()),
                points);
    }

    static CrossCheck of(LossDerivatives automatic, LossDerivatives symbolic, List<List<Double>> points) {
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

    /** Whether the two are the same; false only if they were compared and differ. */
    public boolean agrees() {
        return largest <= TOLERANCE;
    }

    /** The result in one line. */
    public String description() {
        if (obstacle.isPresent()) {
            return "not cross-checked: " + obstacle.get();
        }
        return String.format(
                Locale.ROOT,
                "%s by automatic differentiation and by computer algebra, at %d points: largest relative difference %.1e",
                agrees() ? "the same" : "DIFFERENT",
                points,
                largest);
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
