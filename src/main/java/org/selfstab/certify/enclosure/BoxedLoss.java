package org.selfstab.certify.enclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.problem.Problem;

/**
 * A problem's loss and {@code 2/S_c}, of gradient descent the step size, over boxes of its variables and of some of its parameters. The parameters are taken for further variables, of
 * which derivatives are then left out.
 */
public final class BoxedLoss {

    private static final String NOT_DEFINED = "the loss, a derivative or eta may not be defined everywhere";
    private static final String NOT_POSITIVE = "the step size eta may be 0 or less; it must be positive";
    private static final String NO_EDGE = "the edge of stability may be 0 or less; it must be positive";

    private final Problem problem;
    private final Set<String> boxed;
    private final List<Symbol> unknowns;
    private final LossDerivatives derivatives;
    private final Loss<Interval> loss;
    /** eta and {@code 2/S_c}. */
    private final StraightLineProgram stepSizes;
    /** The optimizer, unless it is gradient descent with the step size eta. */
    private final Optional<BoxedOptimizer> optimizer;

    /**
     * The loss with some parameters left open.
     *
     * @param boxed the parameters' names
     */
    public BoxedLoss(Problem problem, List<String> boxed) {
        this.problem = problem;
        this.boxed = new TreeSet<>(boxed);
        this.unknowns = new ArrayList<>(problem.variables());
        boxed.forEach(name -> unknowns.add(Expression.symbol(name)));
        this.derivatives =
                ExpressionDerivatives.of(unknowns, inUnknowns(problem.loss().requireWrittenOut()));
        this.loss = InterpretedLoss.of(derivatives, IntervalField.getInstance());
        Expression eta = Expression.symbol(Problem.STEP_SIZE);
        Expression ofEdge =
                problem.isPlainGradientDescent() ? eta : Expression.TWO.dividedBy(StabilityEdge.of(problem.linear()));
        this.stepSizes = StraightLineProgram.of(unknowns, List.of(List.of(inUnknowns(eta), inUnknowns(ofEdge))));
        this.optimizer = problem.isPlainGradientDescent()
                ? Optional.empty()
                : Optional.of(new BoxedOptimizer(problem.linear(), unknowns, this::inUnknowns));
    }

    /** An expression with all parameters but those left open replaced by their definitions. */
    private Expression inUnknowns(Expression expression) {
        Map<String, Expression> definitions = new HashMap<>(problem.parameters().definitions());
        definitions.keySet().removeAll(boxed);
        Expression replaced = expression;
        for (int i = 0; i < definitions.size(); i++) {
            replaced = Domain.substituted(replaced, definitions);
        }
        return replaced;
    }

    /** The number n of variables. */
    public int variables() {
        return problem.variables().size();
    }

    /**
     * Contains {@code 2/S_c}, of gradient descent eta.
     *
     * @param box the variables, then the parameters left open
     */
    public Interval stepSize(FieldVector<Interval> box) {
        return stepSize(IntervalField.getInstance(), box);
    }

    /** Contains {@code 2/S_c}, over another field. */
    public <T extends CalculusFieldElement<T>> T stepSize(Field<T> field, FieldVector<T> box) {
        return stepSizes(field, box).output(0, 1);
    }

    private <T extends CalculusFieldElement<T>> FieldInterpreter<T> stepSizes(Field<T> field, FieldVector<T> box) {
        FieldInterpreter<T> interpreter = new FieldInterpreter<>(stepSizes, field);
        for (int i = 0; i < box.getDimension(); i++) {
            interpreter.setInput(i, box.getEntry(i));
        }
        interpreter.run(0);
        return interpreter;
    }

    /**
     * Why loss, gradient, Hessian and eta are not certainly defined on all of a box, and eta positive; empty if they are.
     *
     * @param box the variables, then the parameters left open
     */
    public Optional<String> obstacle(FieldVector<Interval> box) {
        Interval ofEdge = stepSize(box);
        Interval eta = stepSizes(IntervalField.getInstance(), box).output(0, 0);
        if (!isDefinedOn(box) || !eta.isDefined() || !ofEdge.isDefined()) {
            return Optional.of(NOT_DEFINED);
        }
        if (!eta.isAbove(0)) {
            return Optional.of(NOT_POSITIVE);
        }
        return ofEdge.isAbove(0) ? Optional.empty() : Optional.of(NO_EDGE);
    }

    /**
     * Why it is not shown that the optimizer is one, and -1 what leaves the unit disc first, at all parameters of a box; empty if it is.
     *
     * @param box the variables, on which the optimizer does not depend, then the parameters left open
     */
    public Optional<String> obstacleOfOptimizer(FieldVector<Interval> box) {
        return optimizer.flatMap(method -> method.obstacle(box));
    }

    private boolean isDefinedOn(FieldVector<Interval> box) {
        LossAtPoint<Interval> local = at(box);
        return local.value().isDefined() && areDefined(local.gradient()) && areDefined(Boxes.entries(local.hessian()));
    }

    private static boolean areDefined(FieldVector<Interval> values) {
        return Arrays.stream(values.toArray()).allMatch(Interval::isDefined);
    }

    /**
     * The loss and its derivatives by the variables alone.
     *
     * @param box the variables, then the parameters left open
     */
    public LossAtPoint<Interval> at(FieldVector<Interval> box) {
        return new OfVariables<>(new MeanValueForm(loss, box), variables());
    }

    /** The same over another field, by its expressions. */
    public <T extends CalculusFieldElement<T>> LossAtPoint<T> at(Field<T> field, FieldVector<T> box) {
        return new OfVariables<>(InterpretedLoss.of(derivatives, field).at(box), variables());
    }

    /** The part of derivatives that belongs to the first n unknowns. */
    private record OfVariables<T extends CalculusFieldElement<T>>(LossAtPoint<T> all, int n) implements LossAtPoint<T> {

        @Override
        public FieldVector<T> point() {
            return all.point().getSubVector(0, n);
        }

        @Override
        public T value() {
            return all.value();
        }

        @Override
        public FieldVector<T> gradient() {
            return all.gradient().getSubVector(0, n);
        }

        @Override
        public FieldMatrix<T> hessian() {
            return block(all.hessian());
        }

        @Override
        public FieldMatrix<T> third(FieldVector<T> a) {
            return block(all.third(padded(a)));
        }

        @Override
        public FieldMatrix<T> fourth(FieldVector<T> a, FieldVector<T> b) {
            return block(all.fourth(padded(a), padded(b)));
        }

        private FieldMatrix<T> block(FieldMatrix<T> matrix) {
            return matrix.getSubMatrix(0, n - 1, 0, n - 1);
        }

        private FieldVector<T> padded(FieldVector<T> direction) {
            return direction.append(
                    new ArrayFieldVector<>(direction.getField(), all.point().getDimension() - n));
        }
    }
}
