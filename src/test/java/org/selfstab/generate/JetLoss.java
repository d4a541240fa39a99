package org.selfstab.generate;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;

/**
 * A loss by automatic differentiation of its expression: it knows nothing of how the loss was built, shares no rule with Symja, and
 * needs no time to derive anything.
 *
 * @param <T> the field's elements
 */
final class JetLoss<T extends CalculusFieldElement<T>> implements Loss<T> {

    private static final int ORDER = 4;

    private final int dimension;
    private final Jets<T> low;
    private final Jets<T> whole;

    JetLoss(List<Symbol> variables, Expression loss, Field<T> field) {
        this.dimension = variables.size();
        this.low = new Jets<>(variables, loss, field, 2);
        this.whole = new Jets<>(variables, loss, field, ORDER);
    }

    /** Evaluates jets up to one order. */
    private static final class Jets<T extends CalculusFieldElement<T>> {

        private final FDSFactory<T> factory;
        private final FieldInterpreter<FieldDerivativeStructure<T>> interpreter;

        Jets(List<Symbol> variables, Expression loss, Field<T> field, int order) {
            this.factory = new FDSFactory<>(field, variables.size(), order);
            this.interpreter = new FieldInterpreter<>(
                    StraightLineProgram.of(variables, List.of(List.of(loss))), factory.getDerivativeField());
        }

        FieldDerivativeStructure<T> at(FieldVector<T> theta) {
            for (int i = 0; i < theta.getDimension(); i++) {
                interpreter.setInput(i, factory.variable(i, theta.getEntry(i)));
            }
            interpreter.run(0);
            return interpreter.output(0, 0);
        }
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Field<T> field() {
        return whole.factory.getValueField();
    }

    @Override
    public LossAtPoint<T> at(FieldVector<T> theta) {
        return new Jet(theta.copy());
    }

    private final class Jet implements LossAtPoint<T> {

        private final FieldVector<T> point;
        private FieldDerivativeStructure<T> jet;

        Jet(FieldVector<T> point) {
            this.point = point;
        }

        private T partial(int... indices) {
            int[] orders = new int[dimension];
            for (int index : indices) {
                orders[index]++;
            }
            if (jet == null || jet.getOrder() < indices.length) {
                jet = (indices.length > 2 ? whole : low).at(point);
            }
            return jet.getPartialDerivative(orders);
        }

        @Override
        public FieldVector<T> point() {
            return point;
        }

        @Override
        public T value() {
            return partial();
        }

        @Override
        public FieldVector<T> gradient() {
            FieldVector<T> gradient = new ArrayFieldVector<>(field(), dimension);
            for (int i = 0; i < dimension; i++) {
                gradient.setEntry(i, partial(i));
            }
            return gradient;
        }

        @Override
        public FieldMatrix<T> hessian() {
            FieldMatrix<T> matrix = zero();
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    matrix.setEntry(i, j, partial(i, j));
                }
            }
            return matrix;
        }

        @Override
        public FieldMatrix<T> third(FieldVector<T> a) {
            FieldMatrix<T> matrix = zero();
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    for (int k = 0; k < dimension; k++) {
                        matrix.addToEntry(i, j, a.getEntry(k).multiply(partial(i, j, k)));
                    }
                }
            }
            return matrix;
        }

        @Override
        public FieldMatrix<T> fourth(FieldVector<T> a, FieldVector<T> b) {
            FieldMatrix<T> matrix = zero();
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    for (int k = 0; k < dimension; k++) {
                        for (int l = 0; l < dimension; l++) {
                            T product = a.getEntry(k).multiply(b.getEntry(l));
                            matrix.addToEntry(i, j, product.multiply(partial(i, j, k, l)));
                        }
                    }
                }
            }
            return matrix;
        }

        private FieldMatrix<T> zero() {
            return new Array2DRowFieldMatrix<>(field(), dimension, dimension);
        }
    }
}
