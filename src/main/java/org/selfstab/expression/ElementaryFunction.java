package org.selfstab.expression;

import java.util.Locale;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.special.Erf;

/** The functions of one argument that a loss may use, each with its value over any field. */
public enum ElementaryFunction {
    EXP(1) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.exp();
        }
    },
    LOG(null) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.log();
        }
    },
    SIN(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.sin();
        }
    },
    COS(1) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.cos();
        }
    },
    TAN(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.tan();
        }
    },
    SINH(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return DecimalFloatingPoint.sinh(x);
        }
    },
    COSH(1) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.cosh();
        }
    },
    TANH(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return DecimalFloatingPoint.tanh(x);
        }
    },
    ATAN(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.atan();
        }
    },
    /** Absolute value; not differentiable at 0. */
    ABS(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return x.abs();
        }
    },
    /** {@code log(1 + exp(x))}. */
    SOFTPLUS(null) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return StableActivations.softplus(x);
        }
    },
    /** {@code 1/(1 + exp(-x))}. */
    SIGMOID(null) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return StableActivations.sigmoid(x);
        }
    },
    /** {@code log(cosh(x))}. */
    LOGCOSH(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return StableActivations.logCosh(x);
        }
    },
    /** The error function {@code 2/sqrt(pi) * integral from 0 to x of exp(-t^2) dt}. */
    ERF(0) {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T x) {
            return ErrorFunctionSeries.erf(x);
        }
    };

    private final Integer valueAtZero;

    ElementaryFunction(Integer valueAtZero) {
        this.valueAtZero = valueAtZero;
    }

    /** The function over a field, to the field's own accuracy. */
    public abstract <T extends CalculusFieldElement<T>> T value(T x);

    /** The function in double precision. */
    public final double value(double x) {
        return switch (this) {
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> Math.tan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case TANH -> HyperbolicTangent.of(x);
            case ATAN -> Math.atan(x);
            case ABS -> Math.abs(x);
            case SOFTPLUS -> StableActivations.softplus(x);
            case SIGMOID -> StableActivations.sigmoid(x);
            case LOGCOSH -> StableActivations.logCosh(x);
            case ERF -> Erf.erf(x);
        };
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
