package org.selfstab.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.special.Erf;

/** The functions of one argument that a loss may use, each with its value over any field. */
public enum ElementaryFunction {
    EXP(Math::exp, 1) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.exp();
        }
    },
    LOG(Math::log, null) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.log();
        }
    },
    SIN(Math::sin, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.sin();
        }
    },
    COS(Math::cos, 1) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.cos();
        }
    },
    TAN(Math::tan, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.tan();
        }
    },
    SINH(Math::sinh, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return DecimalFloatingPoint.sinh(x);
        }
    },
    COSH(Math::cosh, 1) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.cosh();
        }
    },
    TANH(HyperbolicTangent::of, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return DecimalFloatingPoint.tanh(x);
        }
    },
    ATAN(Math::atan, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.atan();
        }
    },
    /** Absolute value; not differentiable at 0. */
    ABS(Math::abs, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.abs();
        }
    },
    /** {@code log(1 + exp(x))}. */
    SOFTPLUS(StableActivations::softplus, null) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return StableActivations.softplus(x);
        }
    },
    /** {@code 1/(1 + exp(-x))}. */
    SIGMOID(StableActivations::sigmoid, null) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return StableActivations.sigmoid(x);
        }
    },
    /** {@code log(cosh(x))}. */
    LOGCOSH(StableActivations::logCosh, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return StableActivations.logCosh(x);
        }
    },
    /** The error function {@code 2/sqrt(pi) * integral from 0 to x of exp(-t^2) dt}. */
    ERF(Erf::erf, 0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return ErrorFunctionSeries.erf(x);
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // only method references of static methods, which have no state
    private final DoubleUnaryOperator doubleValue;

    private final Integer valueAtZero;

    ElementaryFunction(DoubleUnaryOperator doubleValue, Integer valueAtZero) {
        this.doubleValue = doubleValue;
        this.valueAtZero = valueAtZero;
    }

    /** The function over a field, to the field's own accuracy. */
    public abstract <T extends CalculusFieldElement<T>> T value(T x);

    /** The function in double precision. */
    public final double value(double x) {
        return doubleValue.applyAsDouble(x);
    }

    /** The name in problem files. */
    public final String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<Expression> valueAtConstant(Expression argument) {
        if (argument.isZero() && valueAtZero != null) {
            return Optional.of(Expression.constant(valueAtZero));
        }
        if (this == LOG && argument.equals(Expression.ONE)) {
            return Optional.of(Expression.ZERO);
        }
        if (this == ABS && argument instanceof Constant constant) {
            return Optional.of(Expression.constant(constant.value().abs()));
        }
        return Optional.empty();
    }
}
