package org.selfstab.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1Field;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.SumInterpreter;
import org.selfstab.expression.Symbol;
import org.selfstab.numeric.ArrayEigensolver;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.problem.toml.Located;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/** Checks of values: what reads well may still have no value, or none that can be used. */
final class ProblemChecks {

    private static final long MAX_SIZE = 200_000;
    private static final int DIGITS = 50;
    private static final int MOST_DRAWN = 10_000;

    /** Some tenths of a second; the value of a longer loss at its start is left to the run. */
    private static final double MAX_OPERATIONS_OF_CHECK = 1e8;

    private static final String NO_VALUE = "the loss has no finite real value at the start";
    private static final String MOVE_START = "move the start";

    private final Problem problem;
    private final ProblemLocations places;
    private final ExpressionExtent extent = new ExpressionExtent(MAX_SIZE);

    ProblemChecks(Problem problem, ProblemLocations places) {
        this.problem = problem;
        this.places = places;
    }

    /** Throws a {@link SelfstabException} for the first value that cannot be used, in the order of the file. */
    void run() {
        checkParameters();
        checkStart();
        checkLoss();
        checkHorizon();
        checkKick();
        problem.noise().ifPresent(this::checkNoise);
    }

    /** The same checks for each member of the family. */
    void runForFamily() {
        places.family().ifPresent(family -> family.values().forEach(value -> runForMember(family.parameter(), value)));
    }

    private void runForMember(String parameter, Located<Expression> value) {
        try {
            new ProblemChecks(problem.with(parameter, value.value()), places).run();
        } catch (SelfstabException invalid) {
            throw invalid.within("with " + parameter + " = " + ExpressionText.of(value.value()) + ": ")
                    .at(value.location());
        }
    }

    private void checkParameters() {
        problem.parameters().values().forEach((name, value) -> {
            Location place = places.parameters().get(name).location();
            requireFinite("parameter " + name, value, place);
        });
        requirePositiveStep(
                problem.stepSize(), places.parameters().get(Problem.STEP_SIZE).location());
        problem.decay().ifPresent(this::checkDecay);
        try {
            checkOptimizer();
        } catch (SelfstabException none) {
            throw none.at(places.optimizer());
        }
    }

    /** Refuses a step size by which expectations and thresholds might be the first to divide. */
    static void requirePositiveStep(Expression stepSize, Location place) {
        double value = RealValue.of(stepSize);
        if (value <= 0) {
            throw place.error("the step size eta is " + value, "it must be positive");
        }
    }

    private void checkOptimizer() {
        if (problem.optimizer() instanceof Optimizer.Adaptive adaptive) {
            checkAdaptive(adaptive);
        } else {
            StabilityEdge.require(
                    problem.ofFirstStep().with(problem.parameters().values()));
        }
    }

    private void checkAdaptive(Optimizer.Adaptive adaptive) {
        requireBetween("beta1", value(adaptive.momentum()), -Double.MIN_VALUE);
        requireBetween("beta2", value(adaptive.decay()), 0);
        for (Expression entry : adaptive.start().values()) {
            double moment = value(entry);
            if (!(moment > 0 && Double.isFinite(moment))) {
                throw new SelfstabException(
                        "a second moment nu is " + moment
                                + ", so that P = sqrt(nu)/eta is singular: nothing is added to sqrt(nu)",
                        "give a positive number");
            }
        }
        Set<String> felt = problem.lossOfVariables().symbolNames();
        for (int group = 0; group < adaptive.groupCount(); group++) {
            String members = membersOf(adaptive, group);
            if (IntStream.range(0, adaptive.groups().size())
                    .filter(membersIn(adaptive, group))
                    .noneMatch(i -> felt.contains(problem.variables().get(i).name()))) {
                throw new SelfstabException(
                        "the gradient of " + members
                                + " vanishes everywhere, so that its second moment falls to 0 and P = sqrt(nu)/eta becomes singular: nothing is added to sqrt(nu)",
                        "put the variable into a group with others, or leave it out");
            }
        }
    }

    private static IntPredicate membersIn(Optimizer.Adaptive adaptive, int group) {
        return i -> adaptive.groups().get(i) == group;
    }

    private String membersOf(Optimizer.Adaptive adaptive, int group) {
        return IntStream.range(0, adaptive.groups().size())
                .filter(membersIn(adaptive, group))
                .mapToObj(i -> problem.variables().get(i).name())
                .collect(Collectors.joining(", "));
    }

    /** Requires a number below 1 and above a bound. */
    private static void requireBetween(String name, double value, double lower) {
        if (!(value > lower && value < 1)) {
            throw new SelfstabException(
                    name + " is " + value, "it must be " + (lower < 0 ? "at least 0" : "above 0") + " and below 1");
        }
    }

    private double value(Expression ofParameters) {
        return RealValue.of(problem.withValues(ofParameters));
    }

    private void checkDecay(WeightDecay decay) {
        double strength = RealValue.of(problem.withValues(decay.strength()));
        Location place = places.parameters().get(decay.strength().name()).location();
        if (strength < 0) {
            throw place.error("the weight decay is " + strength, "it must not be negative");
        }
        decay.decoupled().ifPresent(decoupled -> {
            double shrinkage = strength * RealValue.of(problem.stepSize());
            if (!(shrinkage < 1)) {
                throw place.error(
                        "decoupled weight decay takes eta weight_decay = " + shrinkage + " of the parameters a step",
                        "it must be below 1");
            }
            try {
                StabilityEdge.require(
                        decoupled.before().with(problem.parameters().values()));
            } catch (SelfstabException none) {
                throw none.within("before decoupled decay: ").at(places.optimizer());
            }
        });
    }

    private void checkStart() {
        problem.start().forEach((variable, entry) -> {
            Location place = places.start().get(variable).location();
            String what = "the start of variable " + variable;
            requireFinite(what, folded(what, place, () -> problem.withValues(entry)), place);
        });
    }

    private static void requireFinite(String what, Expression closed, Location place) {
        try {
            RealValue.requireFinite(what, closed);
        } catch (SelfstabException none) {
            throw none.at(place);
        }
    }

    private Expression folded(String what, Location place, Supplier<Expression> substitution) {
        Expression expression;
        try {
            expression = ExactFolding.of(what, substitution);
        } catch (SelfstabException none) {
            throw none.at(place);
        }
        if (extent.admits(expression)) {
            return expression;
        }
        throw place.error(
                what + " grows beyond " + MAX_SIZE + " operations once the parameters are put in",
                "define it more simply");
    }

    private void checkLoss() {
        Expression loss = folded("the loss", places.loss(), problem::lossOfVariables);
        if (loss.hasSumsOverIndices()) {
            checkLongLoss(loss);
            return;
        }
        StraightLineProgram program = StraightLineProgram.of(problem.variables(), List.of(List.of(loss)));
        if (Double.isFinite(atStart(program, Binary64Field.getInstance()).getReal())) {
            requireGradient(hasGradient(program) || hasGradient(loss));
        } else if (!Double.isFinite(atStart(program, new DfpField(DIGITS)).getReal())) {
            throw places.loss().error(NO_VALUE, MOVE_START);
        }
    }

    private void checkLongLoss(Expression loss) {
        if (SumInterpreter.operations(loss) > MAX_OPERATIONS_OF_CHECK) {
            return;
        }
        UnivariateDerivative1 atStart = atStart(loss);
        if (!Double.isFinite(atStart.getReal())) {
            throw places.loss().error(NO_VALUE, MOVE_START);
        }
        requireGradient(Double.isFinite(atStart.getFirstDerivative()));
    }

    private void requireGradient(boolean isFinite) {
        if (!isFinite) {
            throw places.loss().error("the gradient of the loss is not finite at the start", MOVE_START);
        }
    }

    /** The derivative along (1, ..., 1) is finite only if every partial derivative is. */
    private boolean hasGradient(StraightLineProgram program) {
        FieldInterpreter<UnivariateDerivative1> interpreter =
                new FieldInterpreter<>(program, UnivariateDerivative1Field.getInstance());
        FieldVector<? extends CalculusFieldElement<?>> start = problem.startOver(Binary64Field.getInstance());
        for (int i = 0; i < start.getDimension(); i++) {
            interpreter.setInput(i, new UnivariateDerivative1(start.getEntry(i).getReal(), 1.0));
        }
        interpreter.run(0);
        return Double.isFinite(interpreter.output(0, 0).getFirstDerivative());
    }

    /** The same without the program's detours: it has sqrt(x)^5, not differentiable at 0, for x^(5/2), which is. */
    private boolean hasGradient(Expression loss) {
        return SumInterpreter.operations(loss) <= MAX_OPERATIONS_OF_CHECK
                && Double.isFinite(atStart(loss).getFirstDerivative());
    }

    /** The loss and its derivative along (1, ..., 1) at the start, with its sums as sums. */
    private UnivariateDerivative1 atStart(Expression loss) {
        Map<Symbol, Double> start = new HashMap<>();
        List<Expression> values = problem.startPoint();
        for (int i = 0; i < values.size(); i++) {
            start.put(problem.variables().get(i), RealValue.of(values.get(i)));
        }
        return SumInterpreter.value(loss, start::get);
    }

    private <T extends CalculusFieldElement<T>> T atStart(StraightLineProgram program, Field<T> field) {
        FieldInterpreter<T> interpreter = new FieldInterpreter<>(program, field);
        FieldVector<T> start = problem.startOver(field);
        for (int i = 0; i < start.getDimension(); i++) {
            interpreter.setInput(i, start.getEntry(i));
        }
        interpreter.run(0);
        return interpreter.output(0, 0);
    }

    private void checkKick() {
        places.kick().ifPresent(place -> {
            String what = "the kick";
            requireFinite(what, folded(what, place, () -> problem.kick().orElseThrow()), place);
        });
    }

    private void checkNoise(Noise noise) {
        Location place = places.noise().orElseThrow();
        noise.batches().ifPresent(batches -> {
            double size = RealValue.of(problem.withValues(batches.size()));
            int items = batches.items().size();
            if (size != Math.rint(size) || size < 1 || size > (batches.isWithReplacement() ? MOST_DRAWN : items)) {
                throw places.parameters()
                        .get(NoiseReader.BATCH)
                        .location()
                        .error(
                                "the batch is " + Digits.text(size) + " of " + items + " items",
                                "it must be an integer from 1 to "
                                        + (batches.isWithReplacement() ? MOST_DRAWN : items));
            }
        });
        noise.added().ifPresent(added -> checkCovariance(added, place));
    }

    private void checkCovariance(Noise.Covariance added, Location place) {
        double least = 0;
        double[][] rows = new double[added.rows().size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[added.rows().get(i).size()];
            for (int j = 0; j < rows[i].length; j++) {
                Expression entry = added.rows().get(i).get(j);
                String what = "a variance of the noise";
                Expression closed = folded(what, place, () -> problem.withValues(entry));
                requireFinite(what, closed, place);
                rows[i][j] = RealValue.of(closed);
            }
            least = Math.min(least, rows[i][0]);
        }
        if (added.isMatrix()) {
            DMatrixRMaj matrix = new DMatrixRMaj(rows);
            if (!MatrixFeatures_DDRM.isSymmetric(matrix)) {
                throw place.error("the covariance matrix of the noise is not symmetric", "make entries across equal");
            }
            least = leastEigenvalue(matrix);
        }
        if (least < 0) {
            throw place.error(
                    "the noise has the negative variance " + least
                            + (added.isMatrix() ? " in some direction" : " in some variable"),
                    "variances must not be negative");
        }
    }

    /** 0 where it is negative by rounding alone. */
    private static double leastEigenvalue(DMatrixRMaj matrix) {
        double[] values = new double[matrix.getNumRows()];
        ArrayEigensolver.solve(matrix, values, ArrayEigensolver.roomForVectors(values.length));
        double least = values[values.length - 1];
        return least < -values.length * Math.ulp(CommonOps_DDRM.elementMaxAbs(matrix)) ? least : 0;
    }

    private void checkHorizon() {
        problem.run().horizon().ifPresent(horizon -> {
            Location place = places.horizon().orElseThrow();
            folded("the horizon", place, () -> problem.withValues(horizon));
            try {
                problem.horizonSteps();
            } catch (SelfstabException outside) {
                throw outside.at(place);
            }
        });
    }
}
