package org.selfstab.recheck.taylor;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.selfstab.interval.DecimalInterval;

/** The functions of one argument that formulas may name, with their Taylor coefficients. */
public enum FunctionSeries implements UnivariateSeries {
    EXP {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            DecimalInterval[] e = new DecimalInterval[degree + 1];
            e[0] = x.exp();
            for (int k = 1; k <= degree; k++) {
                e[k] = e[k - 1].divide(k);
            }
            return e;
        }
    },
    LOG {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            UndefinedException.unless(x.isPositive(), "a logarithm of", x);
            DecimalInterval[] l = new DecimalInterval[degree + 1];
            l[0] = x.log();
            for (int k = 1; k <= degree; k++) {
                l[k] = x.pow(k).reciprocal().divide(k % 2 == 0 ? -k : k);
            }
            return l;
        }
    },
    SIN {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            return alternating(x.sin(), x.cos(), degree, true);
        }
    },
    COS {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            return alternating(x.cos(), x.sin().negate(), degree, true);
        }
    },
    SINH {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            return alternating(x.sinh(), x.cosh(), degree, false);
        }
    },
    COSH {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            return alternating(x.cosh(), x.sinh(), degree, false);
        }
    },
    /** {@code t' = 1 + t^2}; increasing between its poles. */
    TAN {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            UndefinedException.unless(!x.cos().contains(BigDecimal.ZERO), "a tangent of", x);
            return centred(
                    x, degree, (y, k) -> riccati(increasing(y, end -> end.sin().divide(end.cos())), k, 1));
        }
    },
    /** {@code t' = 1 - t^2}. */
    TANH {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            return centred(x, degree, (y, k) -> riccati(y.tanh(), k, -1));
        }
    },
    /** With the derivative {@code r = 1/(1 + x^2)}, so that {@code (1 + x^2) r_k = -2 x r_(k-1) - r_(k-2)}. */
    ATAN {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            return integrated(x.atan(), centred(x, degree, FunctionSeries::reciprocalOfSquareAndOne), degree);
        }
    },
    /** {@code log(1 + exp(x))}, whose derivative is the sigmoid. */
    SOFTPLUS {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            DecimalInterval value = increasing(
                    x,
                    end -> end.isPositive()
                            ? end.add(end.negate().exp().log1p())
                            : end.exp().log1p());
            return integrated(value, SIGMOID.coefficients(x, degree), degree);
        }
    },
    /** {@code 1/(1 + exp(-x)) = (1 + tanh(x/2))/2}. */
    SIGMOID {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            DecimalInterval[] s = TANH.coefficients(x.multiply(HALF), degree);
            s[0] = s[0].add(1.0);
            double scale = HALF;
            for (int k = 0; k <= degree; k++) {
                s[k] = s[k].multiply(scale);
                scale *= HALF;
            }
            return s;
        }
    },
    /** {@code log(cosh(x))}, whose derivative is tanh. */
    LOGCOSH {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            DecimalInterval two = x.getField().of(2);
            DecimalInterval value = increasing(
                    x.abs(), end -> end.add(end.multiply(-2).exp().log1p()).subtract(two.log()));
            return integrated(value, TANH.coefficients(x, degree), degree);
        }
    },
    /** {@code 2/sqrt(pi)} times the integral of {@code g = exp(-x^2)}, of which {@code g' = -2 x g}, so that {@code (k + 1) g_(k+1) = -2 (x g_k + g_(k-1))}. */
    ERF {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            return integrated(x.erf(), centred(x, degree, FunctionSeries::gaussian), degree);
        }
    },
    ABS {
        @Override
        public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
            UndefinedException.unless(
                    degree == 0 || !x.contains(BigDecimal.ZERO), "a derivative of the absolute value at", x);
            DecimalInterval[] a = new DecimalInterval[degree + 1];
            java.util.Arrays.fill(a, x.getField().getZero());
            a[0] = x.abs();
            if (degree > 0) {
                DecimalInterval one = x.getField().getOne();
                a[1] = x.isPositive() ? one : one.negate();
            }
            return a;
        }
    };

    private static final double HALF = 0.5;

    static Optional<FunctionSeries> named(String name) {
        for (FunctionSeries function : values()) {
            if (function.functionName().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    private String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a function whose second derivative is itself, or minus itself. */
    private static DecimalInterval[] alternating(
            DecimalInterval value, DecimalInterval slope, int degree, boolean changesSign) {
        DecimalInterval[] f = new DecimalInterval[degree + 1];
        f[0] = value;
        for (int k = 1; k <= degree; k++) {
            f[k] = k == 1 ? slope : f[k - 2].divide((changesSign ? -1 : 1) * k * (k - 1));
        }
        return f;
    }

    /** Of {@code t' = 1 + sign t^2}. */
    private static DecimalInterval[] riccati(DecimalInterval value, int degree, int sign) {
        DecimalInterval[] t = new DecimalInterval[degree + 1];
        t[0] = value;
        for (int k = 0; k < degree; k++) {
            DecimalInterval convolution = value.getField().getZero();
            for (int i = 0; 2 * i <= k; i++) {
                convolution = convolution.add(
                        2 * i == k ? t[i].square() : t[i].multiply(t[k - i]).multiply(2));
            }
            DecimalInterval slope = convolution.multiply(sign);
            t[k + 1] = (k == 0 ? slope.add(1.0) : slope).divide(k + 1);
        }
        return t;
    }

    /** Of {@code 1/(1 + x^2)}. */
    private static DecimalInterval[] reciprocalOfSquareAndOne(DecimalInterval x, int degree) {
        DecimalInterval square = x.square().add(1.0);
        DecimalInterval[] r = new DecimalInterval[degree + 1];
        for (int k = 0; k <= degree; k++) {
            DecimalInterval right = x.getField().getOne();
            if (k > 0) {
                right = r[k - 1].multiply(x).multiply(-2);
            }
            if (k > 1) {
                right = right.subtract(r[k - 2]);
            }
            r[k] = right.divide(square);
        }
        return r;
    }

    /** Of {@code 2/sqrt(pi) exp(-x^2)}. */
    private static DecimalInterval[] gaussian(DecimalInterval x, int degree) {
        DecimalInterval[] g = new DecimalInterval[degree + 1];
        g[0] = x.square().negate().exp().multiply(2).divide(x.getPi().sqrt());
        for (int k = 0; k < degree; k++) {
            DecimalInterval moment = x.multiply(g[k]);
            g[k + 1] = (k == 0 ? moment : moment.add(g[k - 1])).multiply(-2).divide(k + 1);
        }
        return g;
    }

    /**
     * Coefficients by a recurrence, in which an interval counts as often as it occurs, and by the mean value theorem, intersected: those over x lie within {@code c_k(m) +
     * (k + 1) c_(k+1) (x - m)}, m the midpoint.
     */
    private static DecimalInterval[] centred(DecimalInterval x, int degree, UnivariateSeries recurrence) {
        if (!x.isFinite() || x.lower().compareTo(x.upper()) == 0) {
            return recurrence.coefficients(x, degree);
        }
        DecimalInterval[] over = recurrence.coefficients(x, degree + 1);
        DecimalInterval middle = x.getField().of(x.lower().add(x.upper()).multiply(BigDecimal.valueOf(HALF)));
        DecimalInterval[] at = recurrence.coefficients(middle, degree);
        DecimalInterval offset = x.subtract(middle);
        DecimalInterval[] both = new DecimalInterval[degree + 1];
        DecimalInterval slope = over[degree + 1];
        for (int k = degree; k >= 0; k--) {
            both[k] = over[k].intersection(at[k].add(slope.multiply(k + 1).multiply(offset)));
            slope = both[k];
        }
        return both;
    }

    private static DecimalInterval[] integrated(DecimalInterval value, DecimalInterval[] slope, int degree) {
        DecimalInterval[] f = new DecimalInterval[degree + 1];
        f[0] = value;
        for (int k = 1; k <= degree; k++) {
            f[k] = slope[k - 1].divide(k);
        }
        return f;
    }

    /** The image of an interval under an increasing function, of which its values at numbers are enclosed. */
    private static DecimalInterval increasing(DecimalInterval x, UnaryOperator<DecimalInterval> function) {
        if (!x.isFinite()) {
            return x;
        }
        DecimalInterval lower = function.apply(x.getField().of(x.lower()));
        return x.lower().compareTo(x.upper()) == 0
                ? lower
                : lower.hull(function.apply(x.getField().of(x.upper())));
    }
}
