package org.selfstab.claims.closedform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.claims.TopEigenspace;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.expression.Expression;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.problem.Problem;
import org.selfstab.symbolic.ClosedForm;
import org.selfstab.symbolic.ClosedFormGeometry;
import org.selfstab.symbolic.ClosedFormResult;
import org.selfstab.symbolic.NoClosedForm;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** Derives the third-order picture of a problem's loss at a point, symbolically and numerically. */
public final class Deriver {

    private final Problem problem;
    private final SymbolicLossDerivatives derivatives;
    private final DoubleArithmetic arithmetic = new DoubleArithmetic();

    /** Prepares a derivation. */
    public Deriver(Problem problem) {
        this.problem = problem;
        this.derivatives = SymbolicLossDerivatives.of(problem.variables(), problem.loss());
    }

    /**
     * Derives at a point.
     *
     * @param overrides expressions of the parameters for some variables; the others keep the problem's start
     */
    public DerivationResult at(Map<String, Expression> overrides) {
        return at(overrides, expressions -> {});
    }

    /**
     * Derives at a point.
     *
     * @param overrides expressions of the parameters for some variables; the others keep the problem's start
     * @param progress is told how many expressions are simplified
     */
    public DerivationResult at(Map<String, Expression> overrides, IntConsumer progress) {
        Map<String, Expression> point = new LinkedHashMap<>(problem.start());
        point.putAll(overrides);
        List<Expression> coordinates = problem.variables().stream()
                .map(variable -> point.get(variable.name()))
                .toList();
        ClosedFormResult closedForm = ClosedFormGeometry.at(
                derivatives,
                coordinates,
                Expression.symbol(Problem.STEP_SIZE),
                problem.parameters().values(),
                progress);
        GeometryEvaluator<Binary64> evaluator = evaluator();
        FieldVector<Binary64> theta = valuesOf(coordinates);
        try {
            LossAtPoint<Binary64> local = evaluator.loss().at(theta);
            Eigensystem<Binary64> eigensystem = evaluator.eigensystem(local);
            return eigensystem.isTopSimple()
                    ? compared(point, closedForm, evaluator.evaluate(theta, SignConvention.largestComponentPositive()))
                    : withoutU(point, closedForm, TopEigenspace.of(local, eigensystem));
        } catch (UndefinedGeometryException undefined) {
            return undefined(point, closedForm, undefined.getMessage(), Optional.empty());
        }
    }

    private DerivationResult compared(
            Map<String, Expression> point, ClosedFormResult closedForm, LocalGeometry<Binary64> numeric) {
        return new DerivationResult(
                problem,
                point,
                closedForm,
                Optional.of(numeric),
                Optional.empty(),
                Optional.empty(),
                closedForm.accept(new Comparison(numeric)));
    }

    private DerivationResult withoutU(
            Map<String, Expression> point, ClosedFormResult closedForm, TopEigenspace eigenspace) {
        return undefined(point, closedForm, eigenspace.reason(), Optional.of(eigenspace));
    }

    private DerivationResult undefined(
            Map<String, Expression> point,
            ClosedFormResult closedForm,
            String reason,
            Optional<TopEigenspace> eigenspace) {
        return new DerivationResult(
                problem, point, closedForm, Optional.empty(), Optional.of(reason), eigenspace, OptionalDouble.empty());
    }

    private FieldVector<Binary64> valuesOf(List<Expression> coordinates) {
        FieldVector<Binary64> theta = new ArrayFieldVector<>(Binary64Field.getInstance(), coordinates.size());
        for (int i = 0; i < coordinates.size(); i++) {
            theta.setEntry(
                    i,
                    arithmetic.valueOf(
                            coordinates.get(i).substitute(problem.parameters().values())));
        }
        return theta;
    }

    private GeometryEvaluator<Binary64> evaluator() {
        return arithmetic
                .model(problem, derivatives.substitute(problem.parameters().values()))
                .evaluator();
    }

    /** The largest relative difference between a closed form and the numeric geometry. */
    private final class Comparison implements ClosedFormResult.Visitor<OptionalDouble> {

        private final LocalGeometry<Binary64> numeric;
        private double largest;

        Comparison(LocalGeometry<Binary64> numeric) {
            this.numeric = numeric;
        }

        @Override
        public OptionalDouble visitNoClosedForm(NoClosedForm noClosedForm) {
            return OptionalDouble.empty();
        }

        @Override
        public OptionalDouble visitClosedForm(ClosedForm form) {
            compare(form.sharpness(), numeric.sharpness(), numeric.sharpness());
            compareAll(form.u(), numeric.u());
            compareAll(form.sharpnessGradient(), numeric.gradS());
            compare(form.alpha(), numeric.alpha(), gradientTimesGradS());
            compare(form.beta(), numeric.beta(), numeric.beta());
            return OptionalDouble.of(largest);
        }

        private Binary64 gradientTimesGradS() {
            return numeric.gradient()
                    .dotProduct(numeric.gradient())
                    .multiply(numeric.beta())
                    .sqrt();
        }

        private void compareAll(List<Expression> expressions, FieldVector<Binary64> values) {
            Binary64 scale = values.dotProduct(values).sqrt();
            for (int i = 0; i < expressions.size(); i++) {
                compare(expressions.get(i), values.getEntry(i), scale);
            }
        }

        /** The difference in units of what the quantity is made of, so that a zero among large terms counts as one. */
        private void compare(Expression expression, Binary64 value, Binary64 scale) {
            Binary64 exact = arithmetic.valueOf(
                    expression.substitute(problem.parameters().values()));
            double difference = exact.subtract(value).abs().getReal();
            double unit = Math.max(scale.abs().getReal(), Double.MIN_NORMAL);
            largest = difference == 0 ? largest : Math.max(largest, difference / unit);
        }
    }
}
