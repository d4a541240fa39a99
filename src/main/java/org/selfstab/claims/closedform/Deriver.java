package org.selfstab.claims.closedform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.OptimizerForms;
import org.selfstab.claims.StepPlanes;
import org.selfstab.claims.TopEigenspace;
import org.selfstab.claims.conditions.PlanesMeasured;
import org.selfstab.dynamics.Model;
import org.selfstab.expression.ClosedForm;
import org.selfstab.expression.ClosedFormResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.NoClosedForm;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.problem.Problem;
import org.selfstab.symbolic.ClosedFormGeometry;
import org.selfstab.symbolic.SymbolicLossDerivatives;
import org.selfstab.vocabulary.SelfstabException;

/** Derives the third-order picture of a problem's loss at a point, symbolically and numerically. */
public final class Deriver {

    private final Problem problem;
    private final SymbolicLossDerivatives derivatives;
    private final Optional<OptimizerForms> optimizer;
    private final CompiledBackend backend = new CompiledBackend();
    /** Closed forms cancel, so that doubles of both sides would not tell whether they agree. */
    private final DecimalBackend decimals = new DecimalBackend(40);

    /** Prepares a derivation. */
    public Deriver(Problem problem) {
        this.problem = problem;
        this.derivatives =
                SymbolicLossDerivatives.of(problem.variables(), problem.loss().requireWrittenOut());
        if (problem.adaptive().isPresent()) {
            problem.requireLinear("derive");
        }
        this.optimizer =
                problem.isPlainGradientDescent() ? Optional.empty() : Optional.of(FactoredOptimizer.of(problem));
    }

    /**
     * Derives at a point.
     *
     * @param overrides expressions of the parameters for some variables; the others keep the problem's start
     * @throws SelfstabException if one of them is of no variable or has no finite real value
     */
    public DerivationResult at(Map<String, Expression> overrides) {
        return at(overrides, expressions -> {});
    }

    /**
     * Derives at a point.
     *
     * @param overrides expressions of the parameters for some variables; the others keep the problem's start
     * @param progress is told how many expressions are simplified
     * @throws SelfstabException if one of them is of no variable or has no finite real value
     */
    public DerivationResult at(Map<String, Expression> overrides, IntConsumer progress) {
        overrides.forEach(problem::requireCoordinate);
        Map<String, Expression> point = new LinkedHashMap<>(problem.start());
        point.putAll(overrides);
        List<Expression> coordinates = problem.variables().stream()
                .map(variable -> point.get(variable.name()))
                .toList();
        ClosedFormResult closedForm = ClosedFormGeometry.at(
                derivatives,
                coordinates,
                optimizer.map(OptimizerForms::rate).orElse(Expression.symbol(Problem.STEP_SIZE)),
                problem.parameters().values(),
                progress);
        GeometryEvaluator<Binary64> evaluator = evaluator(backend);
        FieldVector<Binary64> theta = valuesOf(backend, coordinates);
        try {
            LossAtPoint<Binary64> local = evaluator.loss().at(theta);
            Eigensystem<Binary64> eigensystem = evaluator.eigensystem(local);
            return eigensystem.isTopSimple()
                    ? compared(
                            point,
                            coordinates,
                            closedForm,
                            evaluator.evaluate(theta, SignConvention.largestComponentPositive()))
                    : withoutU(point, closedForm, topEigenspace(local, eigensystem));
        } catch (UndefinedGeometryException undefined) {
            return undefined(point, closedForm, undefined.getMessage(), Optional.empty());
        }
    }

    private DerivationResult compared(
            Map<String, Expression> point,
            List<Expression> coordinates,
            ClosedFormResult closedForm,
            LocalGeometry<Binary64> numeric) {
        return new DerivationResult(
                problem,
                point,
                closedForm,
                optimizer,
                planes(numeric.wholeEigensystem().values()),
                Optional.of(new GeometryInDoubles(numeric)),
                Optional.empty(),
                Optional.empty(),
                closedForm.accept(new Comparison(coordinates)));
    }

    private DerivationResult withoutU(
            Map<String, Expression> point, ClosedFormResult closedForm, TopEigenspace eigenspace) {
        return undefined(point, closedForm, eigenspace.reason(), Optional.of(eigenspace));
    }

    private static TopEigenspace topEigenspace(LossAtPoint<Binary64> loss, Eigensystem<Binary64> eigensystem) {
        double top = eigensystem.top().getReal();
        double norm = eigensystem.spectralNorm().getReal();
        List<Double> close = eigensystem.values().stream()
                .map(Binary64::getReal)
                .filter(value -> top - value <= Eigensystem.relativeGap(Binary64.ONE) * norm)
                .toList();
        double distance = top - close.get(close.size() - 1);
        return new TopEigenspace(
                top, close.size(), distance == 0 ? 0 : distance / norm, entries(loss.gradient()), rows(loss.hessian()));
    }

    private static List<Double> entries(FieldVector<Binary64> vector) {
        return IntStream.range(0, vector.getDimension())
                .mapToObj(i -> vector.getEntry(i).getReal())
                .toList();
    }

    private static List<List<Double>> rows(FieldMatrix<Binary64> matrix) {
        return IntStream.range(0, matrix.getRowDimension())
                .mapToObj(i -> entries(matrix.getRowVector(i)))
                .toList();
    }

    private DerivationResult undefined(
            Map<String, Expression> point,
            ClosedFormResult closedForm,
            String reason,
            Optional<TopEigenspace> eigenspace) {
        return new DerivationResult(
                problem,
                point,
                closedForm,
                optimizer,
                planes(List.of()),
                Optional.empty(),
                Optional.of(reason),
                eigenspace,
                OptionalDouble.empty());
    }

    /** With the Hessian's eigenvalues at the point, largest first, or none. */
    private Optional<StepPlanes> planes(List<Binary64> eigenvalues) {
        Model<Binary64> model = model(backend);
        return model.blocks()
                .map(blocks -> PlanesMeasured.at(
                        model,
                        blocks,
                        eigenvalues.stream().skip(1).map(Binary64::getReal).toList()));
    }

    private <T extends CalculusFieldElement<T>> FieldVector<T> valuesOf(
            Backend<T> numbers, List<Expression> coordinates) {
        FieldVector<T> theta = new ArrayFieldVector<>(numbers.field(), coordinates.size());
        for (int i = 0; i < coordinates.size(); i++) {
            theta.setEntry(i, valueOf(numbers, coordinates.get(i)));
        }
        return theta;
    }

    private <T extends CalculusFieldElement<T>> T valueOf(Backend<T> numbers, Expression expression) {
        return numbers.valueOf(expression.substitute(problem.parameters().values()));
    }

    private <T extends CalculusFieldElement<T>> GeometryEvaluator<T> evaluator(Backend<T> numbers) {
        return model(numbers).geometry();
    }

    private <T extends CalculusFieldElement<T>> Model<T> model(Backend<T> numbers) {
        return Model.of(problem, derivatives.substitute(problem.parameters().values()), numbers);
    }

    /** The largest relative difference between a closed form and the numeric geometry, both in decimals. */
    private final class Comparison implements ClosedFormResult.Visitor<OptionalDouble> {

        private final List<Expression> coordinates;
        private double largest;

        Comparison(List<Expression> coordinates) {
            this.coordinates = coordinates;
        }

        @Override
        public OptionalDouble visitNoClosedForm(NoClosedForm noClosedForm) {
            return OptionalDouble.empty();
        }

        @Override
        public OptionalDouble visitClosedForm(ClosedForm form) {
            LocalGeometry<Dfp> numeric = evaluator(decimals)
                    .evaluate(valuesOf(decimals, coordinates), SignConvention.largestComponentPositive());
            compare(form.sharpness(), numeric.sharpness(), numeric.sharpness());
            compareAll(form.u(), numeric.u());
            compareAll(form.sharpnessGradient(), numeric.gradS());
            compare(form.alpha(), numeric.alpha(), gradientTimesGradS(numeric));
            compare(form.beta(), numeric.beta(), numeric.beta());
            return OptionalDouble.of(largest);
        }

        private Dfp gradientTimesGradS(LocalGeometry<Dfp> numeric) {
            return numeric.gradient()
                    .dotProduct(numeric.gradient())
                    .multiply(numeric.beta())
                    .sqrt();
        }

        private void compareAll(List<Expression> expressions, FieldVector<Dfp> values) {
            Dfp scale = values.dotProduct(values).sqrt();
            for (int i = 0; i < expressions.size(); i++) {
                compare(expressions.get(i), values.getEntry(i), scale);
            }
        }

        /** The difference in units of what the quantity is made of, so that a zero among large terms counts as one. */
        private void compare(Expression expression, Dfp value, Dfp scale) {
            Dfp exact = valueOf(decimals, expression);
            double difference = exact.subtract(value).abs().getReal();
            double unit = Math.max(scale.abs().getReal(), Double.MIN_NORMAL);
            largest = difference == 0 ? largest : Math.max(largest, difference / unit);
        }
    }
}
