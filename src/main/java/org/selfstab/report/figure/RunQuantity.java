package org.selfstab.report.figure;

import java.util.Locale;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Rates;
import org.selfstab.geometry.LocalGeometry;

/** What is recorded of each step, in double precision; NaN where it is not defined. */
public enum RunQuantity {
    LOSS("L(θ)", "exact loss") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.loss().getReal();
        }
    },
    LOSS_DAGGER("L(θ†)", "constrained loss") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.geometry().loss().getReal();
        }
    },
    LOSS_PREDICTED("L(θ†) + x*²/η", "predicted loss") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            double x = step.predictedX().getReal();
            return step.geometry().loss().getReal() + x * x / rates.step().getReal();
        }
    },
    SHARPNESS("S(θ)", "exact sharpness") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.sharpness().getReal();
        }
    },
    SHARPNESS_DAGGER("S(θ†)", "constrained sharpness") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.geometry().sharpness().getReal();
        }
    },
    SHARPNESS_PREDICTED("S(θ†) + y* + κ₃x*", "predicted sharpness") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            LocalGeometry<T> geometry = step.geometry();
            return geometry.sharpness().getReal()
                    + step.predictedY().getReal()
                    + geometry.kappa3().getReal() * step.predictedX().getReal();
        }
    },
    X("x", "displacement along u") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.x().getReal();
        }
    },
    X_PREDICTED("x*", "predicted displacement along u") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.predictedX().getReal();
        }
    },
    Y("y", "displacement along grad S") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.y().getReal();
        }
    },
    Y_PREDICTED("y*", "predicted displacement along grad S") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.predictedY().getReal();
        }
    },
    DEVIATION("|v − v*|", "deviation of the prediction") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return step.deviation().getReal();
        }
    },
    DELTA("δ", "size of the oscillation") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            LocalGeometry<T> geometry = step.geometry();
            return geometry.hasOscillation() ? geometry.delta().getReal() : Double.NaN;
        }
    },
    REDUCED_X("X = |x|/δ", "reduced displacement") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            return Math.abs(step.x().getReal()) / DELTA.of(step, rates);
        }
    },
    REDUCED_Y("Y = y/√α", "reduced sharpness") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            LocalGeometry<T> geometry = step.geometry();
            return geometry.hasOscillation()
                    ? step.y().getReal()
                            / rates.unitOfY(new Binary64(geometry.alpha().getReal()))
                                    .getReal()
                    : Double.NaN;
        }
    },
    TAU("τ", "reduced time of one step") {
        @Override
        <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates) {
            LocalGeometry<T> geometry = step.geometry();
            return geometry.hasOscillation()
                    ? rates.rate().getReal() * Math.sqrt(geometry.alpha().getReal())
                    : Double.NaN;
        }
    };

    private final String symbol;
    private final String words;

    RunQuantity(String symbol, String words) {
        this.symbol = symbol;
        this.words = words;
    }

    /** The value at a step. */
    abstract <T extends CalculusFieldElement<T>> double of(CoupledStep<T> step, Rates<Binary64> rates);

    /** Its symbol. */
    public String symbol() {
        return symbol;
    }

    /** What it is. */
    public String words() {
        return words;
    }

    /** Its key in a page's data. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
