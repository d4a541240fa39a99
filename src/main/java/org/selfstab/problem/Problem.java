package org.selfstab.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.vocabulary.EdgeWording;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.SelfstabException;

/**
 * A checked problem: everything a run needs, exact.
 *
 * @param name the name of its output folder: the problem file's name without extension
 * @param title what people call it
 * @param source where the loss comes from, if the file says so
 * @param variables the variables of the loss, in order
 * @param loss the loss, an expression of variables and parameters, its sums written out unless that is too long
 * @param lossWithSums the same loss with its sums over indices as sums, for work that does not need them written out; the same object if it has none
 * @param parameters the parameters, in the file's order
 * @param optimizer the optimizer, of parameters
 * @param noise what makes gradients random, for runs that say so; empty if nothing does
 * @param decay its weight decay, if it has one, whose penalty the loss contains
 * @param start the start of each variable, in the order of the variables, as an expression of the parameters
 * @param run how long and from where to run
 * @param family the parameter swept, if any
 * @param observables what is watched along the iterates
 * @param expectations what a proof companion asserts here
 * @param thresholds what conditions and conclusions are held against
 */
public record Problem(
        String name,
        FreeText title,
        Optional<FreeText> source,
        List<Symbol> variables,
        Expression loss,
        Expression lossWithSums,
        Parameters parameters,
        Optimizer optimizer,
        Optional<Noise> noise,
        Optional<WeightDecay> decay,
        Map<String, Expression> start,
        RunSettings run,
        Optional<Family> family,
        List<Observable> observables,
        List<Expectation> expectations,
        Thresholds thresholds) {

    /** The parameter that holds the step size. */
    public static final String STEP_SIZE = "eta";

    /** What a horizon may use of the run at t = 0, besides parameters: delta and alpha at {@code dagger_0}. */
    public static final List<String> AT_START = List.of("delta", "alpha");

    public Problem {
        variables = List.copyOf(variables);
        start = Collections.unmodifiableMap(new LinkedHashMap<>(start));
        observables = List.copyOf(observables);
        expectations = List.copyOf(expectations);
    }

    /** The step size eta, a closed expression with a positive value. */
    public Expression stepSize() {
        return parameters.value(STEP_SIZE);
    }

    /** Whether the optimizer is gradient descent, whose state is one copy of the parameters. */
    public boolean isGradientDescent() {
        return optimizer instanceof Optimizer.Linear linear && linear.copies() == 1;
    }

    /** The adaptive optimizer, if it is one. */
    public Optional<Optimizer.Adaptive> adaptive() {
        return optimizer instanceof Optimizer.Adaptive adaptive ? Optional.of(adaptive) : Optional.empty();
    }

    /** The linear optimizer, theory.md section 10, of a problem that has one. */
    public Optimizer.Linear linear() {
        return requireLinear("this quantity");
    }

    /** Whether the weight of an average falls along the run, so that each step is one of another linear optimizer. */
    public boolean hasFallingWeight() {
        return optimizer instanceof Optimizer.Linear linear && linear.isFalling();
    }

    /** The linear optimizer of the first step: of every step, unless a weight falls. */
    public Optimizer.Linear ofFirstStep() {
        return ofFirstStep("this quantity");
    }

    private Optimizer.Linear ofFirstStep(String what) {
        if (optimizer instanceof Optimizer.Linear linear) {
            return linear;
        }
        throw new UnsuitableProblemException(
                what + " is for linear optimizers, and the optimizer is " + optimizer.name(),
                "verify, check, family, ode, sweep, test and descent take it");
    }

    /**
     * Requires a linear optimizer that stays the same.
     *
     * @param what what is for nothing else
     * @throws UnsuitableProblemException if the optimizer is adaptive, or a weight falls
     */
    public Optimizer.Linear requireLinear(String what) {
        Optimizer.Linear linear = ofFirstStep(what);
        if (linear.isFalling()) {
            throw new UnsuitableProblemException(
                    what + " is for optimizers that stay the same, and the weight of " + linear.name() + " falls",
                    "leave out falling = true; verify, check, family, ode, sweep, test and descent take it");
        }
        return linear;
    }

    /**
     * Makes sure that one unstable eigenvalue is followed.
     *
     * @param what what is for one alone
     */
    public void requireOneUnstable(String what) {
        run.unstable().filter(k -> k > 1).ifPresent(k -> {
            throw new UnsuitableProblemException(
                    what + " is for one unstable eigenvalue, and [run] says unstable = " + k,
                    "verify, check, family, ode, sweep, test and certify follow several; or leave unstable out");
        });
    }

    /** Whether the optimizer is linear and keeps several copies of the parameters, as momentum does. */
    public boolean keepsCopies() {
        return optimizer instanceof Optimizer.Linear method && method.copies() > 1;
    }

    /** Whether the optimizer is gradient descent with the step size eta, as the paper has it. */
    public boolean isPlainGradientDescent() {
        Optimizer plain = Optimizer.gradientDescent(Expression.symbol(STEP_SIZE));
        return optimizer.name().equals(plain.name())
                && optimizer.entries().toList().equals(plain.entries().toList());
    }

    /** How formulas read under the optimizer. */
    public EdgeWording wording() {
        return isPlainGradientDescent() || adaptive().isPresent()
                ? EdgeWording.OF_GRADIENT_DESCENT
                : EdgeWording.ofCopies(ofFirstStep().copies());
    }

    /** Where the edge goes as the weight of schedule-free averaging falls to 0, closed: {@code 2/((1 - beta) eta)}. */
    public Expression edgeOfFallenWeight() {
        Expression share = ofFirstStep().c().get(0);
        return withValues(Expression.TWO.dividedBy(share.times(Expression.symbol(STEP_SIZE))));
    }

    /** {@code 2/S_c}, closed: the step size of gradient descent with the same edge, of gradient descent its own. */
    public Expression stepSizeOfEdge() {
        return isPlainGradientDescent() ? stepSize() : Expression.TWO.dividedBy(edge());
    }

    /** The optimizer with the parameters' values put in. */
    public Optimizer.Linear closedOptimizer() {
        return linear().with(parameters.values());
    }

    /** The edge of stability, closed: of the sharpness, and of the largest eigenvalue of the preconditioned Hessian for an adaptive optimizer. */
    public Expression edge() {
        return withValues(
                optimizer instanceof Optimizer.Adaptive adaptive ? adaptive.edge() : StabilityEdge.of(ofFirstStep()));
    }

    /** mu of the penalty {@code mu |theta|^2/2} that weight decay adds to the loss, closed; empty without it. */
    public Optional<Expression> penalty() {
        return decay.map(each -> withValues(each.penalty()));
    }

    /** The edge of stability of the loss without weight decay's penalty, closed: as much lower as its Hessian is. */
    public Expression bareEdge() {
        return penalty().map(edge()::minus).orElseGet(this::edge);
    }

    /** The edge as the optimizer has it: of the loss with the penalty of weight decay where that is coupled, else of the bare loss. */
    public Expression edgeOfMethod() {
        return decay.flatMap(WeightDecay::decoupled).isPresent() ? bareEdge() : edge();
    }

    /** The growth rate a of the optimizer, theory.md (30), closed; for gradient descent eta, for adaptive optimizers 1. */
    public Expression growthRate() {
        return adaptive().isPresent()
                ? Expression.ONE
                : withValues(TransferFunction.of(ofFirstStep()).growthRate());
    }

    /** The drift rate b of the optimizer, theory.md (31), closed; for gradient descent eta, for adaptive optimizers 1. */
    public Expression driftRate() {
        return adaptive().isPresent()
                ? Expression.ONE
                : withValues(TransferFunction.of(ofFirstStep()).driftRate());
    }

    /** An expression with the parameters' values put in, undefined wherever a part of it as written is: a coefficient may become 0. */
    public Expression withValues(Expression expression) {
        return expression instanceof Constant ? expression : Domain.substituted(expression, parameters.values());
    }

    /** The loss with the parameters' values put in: an expression of the variables alone. */
    public Expression lossOfVariables() {
        return withValues(loss);
    }

    /** The loss with its sums as sums and the parameters' values put in: an expression of the variables alone. */
    public Expression lossWithSumsOfVariables() {
        return withValues(lossWithSums);
    }

    /**
     * How many items are a batch.
     *
     * @throws java.util.NoSuchElementException if none are drawn
     */
    public int batchSize() {
        return (int) Math.rint(RealValue.of(
                withValues(noise.flatMap(Noise::batches).orElseThrow().size())));
    }

    /** The start as closed expressions, in the order of the variables. */
    public List<Expression> startPoint() {
        return start.values().stream().map(this::withValues).toList();
    }

    /**
     * The start over a field, its dimension the number of variables.
     *
     * @param <T> the field's elements
     */
    public <T extends CalculusFieldElement<T>> FieldVector<T> startOver(Field<T> field) {
        StraightLineProgram program = StraightLineProgram.of(List.of(), List.of(startPoint()));
        FieldInterpreter<T> interpreter = new FieldInterpreter<>(program, field);
        interpreter.run(0);
        FieldVector<T> point = new ArrayFieldVector<>(field, variables.size());
        for (int i = 0; i < variables.size(); i++) {
            point.setEntry(i, interpreter.output(0, i));
        }
        return point;
    }

    /**
     * Requires that a variable can have a value, as in a point given beside the start.
     *
     * @param variable a name
     * @param value an expression of the parameters
     * @throws SelfstabException if there is no such variable, or the value divides by zero or is not finite and real
     */
    public void requireCoordinate(String variable, Expression value) {
        if (!start.containsKey(variable)) {
            throw new SelfstabException(
                    variable + " is not a variable of the problem",
                    "the variables are " + String.join(", ", start.keySet()));
        }
        RealValue.requireFinite(variable, ExactFolding.of(variable, () -> withValues(value)));
    }

    /** {@code x_0} in units of delta as a closed expression, if the problem states a kick. */
    public Optional<Expression> kick() {
        return run.kick().map(this::withValues);
    }

    /** The horizon as an expression of delta and alpha at t = 0, not rounded, if it uses one of them. */
    public Optional<Expression> horizonOfStart() {
        return run.horizon().map(this::withValues).filter(horizon -> !horizon.symbolNames()
                .isEmpty());
    }

    /**
     * The last step, if the problem states a horizon that needs no run: its value rounded down, exactly if it folds to a rational, otherwise
     * by 50 digits, where a value within 1e-40 of an integer, relatively, is taken for it.
     *
     * @throws SelfstabException if the horizon has no finite value or lies outside 1 to {@link RunSettings#MAX_STEPS}
     */
    public OptionalInt horizonSteps() {
        return run.horizon()
                .map(this::withValues)
                .filter(horizon -> horizon.symbolNames().isEmpty())
                .map(horizon -> OptionalInt.of(stepsOf(horizon)))
                .orElse(OptionalInt.empty());
    }

    private static int stepsOf(Expression horizon) {
        double estimate = RealValue.of(horizon);
        if (!Double.isFinite(estimate)) {
            throw new SelfstabException(
                    "the horizon " + ExpressionText.of(horizon) + " has no finite real value",
                    "it must be a number of steps");
        }
        if (estimate > 2.0 * RunSettings.MAX_STEPS || estimate < 0.5) {
            throw outsideRange(estimate);
        }
        int steps = RealValue.floorOf(horizon).intValueExact();
        if (steps < 1 || steps > RunSettings.MAX_STEPS) {
            throw outsideRange(estimate);
        }
        return steps;
    }

    private static SelfstabException outsideRange(double horizon) {
        return new SelfstabException(
                "the horizon is " + horizon + " steps", "it must be from 1 to " + RunSettings.MAX_STEPS);
    }

    /**
     * This problem with one parameter defined anew; parameters, start and horizon that depend on it follow.
     *
     * @param parameter a parameter's name
     * @param definition an expression of other parameters, closed for a member of a family
     * @throws ParameterException if some parameter has no value then
     * @throws IllegalArgumentException if there is no such parameter
     */
    public Problem with(String parameter, Expression definition) {
        return with(loss, lossWithSums, parameters.with(parameter, definition), start);
    }

    /** This problem with another function of its variables and parameters, written out, in the place of the loss. */
    public Problem withLoss(Expression function) {
        return with(function, function, parameters, start);
    }

    /**
     * This problem from another start.
     *
     * @param point the start of each variable, in their order
     */
    public Problem withStart(List<Expression> point) {
        Map<String, Expression> newStart = new LinkedHashMap<>();
        for (int i = 0; i < point.size(); i++) {
            newStart.put(variables.get(i).name(), point.get(i));
        }
        return with(loss, lossWithSums, parameters, newStart);
    }

    private Problem with(
            Expression newLoss,
            Expression newLossWithSums,
            Parameters newParameters,
            Map<String, Expression> newStart) {
        return new Problem(
                name,
                title,
                source,
                variables,
                newLoss,
                newLossWithSums,
                newParameters,
                optimizer,
                noise,
                decay,
                newStart,
                run,
                family,
                observables,
                expectations,
                thresholds);
    }
}
