package org.selfstab.recheck.taylor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/** A formula as a function of some of its names, with its derivatives up to the fourth over boxes; its other names have values. */
public final class TaylorLoss {

    private static final int FOURTH = 4;
    /** How many products of coefficients one evaluation may take: some minutes. */
    private static final long MOST_WORK = 50_000_000;

    private static final int WORK_PER_DIGIT = 20;

    private final DecimalIntervalField field;
    private final Formula formula;
    private final int dimension;
    private final List<Optional<DecimalInterval>> constants = new ArrayList<>();
    private final int[] variables;
    private final MonomialBasis[] bases = new MonomialBasis[FOURTH + 1];

    /**
     * A loss.
     *
     * @param formula the loss
     * @param variables the names of the variables, in order
     * @param values the values of the other names that it mentions
     * @throws FormulaException if the loss is too large to be enclosed
     * @throws UndefinedException if part of it that is constant is not certainly defined
     */
    public TaylorLoss(
            Formula formula, List<String> variables, Map<String, DecimalInterval> values, DecimalIntervalField field) {
        this.field = field;
        this.formula = formula;
        this.dimension = variables.size();
        this.variables = new int[formula.names().size()];
        for (int i = 0; i < formula.names().size(); i++) {
            this.variables[i] = variables.indexOf(formula.names().get(i));
        }
        requireBounded();
        MonomialBasis ofNumbers = new MonomialBasis(field, 0, 0);
        Evaluation numbers =
                new Evaluation(ofNumbers, name -> TaylorPolynomial.constant(ofNumbers, valueOf(name, values)));
        for (Operation operation : formula.operations()) {
            boolean constant = isConstant(operation);
            numbers.include(constant ? operation.apply(numbers) : null);
            constants.add(constant ? Optional.of(numbers.last().value()) : Optional.empty());
        }
    }

    private DecimalInterval valueOf(int name, Map<String, DecimalInterval> values) {
        String known = formula.names().get(name);
        if (!values.containsKey(known)) {
            throw new IllegalArgumentException("no value of " + known);
        }
        return values.get(known);
    }

    private boolean isConstant(Operation operation) {
        return operation instanceof Operation.Name name
                ? variables[name.index()] < 0
                : operation.operands().stream()
                        .allMatch(operand -> constants.get(operand).isPresent());
    }

    /**
     * About how many products of coefficients an evaluation with all derivatives takes: 2n + 4 over 4 for each operation, and what the series of its functions
     * and fractional powers take, in proportion to the digits.
     */
    public double work() {
        double products = 1.0;
        for (int k = 1; k <= FOURTH; k++) {
            products *= (2.0 * dimension + k) / k;
        }
        long series =
                formula.operations().stream().filter(Operation::takesSeries).count();
        return products * formula.operations().size() + series * (double) WORK_PER_DIGIT * field.digits();
    }

    private void requireBounded() {
        if (work() > MOST_WORK) {
            throw new FormulaException("a loss of " + formula.operations().size() + " operations in " + dimension
                    + " variables is beyond this checker's limits");
        }
    }

    /** The number n of variables. */
    public int dimension() {
        return dimension;
    }

    /** The field of values. */
    public DecimalIntervalField field() {
        return field;
    }

    /**
     * The value of a formula without variables.
     *
     * @throws UndefinedException if it is not certainly a real number
     */
    public static DecimalInterval valueOf(
            Formula formula, Map<String, DecimalInterval> values, DecimalIntervalField field) {
        TaylorLoss constant = new TaylorLoss(formula, List.of(), values, field);
        return constant.constants.get(constant.constants.size() - 1).orElseThrow();
    }

    /** Why the loss is not certainly defined and smooth at all points of a box; empty if it is. */
    public Optional<String> obstacle(FieldVector<DecimalInterval> box) {
        try {
            expand(box, 1);
            return Optional.empty();
        } catch (UndefinedException undefined) {
            return Optional.of(undefined.getMessage());
        }
    }

    /** The derivatives over a box; each throws {@link UndefinedException} where the loss is not certainly defined and smooth. */
    public LossEnclosure over(FieldVector<DecimalInterval> box) {
        return new Expansions(box);
    }

    private TaylorPolynomial expand(FieldVector<DecimalInterval> box, int degree) {
        if (bases[degree] == null) {
            bases[degree] = new MonomialBasis(field, dimension, degree);
        }
        MonomialBasis basis = bases[degree];
        Evaluation evaluation = new Evaluation(
                basis, name -> TaylorPolynomial.variable(basis, variables[name], box.getEntry(variables[name])));
        for (int i = 0; i < constants.size(); i++) {
            Operation operation = formula.operations().get(i);
            evaluation.include(constants
                    .get(i)
                    .map(constant -> TaylorPolynomial.constant(basis, constant))
                    .orElseGet(() -> operation.apply(evaluation)));
        }
        return evaluation.last();
    }

    /** One pass through the operations. */
    private record Evaluation(MonomialBasis basis, IntFunction<TaylorPolynomial> names, List<TaylorPolynomial> results)
            implements Operation.Operands {

        Evaluation(MonomialBasis basis, IntFunction<TaylorPolynomial> names) {
            this(basis, names, new ArrayList<>());
        }

        void include(TaylorPolynomial result) {
            results.add(result);
        }

        TaylorPolynomial last() {
            return results.get(results.size() - 1);
        }

        @Override
        public TaylorPolynomial at(int place) {
            return results.get(place);
        }

        @Override
        public TaylorPolynomial named(int name) {
            return names.apply(name);
        }
    }

    /** The expansions over one box, of the degree that was needed so far. */
    private final class Expansions implements LossEnclosure {

        private final FieldVector<DecimalInterval> box;
        private DecimalInterval[] derivatives;
        private int degree;

        Expansions(FieldVector<DecimalInterval> box) {
            this.box = box.copy();
        }

        private DecimalInterval derivative(int... variables) {
            if (degree < variables.length || degree == 0) {
                // of degree 1 at least, so that the loss is smooth there whatever is asked for
                degree = Math.max(1, variables.length);
                derivatives = expand(box, degree).derivatives();
            }
            return derivatives[bases[degree].place(variables)];
        }

        @Override
        public DecimalInterval value() {
            return derivative();
        }

        @Override
        public FieldVector<DecimalInterval> gradient() {
            FieldVector<DecimalInterval> gradient = new ArrayFieldVector<>(field, dimension);
            for (int i = 0; i < dimension; i++) {
                gradient.setEntry(i, derivative(i));
            }
            return gradient;
        }

        @Override
        public FieldMatrix<DecimalInterval> hessian() {
            return symmetric(this::derivative);
        }

        @Override
        public FieldMatrix<DecimalInterval> third(FieldVector<DecimalInterval> a) {
            return symmetric((i, j) -> {
                DecimalInterval sum = field.getZero();
                for (int k = 0; k < dimension; k++) {
                    sum = sum.add(derivative(i, j, k).multiply(a.getEntry(k)));
                }
                return sum;
            });
        }

        @Override
        public FieldMatrix<DecimalInterval> fourth(FieldVector<DecimalInterval> a, FieldVector<DecimalInterval> b) {
            FieldMatrix<DecimalInterval> directions = a.outerProduct(b);
            return symmetric((i, j) -> {
                DecimalInterval sum = field.getZero();
                for (int k = 0; k < dimension; k++) {
                    for (int l = 0; l < dimension; l++) {
                        sum = sum.add(derivative(i, j, k, l).multiply(directions.getEntry(k, l)));
                    }
                }
                return sum;
            });
        }

        private FieldMatrix<DecimalInterval> symmetric(Entry entry) {
            FieldMatrix<DecimalInterval> matrix = new Array2DRowFieldMatrix<>(field, dimension, dimension);
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j <= i; j++) {
                    DecimalInterval value = entry.at(i, j);
                    matrix.setEntry(i, j, value);
                    matrix.setEntry(j, i, value);
                }
            }
            return matrix;
        }
    }

    /** An entry of a symmetric matrix. */
    private interface Entry {
        DecimalInterval at(int row, int column);
    }
}
