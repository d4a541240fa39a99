package org.selfstab.certify.region;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.loss.LossAtPoint;

/** What can be claimed over a box; each is a quantity of theory.md section 1 at a point, independent of the sign of u. */
public enum BoxQuantity {
    ALPHA {
        @Override
        <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta) {
            return geometry.alpha();
        }
    },
    BETA {
        @Override
        <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta) {
            return geometry.beta();
        }
    },
    GAMMA {
        @Override
        <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta) {
            return geometry.gamma();
        }
    },
    SHARPNESS {
        @Override
        <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta) {
            return geometry.sharpness();
        }
    },
    ETA_SHARPNESS {
        @Override
        <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta) {
            return eta.multiply(geometry.sharpness());
        }
    },
    ETA_LAMBDA_2 {
        @Override
        <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta) {
            return eta.multiply(geometry.secondEigenvalue());
        }
    },
    /** What stands in the place of the loss: an observable, or its change in a step. */
    VALUE {
        @Override
        <T extends CalculusFieldElement<T>> T at(LossAtPoint<T> local, Supplier<BoxGeometry<T>> geometry, T eta) {
            return local.value();
        }

        @Override
        <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta) {
            throw new IllegalStateException("no quantity of the geometry");
        }
    };

    /** Contains the quantity, with no more of the geometry than it needs. */
    <T extends CalculusFieldElement<T>> T at(LossAtPoint<T> local, Supplier<BoxGeometry<T>> geometry, T eta) {
        return value(geometry.get(), eta);
    }

    /** Contains the quantity. */
    abstract <T extends CalculusFieldElement<T>> T value(BoxGeometry<T> geometry, T eta);

    /** The name in claims, for instance {@code eta_lambda_2}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The quantity of a name. */
    public static Optional<BoxQuantity> of(String symbol) {
        return Arrays.stream(values())
                .filter(quantity -> quantity != VALUE)
                .filter(quantity -> quantity.symbol().equals(symbol))
                .findFirst();
    }

    /** All names. */
    public static List<String> symbols() {
        return Arrays.stream(values())
                .filter(quantity -> quantity != VALUE)
                .map(BoxQuantity::symbol)
                .toList();
    }
}
