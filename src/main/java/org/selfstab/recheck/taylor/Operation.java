package org.selfstab.recheck.taylor;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hipparchus.fraction.BigFraction;

/** One operation of a {@link Formula}; operands are places of operations before it. */
public sealed interface Operation {

    /** The places of the operands. */
    List<Integer> operands();

    /** The same operation on operands at other places. */
    Operation withOperands(IntUnaryOperator places);

    /**
     * The operation in Taylor arithmetic.
     *
     * @throws UndefinedException if it is not certainly defined and smooth
     */
    TaylorPolynomial apply(Operands values);

    /** Whether a series is summed for it, rather than a product or two. */
    default boolean takesSeries() {
        return false;
    }

    /** What operations find of the results before them. */
    interface Operands {

        /** The result at a place. */
        TaylorPolynomial at(int place);

        /** The value of a name. */
        TaylorPolynomial named(int name);

        /** The polynomials' monomials. */
        MonomialBasis basis();
    }

    /** An operation without operands. */
    sealed interface Leaf extends Operation {

        @Override
        default List<Integer> operands() {
            return List.of();
        }

        @Override
        default Operation withOperands(IntUnaryOperator places) {
            return this;
        }
    }

    /** An exact rational number. */
    record Constant(BigFraction value) implements Leaf {
        @Override
        public TaylorPolynomial apply(Operands values) {
            return TaylorPolynomial.constant(values.basis(), values.basis().enclosing(value));
        }
    }

    /** The number pi. */
    record Pi() implements Leaf {
        @Override
        public TaylorPolynomial apply(Operands values) {
            return TaylorPolynomial.constant(
                    values.basis(), values.basis().field().getOne().getPi());
        }
    }

    /** A variable or parameter. */
    record Name(int index) implements Leaf {
        @Override
        public TaylorPolynomial apply(Operands values) {
            return values.named(index);
        }
    }

    /** A sum of two. */
    record Sum(int left, int right) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(left, right);
        }

        @Override
        public Operation withOperands(IntUnaryOperator places) {
            return new Sum(places.applyAsInt(left), places.applyAsInt(right));
        }

        @Override
        public TaylorPolynomial apply(Operands values) {
            return values.at(left).add(values.at(right));
        }
    }

    /** Minus one. */
    record Negative(int operand) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public Operation withOperands(IntUnaryOperator places) {
            return new Negative(places.applyAsInt(operand));
        }

        @Override
        public TaylorPolynomial apply(Operands values) {
            return values.at(operand).negate();
        }
    }

    /** A product of two. */
    record Product(int left, int right) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(left, right);
        }

        @Override
        public Operation withOperands(IntUnaryOperator places) {
            return new Product(places.applyAsInt(left), places.applyAsInt(right));
        }

        @Override
        public TaylorPolynomial apply(Operands values) {
            return left == right ? values.at(left).square() : values.at(left).multiply(values.at(right));
        }
    }

    /** A power with a rational exponent; of -1 the reciprocal. */
    record Power(int base, BigFraction exponent) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(base);
        }

        @Override
        public Operation withOperands(IntUnaryOperator places) {
            return new Power(places.applyAsInt(base), exponent);
        }

        @Override
        public boolean takesSeries() {
            return !exponent.getDenominator().equals(BigInteger.ONE);
        }

        @Override
        public TaylorPolynomial apply(Operands values) {
            return values.at(base).compose(new PowerSeries(exponent));
        }
    }

    /** A function of one argument. */
    record Call(FunctionSeries function, int argument) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(argument);
        }

        @Override
        public Operation withOperands(IntUnaryOperator places) {
            return new Call(function, places.applyAsInt(argument));
        }

        @Override
        public boolean takesSeries() {
            return true;
        }

        @Override
        public TaylorPolynomial apply(Operands values) {
            return values.at(argument).compose(function);
        }
    }
}
