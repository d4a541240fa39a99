package org.selfstab.generate;

import java.util.Locale;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;

/** A number that a request prescribes; the symbols are those of theory.md section 1, at the start of the constrained trajectory. */
public enum Prescribed {
    /** The step size. */
    ETA("1/2", "the step size") {
        @Override
        Expression draw(Random random, Drawn before) {
            return rational(1 + random.nextInt(8), 4);
        }
    },
    /** The progressive-sharpening rate. */
    ALPHA("1/2500", "the progressive-sharpening rate, positive") {
        /** Of the size that makes epsilon lie between 1/200 and 1/40. */
        @Override
        Expression draw(Random random, Drawn before) {
            return rational(1, 40 + random.nextInt(161))
                    .dividedBy(before.of(ETA))
                    .power(2);
        }
    },
    /** The strength of self-stabilization. */
    BETA("1", "the strength of self-stabilization |gradS_perp|^2, positive") {
        @Override
        Expression draw(Random random, Drawn before) {
            return rational(1 + random.nextInt(12), 3);
        }
    },
    /** The skewness along u. */
    KAPPA_3("1/2", "the skewness D3L(u,u,u)") {
        /** At most twice as large as gradS_perp. */
        @Override
        Expression draw(Random random, Drawn before) {
            return rational(random.nextInt(17) - 8, 4).times(before.of(BETA).sqrt());
        }
    },
    /** The fourth derivative along u. */
    FOURTH("1", "the fourth derivative D4L(u,u,u,u)") {
        @Override
        Expression draw(Random random, Drawn before) {
            return rational(random.nextInt(21) - 10, 2).times(before.of(ETA)).times(before.of(BETA));
        }
    },
    /** The alignment. */
    GAMMA("4/5", "the alignment of -grad L and gradS_perp, in (0, 1]") {
        @Override
        Expression draw(Random random, Drawn before) {
            return random.nextInt(4) == 0 ? Expression.ONE : rational(5 + random.nextInt(15), 20);
        }
    },
    /** The energy (16) of the start. */
    ENERGY("1/2", "the energy (16) of the start, at least 0") {
        @Override
        Expression draw(Random random, Drawn before) {
            return rational(random.nextInt(25), 16);
        }
    };

    private final String byDefault;
    private final String meaning;

    Prescribed(String byDefault, String meaning) {
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    /** What was drawn or given before, of those earlier in this list. */
    interface Drawn {
        Expression of(Prescribed earlier);
    }

    /** A value drawn from a moderate range. */
    abstract Expression draw(Random random, Drawn before);

    /** The value of requests that state none. */
    public String byDefault() {
        return byDefault;
    }

    /** What it is, for people. */
    public String meaning() {
        return meaning;
    }

    /** The name in problem files. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name among the options of the command line. */
    public String option() {
        return "--" + parameter().replace("_", "");
    }

    private static Expression rational(int numerator, int denominator) {
        return Expression.constant(new BigFraction(numerator, denominator));
    }
}
